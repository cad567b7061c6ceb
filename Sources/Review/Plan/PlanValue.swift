package import Architecture
package import Description
import Findings
import Growth
import YAML

/// One value that a step of a plan changes.
package struct PlanValue: Sendable {
  /// The element.
  package let element: String
  /// Its property.
  package let property: Property
  /// The value today, in words; nil where there is none.
  package let from: String?
  /// The value that reaches the target, in words that a description takes; nil where it goes.
  package let to: String?
  /// The same as a what-if; nil where the value goes, or two arrows share the path.
  package let change: Change?

  /// The same as a change of the text.
  let edit: FixStep

  init(_ place: ElementProperty, from old: Value?, to new: Value?, in architecture: Architecture) {
    let (at, property, type) = (place.element, place.property, place.property.definition.type)
    element = architecture.name(of: at)
    self.property = property
    from = old?.measure(type).words
    to = new?.measure(type).words
    let text = to.map { $0.filter { $0 != " " } }
    change = text.flatMap { Change(at, property, to: $0, in: architecture) }
    edit = FixStep(
      at: at == .system ? nil : element, property.name.split(separator: ".").map(String.init),
      text.map { .set(NewValue(word: $0)) } ?? .remove)
  }

  /// `orders-db: write-capacity 3000/s -> 9600/s`.
  package var words: String {
    let (from, to) = (from ?? "undeclared", to ?? "none")
    return property == .used
      ? "\(element): capacity so that today's use falls from \(from) to \(to)"
      : "\(element): \(property.name) \(from) -> \(to)"
  }
}
