import Glibc

/// Distributions by their Laplace-Stieltjes transforms E[e^-sT]: those of a sum of independent
/// times multiply.
package enum Transform {
  /// An exponential time with a mean in seconds.
  package static func exponential(mean: Double, _ s: Complex) -> Complex {
    Complex(1) / (Complex(1) + mean * s)
  }

  /// Squared coefficient of variation below which a time is taken for a constant.
  static let leastVariability = 1e-3

  /// A gamma time with a mean in seconds and a squared coefficient of variation; 0 is a constant.
  package static func gamma(mean: Double, variability: Double, _ s: Complex) -> Complex {
    guard variability >= leastVariability else { return constant(mean, s) }
    return (Complex(1) + (mean * variability) * s).raised(to: -1 / variability)
  }

  /// What is left of a gamma time at a random moment of it: (1 - E[e^-sT]) / (s E[T]).
  static func residual(mean: Double, variability: Double, _ s: Complex) -> Complex {
    let scaled = mean * s
    guard scaled.real * scaled.real + scaled.imaginary * scaled.imaginary > 1e-8 else {
      // The difference would be lost in rounding; its series is good to 12 digits.
      let second = (1 + variability) * (1 + 2 * variability) / 6
      return Complex(1) - (1 + variability) / 2 * scaled + second * (scaled * scaled)
    }
    return (Complex(1) - gamma(mean: mean, variability: variability, s)) / scaled
  }

  /// A constant time in seconds.
  package static func constant(_ time: Double, _ s: Complex) -> Complex {
    time == 0
      ? Complex(1)
      : Complex.polar(exp(-time * s.real), -time * s.imaginary)
  }

  /// A number of uses, one after the other, of something with a transform: a whole number of them,
  /// and one more with the rest as its probability.
  ///
  /// Where the transform leaves out a constant, `shift` is that of the constant, which the whole
  /// number leaves out as well.
  package static func repeated(
    _ uses: Double, _ single: Complex, shift: Complex = Complex(1)
  ) -> Complex {
    let whole = uses.rounded(.down)
    let rest = uses - whole
    let sure = single.raised(to: whole)
    return rest > 0 ? sure * (Complex(1 - rest) + rest * (shift * single)) : sure
  }

  /// The same of something whose transform leaves out a constant; the shift matters only where the
  /// last use is uncertain.
  static func repeated(_ uses: Double, _ single: Complex, least: Double, _ s: Complex) -> Complex {
    if uses == 1 { return single }
    return repeated(uses, single, shift: constant(least, s))
  }

  /// Share of times longer than `time` seconds, from the transform of their distribution.
  ///
  /// The Euler method (J. Abate and W. Whitt, Numerical Inversion of Laplace Transforms of
  /// Probability Distributions, ORSA Journal on Computing 7, 1995): error about 10^-8 for smooth
  /// distributions. Narrow ones take more terms than the usual 15 before the last 11 are averaged.
  package static func tail(
    _ time: Double, terms: Int = 15, of transform: (Complex) -> Complex
  ) -> Double {
    func term(_ number: Int) -> Double {
      let s = Complex(18.4 / (2 * time), Double(number) * Double.pi / time)
      return ((Complex(1) - transform(s)) / s).real
    }
    let factor = exp(9.2) / time
    var partial = factor / 2 * term(0)
    var result = 0.0
    for number in 1...terms + eulerWeights.count {
      if number > terms { result += eulerWeights[number - terms - 1] * partial }
      partial += (number.isMultiple(of: 2) ? 1 : -1) * factor * term(number)
    }
    return min(1, max(0, result))
  }

  /// Binomial coefficients of 11 over 2^11.
  private static let eulerWeights: [Double] =
    [1, 11, 55, 165, 330, 462, 462, 330, 165, 55, 11, 1].map { $0 / 2048 }

  /// The time in seconds that a share of all times does not exceed.
  ///
  /// From mean and variance, what no time falls below, and the transform of the rest.
  package static func percentile(
    _ share: Double, mean: Double, variance: Double, least: Double = 0,
    of transform: (Complex) -> Complex
  ) -> Double {
    let (tail, spread) = (1 - share, mean - least)
    guard spread > 1e-9 * mean, variance > 1e-12 * mean * mean else { return mean }
    guard transform(Complex(1e9 / spread)).real < share else { return least }
    // Cantelli's inequality bounds the percentile, and a gamma time is mostly near it.
    let deviation = variance.squareRoot()
    let high = spread + deviation * (share / tail).squareRoot()
    let guess = Gamma.percentile(share, mean: spread, shape: spread * spread / variance)
    let terms = Self.terms(spread, deviation)
    return least
      + Root.ofDecreasing(from: spread * leastShare, to: high, near: guess, within: 1e-7) {
        log(max(self.tail($0, terms: terms, of: transform), 1e-9) / tail)
      }
  }

  /// Share of times longer than some seconds, from mean and variance, what no time falls below, and
  /// the transform of the rest.
  static func tail(
    beyond seconds: Double, mean: Double, variance: Double, least: Double,
    of transform: (Complex) -> Complex
  ) -> Double {
    let (rest, spread) = (seconds - least, mean - least)
    guard spread > 1e-9 * mean, variance > 1e-12 * mean * mean else {
      return mean > seconds ? 1 : 0
    }
    guard rest >= 0 else { return 1 }
    guard rest >= spread * leastShare else { return 1 - transform(Complex(1e9 / spread)).real }
    return tail(rest, terms: terms(spread, variance.squareRoot()), of: transform)
  }

  /// The share of its mean below which no percentile is shown.
  private static let leastShare = 1e-6

  /// Terms for a time with a mean and a deviation: more for a narrow one.
  private static func terms(_ spread: Double, _ deviation: Double) -> Int {
    15 + Int(min(300, 2 * spread / deviation))
  }
}
