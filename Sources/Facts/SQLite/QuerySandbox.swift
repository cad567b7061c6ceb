internal import CSQLite

/// How long a query may work, for queries whose steps may be functions over megabytes.
package struct TimeLimit: Sendable {
  let seconds: Double
  let clock: @Sendable () -> Double

  /// Some seconds, by a clock that tells what this thread has worked so far.
  package init(seconds: Double, clock: @escaping @Sendable () -> Double) {
    self.seconds = seconds
    self.clock = clock
  }
}

/// Keeps queries from doing anything but read the facts, and from running indefinitely.
///
/// SQLite's authorizer refuses all but SELECT over our own tables, so nothing can be written,
/// attached or loaded, and no pragma run; the progress handler counts steps of the virtual machine
/// (https://www.sqlite.org/c3ref/progress_handler.html); limits bound texts and patterns. A class,
/// because SQLite's callbacks hold a pointer to it.
final class QuerySandbox {
  /// The tables that queries have named since this was emptied, as SQLite understood them.
  var tablesRead: Set<String> = []
  /// The columns of these, where somebody wants to know; nil where nobody does.
  var columnsRead: [String: Set<String>]?
  private var isOpen = true
  private var refused: String?
  /// Why the query was stopped; nil while it may go on.
  private var exhausted: String?
  private var steps = 0
  private var stepLimit = fewestSteps
  private var start = 0.0
  /// How long a query may work; nil for no limit but that of its steps.
  var timeLimit: TimeLimit?
  private let handle: OpaquePointer

  /// The handler is called once per this many virtual machine instructions.
  private static let stepsPerCall = 500
  /// Instructions that a fair query may need where there is hardly anything to read.
  private static let fewestSteps = 100_000_000
  /// Longest text in bytes: the ids of half a million elements in a list.
  private static let lengthLimit: Int32 = 4_000_000
  /// Longest query in bytes: without a loop it is stopped only at its end.
  private static let queryLimit: Int32 = 20_000

  init(_ connection: Connection) { handle = connection.handle }

  /// Sets how much work a fair query over so many elements may need.
  func allowSteps(elements: Int) { stepLimit = Self.fewestSteps + 5_000 * elements }

  /// Lets nothing through but reading.
  func close() {
    isOpen = false
    let own = Unmanaged.passUnretained(self).toOpaque()
    _ = tenfold_sqlite_configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = tenfold_sqlite_configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = tenfold_sqlite_configure(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, Self.queryLimit)
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.lengthLimit)
    sqlite3_set_authorizer(handle, authorize, own)
    sqlite3_progress_handler(handle, Int32(Self.stepsPerCall), countSteps, own)
  }

  /// Lets us fill tables.
  func whileOpen(_ body: () throws(QueryFailure) -> Void) throws(QueryFailure) {
    isOpen = true
    defer { isOpen = false }
    try body()
  }

  func startCounting() {
    steps = 0
    start = timeLimit?.clock() ?? 0
    exhausted = nil
  }

  /// A failure in words that say what the sandbox refused, when it was the sandbox.
  func explained(_ failure: QueryFailure) -> QueryFailure {
    defer { (refused, exhausted) = (nil, nil) }
    if let exhausted {
      return QueryFailure(
        message: "the query was stopped after \(exhausted); it may loop endlessly", offset: nil)
    }
    if let refused {
      return QueryFailure(
        message: "a query can only read the facts: \(refused)", offset: failure.offset)
    }
    return failure
  }

  fileprivate func allows(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Bool {
    if isOpen { return true }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    case SQLITE_READ:
      if let first { note(String(cString: first).lowercased(), second) }
      return true
    case SQLITE_FUNCTION:
      let function = second.map { String(cString: $0) } ?? ""
      guard Self.forbidden.contains(function) else { return true }
      refused = "the function `\(function)` is not allowed"
    case SQLITE_ATTACH: refused = "ATTACH is not allowed"
    case SQLITE_PRAGMA: refused = "PRAGMA is not allowed"
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: refused = "transactions are not allowed"
    default: refused = "it would change the database"
    }
    return false
  }

  private func note(_ table: String, _ column: UnsafePointer<CChar>?) {
    tablesRead.insert(table)
    guard columnsRead != nil, let column else { return }
    columnsRead?[table, default: []].insert(String(cString: column).lowercased())
  }

  /// What leaves the facts, and `json_patch`, which looks for each key of one text among all of
  /// another.
  private static let forbidden: Set<String> = [
    "load_extension", "fts3_tokenizer", "sqlite_compileoption_get", "sqlite_log", "json_patch",
  ]

  /// Counts work that was done or is to be done; false when it is too much.
  func mayGoOn(after work: Int = stepsPerCall) -> Bool {
    guard !isOpen else { return true }
    steps += work
    if steps > stepLimit {
      exhausted = "\(stepLimit) steps"
    } else if let timeLimit, timeLimit.clock() - start > timeLimit.seconds {
      exhausted = "\(Int(timeLimit.seconds.rounded(.up))) s of work"
    }
    return exhausted == nil
  }
}

private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?,
  _ view: UnsafePointer<CChar>?
) -> Int32 {
  guard let context else { return SQLITE_DENY }
  let sandbox = Unmanaged<QuerySandbox>.fromOpaque(context).takeUnretainedValue()
  return sandbox.allows(action, first, second) ? SQLITE_OK : SQLITE_DENY
}

private func countSteps(_ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return 1 }
  return Unmanaged<QuerySandbox>.fromOpaque(context).takeUnretainedValue().mayGoOn() ? 0 : 1
}
