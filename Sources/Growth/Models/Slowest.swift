import Glibc

/// Several things done at the same time: the last one to end decides.
package enum Slowest {
  /// Mean and variance of the longest of independent times, each taken for a gamma distribution
  /// with its own mean and variance.
  ///
  /// E[max] is the integral of 1 - the product of the distribution functions, and E[max^2] that of
  /// 2t times it (H. A. David, Order Statistics, 1981); what is constant is known without.
  package static func of(
    _ branches: [(mean: Double, variance: Double)]
  ) -> (mean: Double, variance: Double) {
    let known = branches.filter { $0.mean > 0 }
    guard known.count > 1 else { return known.first ?? (0, 0) }
    let least = known.filter(isConstant).map(\.mean).max() ?? 0
    let random = grouped(known.filter { !isConstant($0) })
    let end = known.map { $0.mean + 12 * max($0.variance.squareRoot(), $0.mean / 4) }.max() ?? 0
    var (first, second) = (least, least * least)
    for part in [0.0..<0.25, 0.25..<1] {
      let ends = [part.lowerBound, part.upperBound].map { least + $0 * (end - least) }
      Quadrature.overPoints(from: ends[0], to: ends[1]) { time, weight in
        let all = chance(all: random, endBefore: time)
        first += weight * (1 - all)
        second += weight * 2 * time * (1 - all)
      }
    }
    return (first, max(0, second - first * first))
  }

  private static func isConstant(_ branch: (mean: Double, variance: Double)) -> Bool {
    branch.variance <= 1e-6 * branch.mean * branch.mean
  }

  /// Branches that are the same, with their number: each is looked at once.
  private static func grouped(
    _ branches: [(mean: Double, variance: Double)]
  ) -> [(branch: (mean: Double, variance: Double), count: Double)] {
    var groups: [(branch: (mean: Double, variance: Double), count: Double)] = []
    var places: [[Double]: Int] = [:]
    for branch in branches {
      if let same = places[[branch.mean, branch.variance]] {
        groups[same].count += 1
      } else {
        places[[branch.mean, branch.variance]] = groups.count
        groups.append((branch, 1))
      }
    }
    return groups
  }

  /// The product of the distribution functions; factors that round to 1 are left out, and all once
  /// their product is nothing beside 1.
  private static func chance(
    all groups: [(branch: (mean: Double, variance: Double), count: Double)],
    endBefore time: Double
  ) -> Double {
    var product = 1.0
    for (branch, count) in groups {
      let share = share(over: time, of: branch)
      guard share > 0 else { continue }
      product *= count == 1 ? 1 - share : pow(1 - share, count)
      if product < 1e-18 { return 0 }
    }
    return product
  }

  private static func share(
    over time: Double, of branch: (mean: Double, variance: Double)
  ) -> Double {
    let shape = branch.mean * branch.mean / branch.variance
    // Chernoff's bound of the tail, e^-40, is nothing beside 1.
    let ratio = time / branch.mean
    guard ratio <= 1 || shape * (ratio - 1 - log(ratio)) < 40 else { return 0 }
    return Gamma.tail(time, mean: branch.mean, shape: shape)
  }

  /// The chance that at least one of n independent branches is slow when each is with some chance.
  ///
  /// 1 - (1 - p)^n (J. Dean and L. A. Barroso, The Tail at Scale, 2013).
  package static func chance(_ single: Double, of branches: Double) -> Double {
    1 - pow(1 - single, branches)
  }
}
