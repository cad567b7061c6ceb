import Reports

extension Tool {
  /// Tells what a description may say, and what the facts hold.
  static let schema = Tool(
    name: "schema", title: "What a description may declare",
    documentation: """
      The language of descriptions: kinds of components, arrows and keys, each with its form and \
      meaning; or, of=facts, the tables and columns that `query` reads. Look here before you write \
      a description. The resource tenfold://schema/description is the whole JSON Schema.
      """,
    parameters: [
      Parameter(
        name: "of", form: .word(SchemaAnswer.Subject.allCases.map(\.rawValue)),
        documentation: "What to show (default: description)."),
      Parameter(
        name: "place", form: .text(most: 100),
        documentation: "One place of it only: kind, arrow, system, journey, component, operation, "
          + "relation; or the name of a table."),
    ], output: SchemaAnswer.schema
  ) { (call) throws(ToolFailure) in
    let subject = call.text("of").flatMap(SchemaAnswer.Subject.init) ?? .description
    let places = SchemaAnswer.places(of: subject)
    if let place = call.text("place"), !places.contains(place) {
      throw ToolFailure("the places are " + places.joined(separator: ", "))
    }
    return SchemaAnswer(of: subject, place: call.text("place"))
  }
}
