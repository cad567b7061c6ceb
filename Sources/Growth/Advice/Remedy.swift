package import Architecture
import Findings

/// One change that lets a limit carry the target.
package struct Remedy: Sendable {
  /// The element whose property is to change.
  package let element: String
  /// The property.
  package let property: Property
  /// Its value today, in words.
  package let from: String
  /// The value that carries the target, in words that a description takes.
  package let to: String
  /// The same as a path and a value: `components.api.replicas=4..40`.
  package let change: String
  /// The component whose limit it moves.
  package let limited: String
  /// That limit.
  package let limit: LimitKind
  /// Times today's peak that the system carries with all remedies before this one.
  package let before: Double
  /// The same with this one as well; the target where no limit is known any more.
  package let after: Double
  /// Whether something unknown makes either lower than said.
  package let isAtMost: (before: Bool, after: Bool)

  /// As a phrase: limit of payments from 100/s to 4000/s.
  package var words: String {
    property == .used
      ? "capacity of \(element), so that today's use falls from \(from) to \(to)"
      : "\(what) from \(from) to \(to)"
  }

  /// What changes: a property of an element; of a measured use, the capacity that it is a share of.
  package var what: String {
    property == .used ? "capacity of \(element) (today's use)" : "\(property.name) of \(element)"
  }
}
