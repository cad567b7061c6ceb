import Architecture
package import Findings
import SourceText

/// When a limit is reached under the declared growth, and how much that weighs.
package struct LimitDue: Sendable {
  /// Months until it is reached: 0 when it is already; nil when growth does not lead there, or none
  /// is declared.
  package let months: Double?
  /// Share of it in use at the horizon's peak; nil when no growth is declared.
  package let shareAtHorizon: Double?
  /// Critical when it is reached today, high within half a year, medium within the horizon, else
  /// nil; before the steps for critical journeys and the seed stage.
  package let severity: Severity?

  /// Months in which a project that moves a limit can hardly be done any more.
  private static let soon = 6.0

  init(_ limit: Limit, _ growth: ComponentGrowth?, horizon: Double?) {
    let isReached = limit.headroom <= 1
    months = isReached ? 0 : growth?.of(limit).months(until: limit.headroom)
    shareAtHorizon = growth.flatMap { growth in
      horizon.map { limit.utilisation(at: growth.of(limit).factor(after: $0)) }
    }
    severity =
      switch months {
      case 0?: .critical
      case let months? where months <= Self.soon: .high
      case let months? where months <= horizon ?? 0: .medium
      default: nil
      }
  }
}

extension GrowthModel {
  /// When each limit of each component is reached, in the order of `limits`, then those of
  /// products' defaults that bound nothing.
  package func dueLimits() -> [[LimitDue]] {
    let growth = growthByComponent()
    let horizon = architecture.facts.number(.horizon).map { $0 / Seconds.month }
    return limits.enumerated().map { index, limits in
      (limits + doubtedDefaults[index].map(\.limit)).map {
        LimitDue($0, growth?[index], horizon: horizon)
      }
    }
  }
  /// Per component, months until its first limit is reached: 0 when it is already; nil when growth
  /// does not lead there, none is declared, or no limit is known.
  package func monthsToSaturation() -> [Double?] { dueLimits().map { $0.first?.months } }
}
