package import Architecture
internal import CSQLite
import SourceText

/// The tables of the facts, empty until a `FactBase` fills them, and what queries may do to them.
///
/// Queries can be prepared before there is a description. A class, because it owns the connection.
package final class FactDatabase {
  let connection: Connection
  let sandbox: QuerySandbox

  /// Empty tables in memory.
  package init() throws(QueryFailure) {
    connection = try Connection()
    sandbox = QuerySandbox(connection)
    try connection.execute("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF;")
    try connection.execute(FactSchema.createStatements)
    FactFunctions.add(to: connection)
    TextFunctions.add(to: connection, countedBy: sandbox)
    sandbox.close()
  }

  /// How long a query may work before it counts as endless; nil for no limit but that of its steps.
  package var timeLimit: TimeLimit? {
    get { sandbox.timeLimit }
    set { sandbox.timeLimit = newValue }
  }

  /// The properties that a query reads, by the sort of element it reads them of, as SQLite
  /// understands it; fails when it is no query.
  package func propertiesRead(
    by sql: String, parameters: [String]
  ) throws(QueryFailure) -> [ElementKinds: Set<Property>] {
    sandbox.columnsRead = [:]
    defer { sandbox.columnsRead = nil }
    _ = try prepare(sql, parameters: parameters)
    let columns = sandbox.columnsRead ?? [:]
    let tables = FactSchema.tables.filter { !$0.element.isEmpty }
    return Dictionary(
      tables.map { table in
        let names = columns[table.name] ?? []
        let properties = table.columns.filter { names.contains($0.name) }.compactMap(\.property)
        return (table.element, Set(properties))
      }
    ) { $0.union($1) }
  }

  /// Prepares a query that can only read; fails when it is no such query, and when it has a
  /// parameter that is not among these.
  package func prepare(
    _ sql: String, parameters: [String] = []
  ) throws(QueryFailure) -> PreparedQuery {
    do throws(QueryFailure) {
      sandbox.tablesRead = []
      sandbox.startCounting()
      let statement = try QueryMemory.ofQuery { () throws(QueryFailure) in
        try connection.prepare(sql)
      }
      let known = parameters.map { ":" + $0 }
      if let unknown = statement.parameters.first(where: { !known.contains($0) }) {
        throw QueryFailure(
          message: "nothing says what the parameter `\(unknown)` is",
          offset: sql.offset(of: unknown),
          remedy: suggestion(for: unknown, among: known).map(didYouMean))
      }
      return PreparedQuery(statement: statement, tables: sandbox.tablesRead)
    } catch {
      throw sandbox.explained(error)
    }
  }
}

extension String {
  /// Where a word starts, in bytes; nil when it is only part of others.
  fileprivate func offset(of word: String) -> Int? {
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let next = self[found.upperBound...].first
      if next.map({ $0.isLetter || $0.isNumber || $0 == "_" }) != true {
        return utf8.distance(from: startIndex, to: found.lowerBound)
      }
      rest = rest[found.upperBound...]
    }
    return nil
  }
}

/// A query that SQLite has understood, to be run over the facts of its database.
package struct PreparedQuery {
  let statement: Statement
  /// The tables that it reads, as SQLite understood it.
  let tables: Set<String>

  /// Names of its columns.
  package var columnNames: [String] { statement.columnNames }
  /// Whether it has a parameter of that name.
  package func uses(parameter name: String) -> Bool { statement.parameters.contains(":" + name) }
}

/// One row of a result, valid only while it is handed over.
package struct Row {
  let statement: Statement
  /// Names of the columns.
  package let names: [String]

  /// The value of a column by position, from 0.
  package subscript(column: Int) -> SQLValue { statement.value(column) }

  /// All values in order.
  package var values: [SQLValue] { names.indices.map { statement.value($0) } }
}
