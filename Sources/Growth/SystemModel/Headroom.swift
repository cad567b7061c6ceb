package import Architecture
package import Findings

/// How many times today's peak the system carries, and what sets it.
package struct Headroom: Hashable, Sendable {
  /// Times today's peak.
  package let multiple: Double
  /// The element that saturates first.
  package let element: ElementID
  /// What binds it.
  package let limit: LimitKind
  /// The weakest origin among its inputs.
  package let origin: Origin
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
  /// Multiplicities that nobody declared and that it rests on.
  package let assumes: [HeadroomAssumption]
}
