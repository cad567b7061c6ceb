/// What is taken away from a system to see whether it survives.
package enum LossKind: String, CaseIterable, Sendable {
  /// One replica of a component that the team runs itself.
  case replica
  /// All that runs in one zone.
  case zone
  /// What caches hold: each starts empty.
  case coldCache = "cold-cache"
  /// A third party, which answers nobody.
  case dependency
}

/// What a loss leaves of a journey at some multiple of today's peak.
///
/// By operational laws alone: the share served is the smallest capacity / load on its way, 0 where
/// it depends on what is lost.
package struct JourneyLoss: Sendable {
  /// The journey, by its index.
  package let journey: Int
  /// What sort of loss it is; nil where nothing is lost.
  package let kind: LossKind?
  /// The name of the component or zone that is lost; `caches` where all are cold, empty where
  /// nothing is lost.
  package let lost: String
  /// The component that is lost or loses a replica, by its index; nil for all else.
  package let component: Int?
  /// Share of the journey's requests that is served afterwards, from 0 to 1.
  package let served: Double
  /// The share served without the loss.
  package let servedBefore: Double
  /// Times today's peak that the journey carries afterwards.
  package let headroom: Double
  /// The component that limits it then, by its index.
  package let element: Int
  /// Which of its limits that is.
  package let limit: LimitKind
}
