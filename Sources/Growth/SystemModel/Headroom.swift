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

extension GrowthModel {
  /// The limit that is reached first, and the component it belongs to: of what serves somebody, if
  /// anything does.
  package var first: (component: Int, limit: Limit)? { first(besides: nil) }

  /// The same of all but one component.
  func first(besides skipped: Int?) -> (component: Int, limit: Limit)? {
    first { $0 != skipped && isServed[$0] } ?? first { $0 != skipped }
  }

  private func first(where isIncluded: (Int) -> Bool) -> (component: Int, limit: Limit)? {
    var least: (component: Int, limit: Limit)?
    for (index, limits) in limits.enumerated() where isIncluded(index) {
      guard let limit = limits.first, limit.headroom < least?.limit.headroom ?? .infinity else {
        continue
      }
      least = (index, limit)
    }
    return least
  }
}
