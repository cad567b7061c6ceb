internal import CSQLite

/// A table that an export holds beside the facts.
package struct ExportTable: Sendable {
  /// Its name.
  package let name: String
  /// Its columns with SQLite's types, such as `line INTEGER`.
  package let columns: [String]
  /// Its rows, a value per column.
  package let rows: [[SQLValue]]

  /// A table from its parts.
  package init(_ name: String, _ columns: [String], _ rows: [[SQLValue]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  fileprivate func write(to connection: Connection) throws(QueryFailure) {
    try connection.execute("CREATE TABLE \(name)(\(columns.joined(separator: ", ")))")
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    let insert = try connection.prepare("INSERT INTO \(name) VALUES (\(marks))")
    for row in rows {
      for (position, value) in row.enumerated() { insert.bind(position + 1, value) }
      try insert.insert()
    }
  }

  /// Tables as the bytes of an SQLite file.
  package static func file(_ tables: [ExportTable]) throws(QueryFailure) -> [UInt8] {
    let connection = try Connection()
    try write(tables, to: connection)
    return try connection.serialized()
  }

  fileprivate static func write(
    _ tables: [ExportTable], to connection: Connection
  ) throws(QueryFailure) {
    try connection.execute("BEGIN")
    for table in tables { try table.write(to: connection) }
    try connection.execute("COMMIT")
  }
}

extension FactBase {
  /// All facts and some more tables as the bytes of an SQLite file.
  package func file(adding tables: [ExportTable]) throws(QueryFailure) -> [UInt8] {
    try fillAll()
    var file: [UInt8] = []
    try guardian.whileOpen { () throws(QueryFailure) in
      try ExportTable.write(tables, to: connection)
      file = try connection.serialized()
    }
    return file
  }
}

extension Connection {
  /// The database as a file would hold it (https://www.sqlite.org/c3ref/serialize.html).
  fileprivate func serialized() throws(QueryFailure) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw failure() }
    defer { sqlite3_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
  }
}
