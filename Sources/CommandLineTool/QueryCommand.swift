import Description
import Facts
import Findings
import Review
import SourceText

/// `tenfold query FILE SQL`: rows as a table, CSV or JSON.
struct QueryCommand {
  let arguments: Arguments
  /// Most rows that are returned.
  private static let rowLimit = 100_000

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 2 else {
      throw UsageError(message: "a query needs a description and SQL: \(Command.query.usage)")
    }
    let format = try tableFormat()
    let (path, sql) = (arguments.operands[0], arguments.operands[1])
    let catalogue = try RuleFolders.catalogue(arguments.options.ruleFolders)
    let reading = Reading.read(path: path, files: Files.access(around: path), catalogue: catalogue)
    Output.complain(reading.problems)
    guard let architecture = reading.architecture else { return 2 }
    do throws(QueryFailure) {
      let base = try Review.factBase(architecture, reading.sources, catalogue)
      base.database.timeLimit = Clock.queryLimit
      let result = try rows(base, sql)
      Output.print(TableText(names: result.names, rows: result.rows).text(format))
      return reading.problems.contains { $0.weight == .error } ? 2 : 0
    } catch {
      Output.complain(complaint(error, sql))
      return 2
    }
  }

  private func tableFormat() throws(UsageError) -> Options.TableFormat {
    guard let name = arguments.options.formats.last else { return .table }
    guard let format = Options.TableFormat(rawValue: name) else {
      throw Flag.unknown(name, "format of query", Options.TableFormat.allCases.map(\.rawValue))
    }
    return format
  }

  private func rows(
    _ base: FactBase, _ sql: String
  ) throws(QueryFailure) -> (names: [String], rows: [[SQLValue]]) {
    let query = try base.database.prepare(sql)
    var rows: [[SQLValue]] = []
    try base.run(query) { (row) throws(QueryFailure) in
      guard rows.count < Self.rowLimit else {
        throw QueryFailure(
          message: "the query returns more than \(Self.rowLimit) rows; add a LIMIT or a WHERE",
          offset: nil)
      }
      rows.append(row.values)
    }
    return (query.columnNames, rows)
  }

  private func complaint(_ failure: QueryFailure, _ sql: String) -> String {
    let message = "tenfold: \(failure.message.printable)\n"
    guard let offset = failure.offset, offset <= sql.utf8.count else { return message }
    let text = SourceText(path: "SQL", text: sql)
    var sources = SourceSet()
    let number = sources.add(text)
    let place = sources.place(of: SourceSpan(source: number, offset..<offset + 1))
    let (line, carets) = place.caretLines()
    return message + "  \(line)\n  \(carets)\n"
  }
}
