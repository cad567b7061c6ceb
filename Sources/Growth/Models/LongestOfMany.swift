import Glibc

/// A time with the distribution (1 - e^(-t / scale))^count: the longest of `count` exponential
/// times, and near to the longest of others of a count that need not be whole.
///
/// (R. D. Gupta and D. Kundu, Generalized Exponential Distributions, Australian and New Zealand
/// Journal of Statistics 41, 1999.)
package struct LongestOfMany: Sendable {
  /// How many times there are.
  package let count: Double
  /// Mean of each, in the unit of the longest.
  package let scale: Double

  /// The longest of a number of exponential times of a mean.
  package init(count: Double, scale: Double) { (self.count, self.scale) = (count, scale) }

  /// The one with a mean and a squared coefficient of variation of at most 1, as the longest of
  /// several times has; nil for others, and where it hardly varies.
  package init?(mean: Double, variability: Double) {
    guard mean > 0, variability <= 1, variability > 1e-3 else { return nil }
    // The variability falls with the count, from 1 for one alone.
    let logCount = Root.ofDecreasing(from: 0, to: log(1e18)) {
      log(Self(count: exp($0), scale: 1).variability / variability)
    }
    let count = exp(logCount)
    self.init(count: count, scale: mean / Self(count: count, scale: 1).mean)
  }

  /// The mean, scale x (1 + 1/2 + … + 1/count).
  package var mean: Double { scale * (Self.digamma(count + 1) - Self.digamma(1)) }

  /// The squared coefficient of variation; the variance is scale^2 x (1 + 1/4 + … + 1/count^2).
  package var variability: Double {
    let variance = scale * scale * (Double.pi * Double.pi / 6 - Self.trigamma(count + 1))
    return variance / (mean * mean)
  }

  /// The transform: the product of 1 / (1 + s x scale / k) for k from 1 to the count.
  package func transform(_ s: Complex) -> Complex {
    let z = scale * s
    let one = Complex(1)
    guard count.rounded() != count || count > Double(Self.first) else {
      return (1...max(1, Int(count))).reduce(one) { $0 / (one + (1 / Double($1)) * z) }
    }
    // The factors up to `first` one by one, and the sum of the logarithms of the others, by Euler
    // and Maclaurin, as far as a real count goes; counts below begin higher and are led back.
    var product = one
    for k in 1...Self.first { product = product / (one + (1 / Double(k)) * z) }
    var end = count
    while end < Double(Self.first) {
      end += 1
      product = product * (one + (1 / end) * z)
    }
    let rest = Self.primitive(end, z) - Self.primitive(Double(Self.first), z)
    return product * (Complex(0) - rest).exponential
  }

  /// Factors that are multiplied one by one.
  private static let first = 32

  /// What the sum of log(1 + z / k) up to k grows by: the integral, half of the last term, and two
  /// corrections by derivatives.
  private static func primitive(_ k: Double, _ z: Complex) -> Complex {
    let sum = Complex(k) + z
    let (integral, term) = (
      sum * sum.logarithm - Complex(k * log(k)), sum.logarithm - Complex(log(k))
    )
    let (one, cube) = (Complex(1) / sum, Complex(1) / (sum * sum * sum))
    let first = one - Complex(1 / k)
    let third = 2 * (cube - Complex(1 / (k * k * k)))
    return integral + 0.5 * term + 1 / 12.0 * first - 1 / 720.0 * third
  }

  /// The derivative of the logarithm of the gamma function.
  ///
  /// (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.3.5 and 6.3.18.)
  private static func digamma(_ argument: Double) -> Double {
    var (x, sum) = (argument, 0.0)
    while x < 10 { (sum, x) = (sum - 1 / x, x + 1) }
    let square = 1 / (x * x)
    return sum + log(x) - 1 / (2 * x)
      - square * (1 / 12.0 - square * (1 / 120.0 - square * (1 / 252.0 - square / 240)))
  }

  /// Its derivative in turn (the same, 6.4.6 and 6.4.12).
  private static func trigamma(_ argument: Double) -> Double {
    var (x, sum) = (argument, 0.0)
    while x < 10 { (sum, x) = (sum + 1 / (x * x), x + 1) }
    let square = 1 / (x * x)
    return sum + 1 / x + square / 2
      + square / x * (1 / 6.0 - square * (1 / 30.0 - square * (1 / 42.0 - square / 30)))
  }
}
