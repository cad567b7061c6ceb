import Architecture
package import Findings
import Growth

/// How many times today's peak the system carries, in words.
package struct HeadroomStatement: Hashable, Sendable {
  /// Times today's peak.
  package let multiple: Double
  /// Name of the element that saturates first.
  package let element: String
  /// What binds it.
  package let limit: String
  /// The weakest origin among its inputs.
  package let origin: Origin
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool

  /// The statement of a headroom, with the names of its architecture.
  init(_ headroom: Headroom, in architecture: Architecture) {
    multiple = headroom.multiple
    element = architecture.name(of: headroom.element)
    limit = headroom.limit.rawValue
    origin = headroom.origin
    isAtMost = headroom.isAtMost
  }

  /// The statement of a forecast; nil when it knows no limit.
  init?(_ forecast: GrowthForecast?) {
    guard let forecast, let element = forecast.first, let limit = element.first else { return nil }
    multiple = limit.headroom
    self.element = element.name
    self.limit = limit.kind.rawValue
    origin = limit.origin
    isAtMost = forecast.isAtMost
  }

  /// The multiple in two digits, rounded down: what is said to be carried is carried.
  package var words: String { Unit.carried(multiple) }

  /// `4x`, or `at most 4x` where something unknown makes it lower.
  package var phrase: String { (isAtMost ? "at most " : "") + words + "x" }
}
