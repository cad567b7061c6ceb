import Glibc

/// Confidence intervals of means of a few numbers (Student, "The Probable Error of a Mean", 1908).
enum Student {
  /// Half the width of the 95 % interval; nil for fewer than four numbers.
  static func halfWidth(_ numbers: [Double]) -> Double? {
    let count = Double(numbers.count)
    guard count >= 4 else { return nil }
    let mean = numbers.reduce(0, +) / count
    let square = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return quantile(count - 1) * (square / count).squareRoot()
  }

  /// The 97.5 % quantile of the t distribution, by its expansion about the normal one (Abramowitz
  /// and Stegun 1964, 26.7.5); within 0.2 % from three degrees of freedom on.
  static func quantile(_ degrees: Double) -> Double {
    let z = 1.959964
    let (z3, z5, z7) = (z * z * z, pow(z, 5), pow(z, 7))
    let first = (z3 + z) / (4 * degrees)
    let second = (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees)
    let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * pow(degrees, 3))
    let ninth = 79 * pow(z, 9) + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z
    return z + first + second + third + ninth / (92160 * pow(degrees, 4))
  }
}
