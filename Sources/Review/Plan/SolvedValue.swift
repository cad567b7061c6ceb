package import Architecture
import Description
import Findings
import Growth
package import SourceText
import YAML

/// The least value of something that a description leaves open (`?`).
package struct SolvedValue: Sendable {
  /// The element.
  package let element: String
  /// What was left open.
  package let property: Property
  /// The least value as a description writes it; nil where something has to be known first.
  package let value: String?
  /// What needs it, or what has to be known, as a phrase.
  package let reason: String
  /// Where the element is written.
  package let place: SourcePlace
  /// The same as a what-if; nil without a value, and where two arrows share the path.
  let change: Change?
  /// The same as a change of the text; nil without a value.
  let edit: FixStep?

  init(_ solved: OpenValues.Solved, of architecture: Architecture, _ sources: SourceSet) {
    let at = solved.place.element
    let property = solved.place.property
    let name = architecture.name(of: at)
    element = name
    self.property = property
    let words = solved.value?.measure(property.definition.type).words
    value = words
    reason = solved.reason
    place = sources.place(of: architecture.span(of: at))
    let written = words?.filter { $0 != " " }
    change = written.flatMap { Change(at, property, to: $0, in: architecture) }
    edit = written.map {
      FixStep(
        at: at == .system ? nil : name, property.name.split(separator: ".").map(String.init),
        .set(NewValue(word: $0)))
    }
  }

  /// `replicas of api: 7 (servers at 10x)`.
  package var words: String {
    "\(property.name) of \(element): "
      + (value.map { "\($0) (\(reason))" } ?? "cannot be solved without \(reason)")
  }

  /// What the system needs of all that its description leaves open.
  static func all(
    of model: GrowthModel, at target: Double, _ sources: SourceSet
  ) -> [SolvedValue] {
    OpenValues(model, target: target).solved.map {
      SolvedValue($0, of: model.architecture, sources)
    }
  }
}
