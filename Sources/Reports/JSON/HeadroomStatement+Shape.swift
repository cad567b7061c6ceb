import Architecture
import Findings
import Growth
import Review

extension HeadroomStatement: JSONShaped {
  /// The headroom, wherever a document states one.
  static let shape = JSONShape<Self>(
    "headroom", "How many times today's peak a system handles, and what saturates first.",
    [
      .number("multiple", "Times today's peak") { $0.multiple },
      .text("element", "The element that saturates first") { $0.element },
      .word("limit", "The limit that it reaches", of: LimitKind.allCases.map(\.rawValue)) {
        $0.limit.rawValue
      },
      .word("origin", "The weakest origin among its inputs", of: Origin.words) { $0.origin.word },
      .flag("at_most", "Whether something undeclared makes it lower") { $0.isAtMost },
      .list("assumes", "The assumed multiplicities that it rests on") { $0.assumes },
    ])
}

extension HeadroomAssumption: JSONShaped {
  static let shape = JSONShape<Self>(
    "headroom_assumption", "An undeclared multiplicity.",
    [
      .text("element", "The element that does not declare it") { $0.element },
      .text("property", "The key that would") { $0.property },
      JSONField(
        "value", "What is assumed, in base units", null: "where it is left out of the number",
        Measure.form
      ) { $0.value?.json },
      .word(
        "unit", "Its unit", of: Unit.allCases.map(\.rawValue), null: "where there is no number"
      ) { $0.value?.unit },
      .text("assumption", "The assumption in words") { $0.kind.words },
    ])
}

extension Origin {
  /// All words for an origin.
  static let words = allCases.map(\.word)
}
