import Glibc

/// Several things done at the same time: the last one to end decides.
package enum Slowest {
  /// Mean and variance of the longest of independent times, each taken for a gamma distribution
  /// with its own mean and variance.
  ///
  /// E[max] is the integral of 1 - the product of the distribution functions, and E[max^2] that of
  /// 2t times it (H. A. David, Order Statistics, 1981), by Simpson's rule.
  package static func of(
    _ branches: [(mean: Double, variance: Double)]
  ) -> (mean: Double, variance: Double) {
    let known = branches.filter { $0.mean > 0 }
    guard known.count > 1 else { return known.first ?? (0, 0) }
    let end = known.map { $0.mean + 12 * max($0.variance.squareRoot(), $0.mean / 4) }.max() ?? 0
    let steps = 200
    let width = end / Double(steps)
    var (first, second) = (0.0, 0.0)
    for step in 0...steps {
      let time = Double(step) * width
      let all = known.reduce(1.0) { $0 * (1 - share(over: time, of: $1)) }
      let isEnd = step == 0 || step == steps
      let weight = (isEnd ? 1 : step.isMultiple(of: 2) ? 2 : 4) * width / 3 * (1 - all)
      first += weight
      second += weight * 2 * time
    }
    return (first, max(0, second - first * first))
  }

  private static func share(
    over time: Double, of branch: (mean: Double, variance: Double)
  ) -> Double {
    let squared = branch.mean * branch.mean
    guard branch.variance > 1e-6 * squared else { return time < branch.mean ? 1 : 0 }
    return Gamma.tail(time, mean: branch.mean, shape: squared / branch.variance)
  }

  /// The chance that at least one of n independent branches is slow when each is with some chance.
  ///
  /// 1 - (1 - p)^n (J. Dean and L. A. Barroso, The Tail at Scale, 2013).
  package static func chance(_ single: Double, of branches: Double) -> Double {
    1 - pow(1 - single, branches)
  }
}

/// Availability of what needs all of its parts, and of what needs one of several.
package enum Availability {
  /// All have to work: the product.
  package static func ofAll(_ parts: [Double]) -> Double { parts.reduce(1, *) }

  /// One is enough: 1 less the product of what is missing.
  package static func ofAny(_ parts: [Double]) -> Double {
    1 - parts.reduce(1) { $0 * (1 - $1) }
  }
}
