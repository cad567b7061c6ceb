import Glibc

/// Integrals of smooth functions.
enum Quadrature {
  /// Places and weights on -1...1 of the rule of Gauss and Legendre with 32 points.
  ///
  /// The places are the roots of the Legendre polynomial, by Newton's method (M. Abramowitz and I.
  /// A. Stegun, Handbook of Mathematical Functions, 1964, 25.4.29).
  private static let points: [(place: Double, weight: Double)] = {
    let count = 32
    return (1...count).map { number in
      var x = cos(Double.pi * (Double(number) - 0.25) / (Double(count) + 0.5))
      var slope = 0.0
      for _ in 0..<8 {
        var (last, value) = (1.0, x)
        for degree in 2...count {
          let n = Double(degree)
          (last, value) = (value, ((2 * n - 1) * x * value - (n - 1) * last) / n)
        }
        slope = Double(count) * (x * value - last) / (x * x - 1)
        x -= value / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }()

  /// Calls a function with the places of an integral and their weights.
  static func overPoints(
    from low: Double, to high: Double, _ visit: (_ place: Double, _ weight: Double) -> Void
  ) {
    let (middle, half) = ((low + high) / 2, (high - low) / 2)
    for point in points { visit(middle + half * point.place, half * point.weight) }
  }
}
