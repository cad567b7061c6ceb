import Architecture
import Glibc
import YAML

/// How the replicas of a component follow its load.
///
/// The rule is that of Kubernetes' HorizontalPodAutoscaler
/// (https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/): as many
/// replicas as bring the measure to its target, no change within a tenth of it, looked at in
/// intervals; others differ in their numbers.
package struct Autoscaler: Sendable, Equatable {
  /// The fewest replicas.
  package let least: Double
  /// The most replicas.
  package let most: Double
  /// Requests one replica works on at a time.
  let concurrency: Double
  /// Utilisation it aims at.
  package let target: Double
  /// Seconds between two looks.
  package let interval: Double
  /// Seconds by which the measure is old; nil where it is undeclared.
  let lag: Double?
  /// Seconds until a new replica answers; nil where it is undeclared.
  let start: Double?
  /// Most replicas added at once; nil for twice as many, or four more where that is more.
  let step: Double?
  /// Whether the measure stops at busy servers, as processor time does, instead of showing how much
  /// more there is to do.
  let isCapped: Bool
  /// Whether anything was said about how it works, beyond how many replicas there may be.
  let isDescribed: Bool

  /// What stands in for silence: the target by convention, the interval of Kubernetes.
  static let usualTarget = 0.7
  static let usualInterval = 15.0
  /// Share of the target within which nothing is changed.
  static let tolerance = 0.1
  /// Seconds for which the most replicas wanted are kept before some are taken away.
  static let memory = 300.0

  /// The autoscaler of a component; nil when its replicas do not follow the load.
  init?(_ facts: FactList) {
    guard case .range(let least, let most)? = facts[.replicas]?.value, least < most,
      most.isFinite, let concurrency = facts.number(.concurrency), concurrency.isFinite
    else { return nil }
    self.least = least
    self.most = most
    self.concurrency = concurrency
    target = facts.number(.scalingTarget).flatMap { $0 > 0 ? $0 : nil } ?? Self.usualTarget
    interval = facts.number(.scalingInterval).flatMap { $0 > 0 ? $0 : nil } ?? Self.usualInterval
    lag = facts.number(.scalingLag)
    start = facts.number(.scalingStart)
    step = facts.number(.scalingStep).flatMap { $0.isFinite ? $0 : nil }
    isCapped = !["requests", "backlog", "age"].contains(facts.text(.scalingOn))
    let said: [Property] = [
      .scalingOn, .scalingTarget, .scalingInterval, .scalingLag, .scalingStart, .scalingStep,
    ]
    isDescribed = said.contains { facts[$0] != nil }
  }

  /// Replicas for a number of busy servers in the long run.
  package func replicas(for busy: Double) -> Double {
    guard busy.isFinite else { return most }
    // Rounding of the division is no reason for one more.
    return min(most, max(least, (busy / concurrency / target - 1e-9).rounded(.up)))
  }

  /// Replicas wanted after a look: `count` of them exist, or are on their way, and `busy` servers
  /// were measured.
  func wanted(_ busy: Double, of count: Double) -> Double {
    let ratio = busy / concurrency / target / count
    guard abs(ratio - 1) > Self.tolerance else { return count }
    let added = step ?? max(count, 4)
    return min(replicas(for: busy), count + added)
  }
}
