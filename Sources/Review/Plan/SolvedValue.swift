package import Architecture
import Description
import Findings
import Growth
package import SourceText

/// The least value of something that a description leaves open (`?`).
package struct SolvedValue: Sendable {
  /// The element.
  package let element: String
  /// What was left open.
  package let property: Property
  /// What needs it, or what has to be known, as a phrase.
  package let reason: String
  /// Where the element is written.
  package let place: SourcePlace
  /// The least value as a change; nil where something has to be known first.
  private let least: PlanValue?

  init(_ solved: OpenValues.Solved, of architecture: Architecture, _ sources: SourceSet) {
    element = architecture.name(of: solved.place.element)
    property = solved.place.property
    reason = solved.reason
    place = sources.place(of: architecture.span(of: solved.place.element))
    least = solved.value.map { PlanValue(solved.place, from: nil, to: $0, in: architecture) }
  }

  /// The least value as a description writes it; nil where something has to be known first.
  package var value: String? { least?.to }

  /// The same as a what-if; nil without a value, and where two arrows share the path.
  var change: Change? { least?.change }

  /// The same as a change of the text; nil without a value.
  var edit: FixStep? { least?.edit }

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
