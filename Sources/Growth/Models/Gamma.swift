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
    let scale = exp(shape * log(x) - x - lgamma(shape))
    return x < shape + 1 ? 1 - scale * series(shape, x) : scale * fraction(shape, x)
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

/// A number raised to a power.
func raise(_ base: Double, to power: Double) -> Double { pow(base, power) }
