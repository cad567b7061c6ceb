import Description
import Facts
import Findings
import Reports
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
    let format = try arguments.options.format(Options.TableFormat.self, usual: .table)
    let (path, sql) = (arguments.operands[0], arguments.operands[1])
    let catalogue = try RuleFolders.catalogue(arguments.options.ruleFolders)
    let reading = DescriptionReader.read(
      path: path, files: GuardedFiles.access(around: path), catalogue: catalogue,
      foreign: RuleSet.importer(of: catalogue))
    Output.complain(reading.problems)
    guard let architecture = reading.architecture else { return 2 }
    do throws(QueryFailure) {
      let base = try Review.factBase(
        architecture, reading.sources, catalogue, scenarios: reading.overlays,
        decisions: reading.decisions)
      base.database.timeLimit = Clock.queryLimit
      let table = TableText(try base.rows(sql, most: Self.rowLimit))
      switch format {
      case .table: Output.print(table.table)
      case .csv: Output.print(table.csv)
      case .json: Output.print(table.json)
      }
      return reading.problems.contains { $0.weight == .error } ? 2 : 0
    } catch {
      Output.complain(complaint(error, sql))
      return 2
    }
  }

  private func complaint(_ failure: QueryFailure, _ sql: String) -> String {
    let message = "tenfold: \(failure.sentence.printable)\n"
    guard let offset = failure.offset, offset <= sql.utf8.count else { return message }
    let place = SourceText(path: "SQL", text: sql).place(of: offset..<offset + 1)
    return message + Output.excerpt(place)
  }
}
