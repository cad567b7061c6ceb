package import Architecture
internal import CSQLite
package import Growth
package import SourceText

/// The facts about one description, in an SQLite database that lives in memory.
///
/// A table is filled when the first query reads it, so that a command pays for what it asks. A
/// class, because it owns the connection.
package final class FactBase {
  /// The model the facts are about.
  package let architecture: Architecture
  /// What was computed from the model.
  package let derived: DerivedFacts
  let growth: GrowthModel
  let sources: SourceSet
  let catalogue: Catalogue
  let connection: Connection
  let guardian: Guardian
  private var filled: Set<String> = []

  /// Says, before the first facts, that all queries of this process are the program's own.
  ///
  /// Memory is then not limited, and so not counted, which costs a lock per allocation.
  package static func trustQueries() { _ = tenfold_sqlite_without_accounting() }

  /// The facts of a model; empty tables until they are asked for.
  package init(
    architecture: Architecture, derived: DerivedFacts, growth: GrowthModel, sources: SourceSet,
    catalogue: Catalogue
  ) throws(QueryFailure) {
    self.architecture = architecture
    self.derived = derived
    self.growth = growth
    self.sources = sources
    self.catalogue = catalogue
    connection = try Connection()
    guardian = Guardian(connection)
    try connection.execute("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF;")
    try connection.execute(FactSchema.createStatements)
    guardian.close(elements: architecture.elementCount)
  }

  /// How long a query may work before it counts as endless; nil for no limit but that of its steps.
  package var timeLimit: TimeLimit? {
    get { guardian.timeLimit }
    set { guardian.timeLimit = newValue }
  }

  /// Runs a query that can only read, and hands over each row until told to stop.
  package func query(
    _ sql: String, parameters: [String: SQLValue] = [:],
    _ body: (Row) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    do {
      let statement = try prepared(sql)
      for (name, value) in parameters { statement.bind(name, value) }
      guardian.startCounting()
      let row = Row(statement: statement, names: statement.columnNames)
      while try statement.step() { try body(row) }
    } catch {
      throw guardian.explained(error)
    }
  }

  /// Names of the columns and parameters of a query, without running it.
  package func describe(
    _ sql: String
  ) throws(QueryFailure) -> (columns: [String], parameters: [String]) {
    do {
      let statement = try connection.prepare(sql)
      return (statement.columnNames, statement.parameterNames)
    } catch {
      throw guardian.explained(error)
    }
  }

  /// Prepares a query; SQLite says which tables it reads, and those that are empty yet are filled.
  private func prepared(_ sql: String) throws(QueryFailure) -> Statement {
    let statement = try connection.prepare(sql)
    try fill(FactSchema.tables.filter { guardian.tablesRead.contains($0.name) })
    return statement
  }

  /// Fills all tables.
  func fillAll() throws(QueryFailure) { try fill(FactSchema.tables) }

  private func fill(_ tables: [FactTable]) throws(QueryFailure) {
    let missing = tables.filter { !filled.contains($0.name) }
    guard !missing.isEmpty else { return }
    try guardian.whileOpen { () throws(QueryFailure) in
      try connection.execute("BEGIN")
      for table in missing { try FactFiller(self, table).fill() }
      try connection.execute("COMMIT")
    }
    filled.formUnion(missing.map(\.name))
  }

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
