import Findings
import SourceText

extension Evidence: JSONShaped {
  static let shape = JSONShape<Self>(
    "evidence", "A value that a rule read.",
    [
      .text("name", "Property and element") { $0.name },
      JSONField(
        "value", "The value in base units; a range is a pair of numbers, no limit is `unlimited`",
        Measure.form
      ) { $0.value.json },
      .word("unit", "Its unit", of: Unit.allCases.map(\.rawValue), null: "for a text or flag") {
        $0.value.unit
      },
      .word("origin", "Where it came from", of: Origin.words) { $0.origin.word },
      .text("path", "The file", null: "where it is not declared") { $0.place?.path },
      .integer("line", "One-based line", null: "where it is not declared") {
        $0.place?.start.line
      },
      .text("source", "Product page or convention", null: "where there is none") { $0.source },
    ])
}

extension Measure {
  /// What JSON writes a measure as.
  static let form = JSONForm.either([.number, .text, .flag, .list(.number)])

  /// A range is a pair; `unlimited` is a word, since JSON has no infinity.
  var json: JSONValue {
    switch self {
    case .number(let number, _): number.isFinite ? .number(number) : .string("unlimited")
    case .range(let low, let high, _): .array([.number(low), .number(high)])
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    }
  }

  var unit: String? {
    switch self {
    case .number(_, let unit), .range(_, _, let unit): unit.rawValue
    case .text, .flag: nil
    }
  }
}
