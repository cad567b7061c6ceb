import Glibc

/// The gamma distribution: service times of any variability, with exponential as shape 1.
package enum Gamma {
  /// Share of times longer than `time`, for a mean in the same unit and a shape of 1 / cs2.
  ///
  /// The regularised incomplete gamma function Q(k, k t / mean), by its series below k + 1 and its
  /// continued fraction above (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
  /// 1964, 6.5.29 and 6.5.31; Lentz's method for the fraction).
  package static func tail(_ time: Double, mean: Double, shape: Double) -> Double {
    let x = shape * time / mean
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    guard shape < mostTerms else { return integral(shape, x) }
    let scale = exp(shape * log(x) - x - lgamma(shape))
    return x < shape + 1 ? 1 - scale * series(shape, x) : scale * fraction(shape, x)
  }

  /// Shapes from which the series has more terms than the integral has points.
  private static let mostTerms = 1000.0

  /// Q as an integral of the density, which is a hill some √k wide.
  ///
  /// (W. H. Press et al., Numerical Recipes, 2007, section 6.2.1, with Stirling's series for what
  /// the height of the hill is.)
  private static func integral(_ shape: Double, _ x: Double) -> Double {
    let (top, width) = (shape - 1, (shape - 1).squareRoot())
    let height = exp(-1 / (12 * top) + 1 / (360 * top * top * top)) / (width * 2.5066282746310002)
    let isAbove = x > top
    let end =
      isAbove ? max(top + 11.5 * width, x + 6 * width) : max(0, min(top - 9 * width, x - 6 * width))
    var sum = 0.0
    for part in [0.0, 0.5] {
      Quadrature.overPoints(from: x + part * (end - x), to: x + (part + 0.5) * (end - x)) {
        sum += $1 * exp(-top * Logarithm.rest($0 / top - 1))
      }
    }
    return isAbove ? sum * height : 1 + sum * height
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var (term, sum, index) = (1 / shape, 1 / shape, shape)
    for _ in 0..<10_000 {
      index += 1
      term *= x / index
      sum += term
      if term <= sum * 1e-13 { break }
    }
    return sum
  }

  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var (c, d) = (1 / tiny, 1 / b)
    var product = d
    for step in 1..<10_000 {
      let a = -Double(step) * (Double(step) - shape)
      b += 2
      d = a * d + b
      c = b + a / c
      d = 1 / (abs(d) < tiny ? tiny : d)
      if abs(c) < tiny { c = tiny }
      product *= d * c
      if abs(d * c - 1) < 1e-13 { break }
    }
    return product
  }

  /// The time that a share of all times does not exceed.
  package static func percentile(_ share: Double, mean: Double, shape: Double) -> Double {
    let tail = 1 - share
    // Cantelli's inequality bounds the percentile.
    let high = mean * (1 + (share / tail / shape).squareRoot())
    return Root.ofDecreasing(from: 0, to: high) {
      log(max(self.tail($0, mean: mean, shape: shape), 1e-300) / tail)
    }
  }

  /// The squared coefficient of variation of a gamma distribution with this mean and this 99th
  /// percentile; nil where there is none up to 20.
  package static func variability(mean: Double, p99: Double) -> Double? {
    let ratio = p99 / mean
    func excess(_ logShape: Double) -> Double {
      let shape = exp(logShape)
      return log(max(tail(ratio, mean: 1, shape: shape), 1e-300) / 0.01)
    }
    guard ratio.isFinite, ratio > 1, excess(log(0.05)) > 0 else { return nil }
    // Large shapes cost long series, so the bracket grows from the usual ones.
    var (low, high) = (0.05, 1.0)
    while high < 1e4, excess(log(high)) > 0 { (low, high) = (high, high * 4) }
    return exp(-Root.ofDecreasing(from: log(low), to: log(min(high, 1e4)), excess))
  }
}
