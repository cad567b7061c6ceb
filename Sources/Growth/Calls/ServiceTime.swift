import Architecture
import Findings
import YAML

/// How long a component's own work takes, without waiting for others.
struct ServiceTime: Sendable {
  /// Mean in seconds.
  let mean: Double
  /// Squared coefficient of variation; nil when nothing tells it.
  let variability: Double?
  /// The weakest origin among the inputs.
  let basis: Origin

  /// A time of known numbers; nil when it takes none.
  init?(mean: Double, variability: Double?) {
    guard mean > 0 else { return nil }
    (self.mean, self.variability, basis) = (mean, variability, .declared)
  }

  /// The time that the first of some lists of facts states; nil when none does.
  init?(_ lists: FactList?...) {
    guard let facts = lists.compactMap(\.self).first(where: { $0[.takes] != nil }),
      let takes = facts[.takes], let mean = takes.value.number, mean > 0
    else { return nil }
    self.mean = mean
    variability =
      facts.number(.variability)
      ?? facts.number(.takesP99).flatMap { Gamma.variability(mean: mean, p99: $0) }
    basis = takes.basis
  }

  /// The same work where each piece takes so many times as long.
  func stretched(by factor: Double) -> ServiceTime {
    ServiceTime(mean: mean * factor, variability: variability, basis: basis)
  }

  private init(mean: Double, variability: Double?, basis: Origin) {
    (self.mean, self.variability, self.basis) = (mean, variability, basis)
  }

  /// Mean and variance; exponential where the variability is unknown.
  var moments: Moments {
    let spread = variability ?? 1
    return Moments(
      mean: mean, variance: spread * mean * mean,
      least: spread < Transform.leastVariability ? mean : 0)
  }
}

extension FactList {
  /// Whether a time of work is said, and nothing tells how it varies.
  var hasUnknownSpread: Bool {
    self[.takes] != nil && self[.takesP99] == nil && self[.variability] == nil
  }
}
