package import YAML

/// One number of a set that lets a system carry a target.
package struct PlannedChange: Sendable {
  /// The element and the property that changes.
  package let place: ElementProperty
  /// The value in the model that was planned for; nil where there is none.
  package let old: Value?
  /// The value that carries the target.
  package internal(set) var new: Value
  /// The limit that is the first to need it, and the component whose limit that is.
  package let bound: Bound
  /// Months until that limit is reached: 0 when it is already; nil when growth does not lead there,
  /// or none is declared.
  package internal(set) var months: Double?
  /// What the system carries with this change and all before it; nil where no limit is known any
  /// more, or where the set is too large for the system to be solved after each.
  package internal(set) var after: Headroom?

  /// A limit below the target.
  package struct Bound: Sendable {
    /// The component's index.
    package let component: Int
    /// Which of its limits it is.
    package let limit: LimitKind
    /// Times today's peak at which it is reached, with what had been changed when it was met.
    package let headroom: Double

    init(_ component: Int, _ limit: Limit) {
      (self.component, self.limit, headroom) = (component, limit.kind, limit.headroom)
    }
  }
}
