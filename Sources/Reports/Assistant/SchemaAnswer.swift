import Architecture
import Facts
import Findings
package import SourceText
import YAML

/// What a description may declare, or what the facts hold: names with their meaning.
package struct SchemaAnswer: Answer {
  /// What there is a schema of.
  package enum Subject: String, CaseIterable, Sendable { case description, facts }

  private let entries: [Entry]

  private struct Entry: JSONShaped {
    let place: String
    let name: String
    let form: String
    let meaning: String

    static let shape = JSONShape<Self>(
      "entry", "A key, a kind or a column.",
      [
        .text("place", "Where it stands") { $0.place }, .text("name", "Its name") { $0.name },
        .text("form", "What a value looks like, or its type and unit") { $0.form },
        .text("meaning", "What it means") { $0.meaning },
      ])
  }

  /// The schema of a subject; of one of its places where that is named: `component`, `journey`, or
  /// a table.
  package init(of subject: Subject, place: String?) {
    let all =
      switch subject {
      case .description: Self.kinds + Self.keys + [Self.note]
      case .facts: Self.columns
      }
    entries = all.filter { place == nil || $0.place == place }
  }

  /// The places that a schema has.
  package static func places(of subject: Subject) -> [String] {
    SchemaAnswer(of: subject, place: nil).entries.map(\.place).reduce(into: []) { places, place in
      if !places.contains(place) { places.append(place) }
    }
  }

  private static let kinds =
    ComponentKind.allCases.map {
      Entry(
        place: "kind", name: $0.rawValue, form: "kind: \($0.rawValue)", meaning: $0.documentation)
    }
    + RelationKind.allCases.map {
      Entry(
        place: "arrow", name: $0.rawValue, form: "\($0.rawValue): COMPONENT or a list of them",
        meaning: $0.documentation)
    }

  private static let keys = [
    (ElementKinds.system, "system"), (.journey, "journey"), (.component, "component"),
    (.operation, "operation"), (.relation, "relation"),
  ].flatMap { kinds, place in
    Property.declared(on: kinds).map { property in
      Entry(
        place: place, name: property.name, form: property.definition.form,
        meaning: property.definition.documentation)
    }
  }

  private static let note = Entry(
    place: "everywhere", name: NoteKey.text, form: "a text", meaning: NoteKey.documentation)

  private static let columns = FactSchema.tables.flatMap { table in
    table.columns.map { column in
      Entry(
        place: table.name, name: column.name,
        form: column.type + (column.unit.map { " \($0.rawValue)" } ?? ""),
        meaning: column.documentation)
    }
  }

  static let shape = JSONShape<Self>(
    "tenfold-schema", "Names with their meaning.",
    [.list("entries", "Keys, kinds or columns, in the order of the manual") { $0.entries }])

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }

  /// The answer for people.
  package var text: String {
    var place = ""
    var text = ""
    for entry in entries {
      if entry.place != place { text += "\n\(entry.place):\n" }
      place = entry.place
      text += "  \(entry.name): \(entry.form). \(entry.meaning)\n"
    }
    return text.printableLines
  }
}
