import Description
import Facts
import Reports
import Review
import SourceText

extension Tool {
  /// Runs a query over the facts.
  static let query = Tool(
    name: "query", title: "Query the facts of an architecture",
    documentation: """
      Runs SQL (SQLite, SELECT only) over the facts of a description: components, relations, \
      journeys, limits, rates and where each value comes from. `schema` with of=facts lists tables \
      and columns. NULL means unknown.
      """,
    parameters: Subject.parameters + [
      Parameter(
        name: "sql", form: .text(most: 100_000), documentation: "The query.", isRequired: true),
      Parameter(
        name: "rows", form: .integer(1...1000),
        documentation: "Maximum number of rows (default 100)."),
    ], output: QueryAnswer.schema
  ) { (call) throws(ToolFailure) in
    let subject = try Subject(call)
    let reading = subject.reading()
    guard let architecture = reading.architecture else {
      throw ToolFailure(reading.problems)
    }
    do throws(QueryFailure) {
      let base = try Review.factBase(
        architecture, reading.sources, subject.rules.catalogue, scenarios: reading.overlays,
        decisions: reading.decisions)
      base.database.timeLimit = call.workspace.queryLimit
      let rows = try base.rows(call.text("sql") ?? "", most: 100_000)
      return QueryAnswer(rows, rows: call.integer("rows") ?? 100)
    } catch {
      throw ToolFailure(error.sentence.printable)
    }
  }
}
