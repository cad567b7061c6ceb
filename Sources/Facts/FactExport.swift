internal import CSQLite

/// A table that an export holds beside the facts.
package struct ExportTable: Sendable {
  /// Its name.
  let name: String
  /// Its columns with SQLite's types, such as `line INTEGER`.
  let columns: [String]

  /// A table from its parts.
  package init(_ name: String, _ columns: [String]) {
    self.name = name
    self.columns = columns
  }
}

/// An SQLite file that grows row by row; a class, because it owns the connection.
package final class ExportFile {
  private let connection: Connection
  private var inserts: [Statement] = []

  /// An empty file.
  package init(at path: String) throws(QueryFailure) { connection = try Connection(file: path) }

  /// Makes the tables, beside all facts of a description where there are any.
  ///
  /// One transaction without a journal: who makes the file throws it away when something fails.
  package func begin(_ tables: [ExportTable], facts: FactBase?) throws(QueryFailure) {
    try connection.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
    if let facts { try facts.copy(to: connection) }
    try connection.execute("BEGIN")
    for table in tables {
      try connection.execute("CREATE TABLE \(table.name)(\(table.columns.joined(separator: ", ")))")
      let marks = table.columns.map { _ in "?" }.joined(separator: ",")
      inserts.append(try connection.prepare("INSERT INTO \(table.name) VALUES (\(marks))"))
    }
  }

  /// Adds rows to each of the tables, in their order.
  package func add(_ rows: [[[SQLValue]]]) throws(QueryFailure) {
    for (insert, rows) in zip(inserts, rows) {
      for row in rows {
        for (position, value) in row.enumerated() { insert.bind(position + 1, value) }
        try insert.insert()
      }
    }
  }

  /// Writes what is not yet on disk.
  package func finish() throws(QueryFailure) { try connection.execute("COMMIT") }
}

extension FactBase {
  /// Copies all facts to an empty database (https://www.sqlite.org/c3ref/backup_finish.html).
  fileprivate func copy(to other: Connection) throws(QueryFailure) {
    try fillAll()
    guard
      let backup = sqlite3_backup_init(
        other.handle, "main", database.connection.handle, "main")
    else {
      throw other.failure()
    }
    sqlite3_backup_step(backup, -1)
    guard sqlite3_backup_finish(backup) == SQLITE_OK else { throw other.failure() }
  }
}
