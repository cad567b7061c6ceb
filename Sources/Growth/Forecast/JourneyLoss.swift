package import Architecture
import Findings

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

extension JourneyLoss {
  /// `losing zone west-1: buy-ticket is served 62 % (api, servers)`.
  package func words(in architecture: Architecture) -> String {
    let name = architecture.journeys[journey].name
    let what =
      switch kind {
      case .replica?: "losing a replica of \(lost): "
      case .zone?: "losing zone \(lost): "
      case .coldCache?: "with cold caches: "
      case .dependency?: "losing \(lost): "
      case nil: "before any loss: "
      }
    let by =
      limit == .lost ? "" : " (\(architecture.components[element].name), \(limit.rawValue))"
    let share = Unit.ratio.format((served * 100).rounded(.down) / 100)
    return "\(what)\(name) is served \(share)\(by)"
  }
}
