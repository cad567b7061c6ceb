package import YAML

/// One change of a set that lets a system carry a target: a number, or of the structure.
package struct PlannedChange: Sendable {
  /// What is to be said; of a number, one value.
  package internal(set) var edits: [Edit]
  /// What is built; nil of a number.
  package let structure: Structure?
  /// The limit that is the first to need it, and the component whose limit that is.
  package let bound: Bound
  /// Months until that limit is reached: 0 when it is already; nil when growth does not lead there,
  /// or none is declared.
  package internal(set) var months: Double?
  /// What the system carries with this change and all before it; nil where no limit is known any
  /// more, or where the set is too large for the system to be solved after each.
  package internal(set) var after: Headroom?

  /// One value of a property that changes.
  package struct Edit: Sendable {
    /// The element and the property.
    package let place: ElementProperty
    /// The value in the model that was planned for; nil where there is none.
    package let old: Value?
    /// The value that carries the target; nil where the property goes.
    package internal(set) var new: Value?
  }

  /// What ends a limit otherwise than by a larger number.
  package enum Structure: String, CaseIterable, Sendable {
    /// A cache in front of what is read.
    case cache
    /// Shards in place of one writer.
    case shards
    /// Circuit breakers before calls that are tried again.
    case breaker
    /// A queue between a service and its caller.
    case queue
    /// A store of its own for one of its users.
    case split
    /// A copy of a store that is read in its place.
    case replica
  }

  /// A limit below the target.
  package struct Bound: Sendable {
    /// The component's index.
    package let component: Int
    /// Which of its limits it is.
    package let limit: LimitKind
    /// Times today's peak at which it is reached, with what had been changed when it was met.
    package let headroom: Double
    /// Whether something unknown makes it lower than said.
    package let isAtMost: Bool

    init(_ component: Int, _ limit: Limit) {
      (self.component, self.limit) = (component, limit.kind)
      (headroom, isAtMost) = (limit.headroom, limit.isAtMost)
    }
  }
}
