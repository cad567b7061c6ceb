internal import CSQLite

/// A value of a query's result.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  /// The number, if it is one.
  package var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }

  /// The text as a person reads it; empty for null.
  package var words: String {
    switch self {
    case .null: ""
    case .integer(let integer): "\(integer)"
    case .real(let real) where real.isFinite: "\(real)"
    case .real(let real): real > 0 ? "unlimited" : real < 0 ? "-unlimited" : ""
    case .text(let text): text
    }
  }
}

/// Why a query gave no result.
package struct QueryFailure: Error, Hashable, Sendable {
  /// What went wrong, one sentence.
  package let message: String
  /// Byte offset in the SQL, where SQLite knows it.
  package let offset: Int?
  /// What would be right; nil where that is not known.
  package let remedy: String?

  /// A failure from its parts.
  package init(message: String, offset: Int? = nil, remedy: String? = nil) {
    self.message = message
    self.offset = offset
    self.remedy = remedy
  }

  /// What went wrong and what would be right, in one sentence.
  package var sentence: String { remedy.map { "\(message); \($0)" } ?? message }
}

/// An SQLite database; a class, because it owns the connection and closes it.
final class Connection {
  let handle: OpaquePointer

  /// A database in memory.
  convenience init() throws(QueryFailure) { try self.init(":memory:", SQLITE_OPEN_MEMORY) }

  /// A database in a file.
  convenience init(file: String) throws(QueryFailure) { try self.init(file, 0) }

  private init(_ name: String, _ more: Int32) throws(QueryFailure) {
    QueryMemory.isCounting
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | more
    guard sqlite3_open_v2(name, &handle, flags, nil) == SQLITE_OK, let handle else {
      throw QueryFailure(message: "SQLite did not start", offset: nil)
    }
    self.handle = handle
    // Preparing a query takes hundreds of small pieces of memory; SQLite's own hundred are soon
    // gone (https://www.sqlite.org/malloc.html#lookaside).
    _ = tenfold_sqlite_lookaside(handle, 1200, 1000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// What SQLite calls for a function of our own: context, number of arguments, arguments.
  typealias Function =
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  /// Adds a function that does nothing but answer, always the same to the same arguments; `owner`
  /// is what it finds in its context, and has to live as long as the connection.
  func add(
    _ name: String, arguments: Int32, owner: UnsafeMutableRawPointer? = nil,
    _ function: @escaping Function
  ) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(handle, name, arguments, flags, owner, function, nil, nil, nil)
  }

  /// Runs statements of our own that return nothing.
  func execute(_ sql: String) throws(QueryFailure) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// The only statement of some SQL; blanks, comments and semicolons round it are nothing.
  func prepare(_ sql: String) throws(QueryFailure) -> Statement {
    var statements: [Statement] = []
    let failure = sql.withCString { text -> QueryFailure? in
      var rest: UnsafePointer<CChar>? = text
      while let start = rest, start.pointee != 0, statements.count < 2 {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, start, -1, 0, &statement, &rest)
        guard code == SQLITE_OK else { return self.failure(after: start - text) }
        if let statement { statements.append(Statement(handle: statement, connection: self)) }
      }
      return nil
    }
    guard let statement = statements.first else {
      throw failure ?? QueryFailure(message: "there is no SQL in it")
    }
    guard statements.count == 1, failure == nil else {
      throw QueryFailure(message: "only one statement can be run at a time")
    }
    return statement
  }

  /// What went wrong last, in SQL before which so many bytes stand.
  func failure(after start: Int = 0) -> QueryFailure {
    let offset = sqlite3_error_offset(handle)
    return QueryFailure(
      message: String(cString: sqlite3_errmsg(handle)),
      offset: offset >= 0 ? start + Int(offset) : nil)
  }
}

/// A prepared statement; a class, because it owns SQLite's object and releases it.
final class Statement {
  let handle: OpaquePointer
  private let connection: Connection

  init(handle: OpaquePointer, connection: Connection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map {
      sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? ""
    }
  }

  /// The next row; false after the last.
  func step() throws(QueryFailure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.failure()
    }
  }

  func value(_ column: Int) -> SQLValue {
    let column = Int32(column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_NULL: return .null
    default:
      guard let text = sqlite3_column_text(handle, column) else { return .null }
      let count = Int(sqlite3_column_bytes(handle, column))
      return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    }
  }

  // MARK: - Binding; positions count from 1

  func bind(_ position: Int, _ number: Double) {
    sqlite3_bind_double(handle, Int32(position), number)
  }

  func bind(_ position: Int, _ integer: Int) {
    sqlite3_bind_int64(handle, Int32(position), Int64(integer))
  }

  func bind(_ position: Int, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(
          handle, Int32(position), $0.baseAddress ?? tenfold_sqlite_empty(), Int32($0.count),
          tenfold_sqlite_transient())
      }
    }
  }

  /// Binds a named parameter, if the statement has it.
  func bind(_ name: String, _ value: SQLValue) {
    let position = Int(sqlite3_bind_parameter_index(handle, ":" + name))
    if position > 0 { bind(position, value) }
  }

  func bind(_ position: Int, _ value: SQLValue) {
    switch value {
    case .null: sqlite3_bind_null(handle, Int32(position))
    case .integer(let integer): bind(position, integer)
    case .real(let real): bind(position, real)
    case .text(let text): bind(position, text)
    }
  }

  /// The statement's parameters as written, `:name` or `?`.
  var parameters: [String] {
    let count = sqlite3_bind_parameter_count(handle)
    guard count > 0 else { return [] }
    return (1...count).map {
      sqlite3_bind_parameter_name(handle, $0).map { String(cString: $0) } ?? "?"
    }
  }

  /// Inserts the bound row and makes ready for the next one, with nothing bound.
  func insert() throws(QueryFailure) {
    _ = try step()
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}
