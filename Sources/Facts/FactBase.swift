package import Architecture
package import Growth
package import SourceText

/// The facts about one description, in an SQLite database that lives in memory.
///
/// A table is filled when the first query reads it, so that a command pays for what it asks. A
/// class, because it keeps account of what is filled.
package final class FactBase {
  /// The model the facts are about.
  package let architecture: Architecture
  /// What was computed from the model.
  package let derived: DerivedFacts
  let growth: GrowthModel
  let shared: SharedFacts
  let sources: SourceSet
  let catalogue: Catalogue
  /// Where they are.
  package let database: FactDatabase
  /// Per component, months until its first limit is reached.
  private lazy var monthsToSaturation = growth.monthsToSaturation()
  private var filled: Set<String> = []
  /// Why tables could not be filled; nobody tries again.
  private var failures: [String: QueryFailure] = [:]

  /// The facts of a model, in a database that no other facts have been in; its tables are empty
  /// until they are asked for.
  ///
  /// `shared` is the same for all databases of one model.
  package init(
    architecture: Architecture, derived: DerivedFacts, growth: GrowthModel, shared: SharedFacts,
    sources: SourceSet, catalogue: Catalogue, in database: FactDatabase
  ) {
    self.architecture = architecture
    self.derived = derived
    self.growth = growth
    self.shared = shared
    self.sources = sources
    self.catalogue = catalogue
    self.database = database
    database.sandbox.allowSteps(elements: architecture.elementCount)
  }

  /// Runs a query that can only read, and hands over each row until told to stop.
  package func query(
    _ sql: String, parameters: [String: SQLValue] = [:],
    _ body: (Row) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let query = try database.prepare(sql, parameters: Array(parameters.keys))
    try run(query, parameters: parameters, body)
  }

  /// Runs a query that was prepared in the database of these facts.
  package func run(
    _ query: PreparedQuery, parameters: [String: SQLValue] = [:],
    _ body: (Row) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    do {
      try fill(FactSchema.tables.filter { query.tables.contains($0.name) })
      for (name, value) in parameters { query.statement.bind(name, value) }
      database.sandbox.startCounting()
      let row = Row(statement: query.statement, names: query.columnNames)
      try QueryMemory.ofQuery { () throws(QueryFailure) in
        while try query.statement.step() { try body(row) }
      }
    } catch {
      throw database.sandbox.explained(error)
    }
  }

  /// Months until growth leads to a limit of an element, 0 beyond one; nil where no date is known.
  package func monthsLeft(_ element: ElementID) -> Double? {
    architecture.components(of: element).compactMap { monthsToSaturation[$0] }.min()
  }

  /// Fills all tables.
  func fillAll() throws(QueryFailure) { try fill(FactSchema.tables) }

  private func fill(_ tables: [FactTable]) throws(QueryFailure) {
    let missing = tables.filter { !filled.contains($0.name) }
    guard !missing.isEmpty else { return }
    for table in missing {
      if let failure = failures[table.name] { throw failure }
      do throws(QueryFailure) {
        try fill(table)
        filled.insert(table.name)
      } catch {
        failures[table.name] = error
        throw error
      }
    }
  }

  private func fill(_ table: FactTable) throws(QueryFailure) {
    try database.sandbox.whileOpen { () throws(QueryFailure) in
      try database.connection.execute("BEGIN")
      let failure = Result { () throws(QueryFailure) in
        try QueryMemory.bounded(
          QueryMemory.ofFacts, "the facts of the table `\(table.name)` do not fit into memory"
        ) { () throws(QueryFailure) in try FactFiller(self, table).fill() }
      }
      // There is no journal to go back by; a table that is not whole is not asked again.
      try database.connection.execute("COMMIT")
      try failure.get()
    }
  }
}

extension FactBase {
  /// Most bytes of text that a query returns.
  private static let byteLimit = 100_000_000

  /// All rows of a query of the user, which can only read; fails where they are too many.
  package func rows(_ sql: String, most rowLimit: Int) throws(QueryFailure) -> QueryRows {
    let query = try database.prepare(sql)
    var rows: [[SQLValue]] = []
    var bytes = 0
    try run(query) { (row) throws(QueryFailure) in
      let values = row.values
      for case .text(let text) in values { bytes += text.utf8.count }
      guard rows.count < rowLimit, bytes <= Self.byteLimit else {
        let limit = rows.count < rowLimit ? "100 MB" : "\(rowLimit) rows"
        throw QueryFailure(
          message: "the query returns more than \(limit)", remedy: "add a LIMIT or a WHERE")
      }
      rows.append(values)
    }
    return QueryRows(names: query.columnNames, rows: rows)
  }
}

/// The rows of a query, with their columns.
package struct QueryRows: Sendable {
  /// Names of the columns.
  package let names: [String]
  /// The rows, in the order of the query.
  package private(set) var rows: [[SQLValue]]

  /// The same with so many rows at most.
  package func first(_ most: Int) -> QueryRows {
    var first = self
    first.rows = Array(rows.prefix(most))
    return first
  }
}
