internal import CSQLite

/// SQLite's functions that compare each place of a text with another text, made anew.
///
/// Nobody can stop a function at work, and SQLite's need as many steps as the product of two
/// lengths. Here searching is linear, and matching a pattern counts as work of the query.
enum TextFunctions {
  private typealias Values = UnsafeMutablePointer<OpaquePointer?>

  /// Steps of the virtual machine that take as long as one comparison in a pattern.
  private static let stepsPerComparison = 0.125

  /// Puts them in the place of SQLite's own.
  static func add(to connection: Connection, countedBy sandbox: QuerySandbox) {
    let functions: [(String, Int32, Connection.Function)] = [
      ("instr", 2, { TextFunctions.find($0, $2) }),
      ("replace", 3, { TextFunctions.replace($0, $2) }),
      ("trim", 2, { TextFunctions.trim($0, $2, atStart: true, atEnd: true) }),
      ("ltrim", 2, { TextFunctions.trim($0, $2, atStart: true, atEnd: false) }),
      ("rtrim", 2, { TextFunctions.trim($0, $2, atStart: false, atEnd: true) }),
      ("like", 2, { TextFunctions.match($0, $1, $2, with: sqlite3_strlike) }),
      ("like", 3, { TextFunctions.match($0, $1, $2, with: sqlite3_strlike) }),
      ("glob", 2, { TextFunctions.match($0, $1, $2, with: { p, t, _ in sqlite3_strglob(p, t) }) }),
    ]
    let owner = Unmanaged.passUnretained(sandbox).toOpaque()
    for (name, count, function) in functions {
      connection.add(name, arguments: count, owner: owner, function)
    }
  }

  /// The bytes of a value as text, valid until the next question about it; nil for NULL.
  private static func text(_ value: OpaquePointer?) -> UnsafeRawBufferPointer? {
    guard let start = sqlite3_value_text(value) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// Where a text first holds another one, in bytes; glibc's search is linear.
  private static func offset(
    of part: UnsafeRawBufferPointer, in whole: UnsafeRawBufferPointer, from start: Int = 0
  ) -> Int? {
    guard let base = whole.baseAddress, start + part.count <= whole.count,
      let found = memmem(base + start, whole.count - start, part.baseAddress, part.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// `instr(TEXT, PART)`: the position in characters, or in bytes when both are blobs.
  private static func find(_ context: OpaquePointer?, _ values: Values?) {
    guard let values, sqlite3_value_type(values[0]) != SQLITE_NULL,
      sqlite3_value_type(values[1]) != SQLITE_NULL
    else { return }
    let isBinary = (0..<2).allSatisfy { sqlite3_value_type(values[$0]) == SQLITE_BLOB }
    guard let whole = text(values[0]), let part = text(values[1]) else { return }
    guard let offset = offset(of: part, in: whole) else { return sqlite3_result_int(context, 0) }
    let before = whole[..<offset]
    let characters = isBinary ? offset : before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    sqlite3_result_int64(context, Int64(characters + 1))
  }

  /// `replace(TEXT, PART, OTHER)`.
  private static func replace(_ context: OpaquePointer?, _ values: Values?) {
    guard let values, let whole = text(values[0]), let part = text(values[1]) else { return }
    guard !part.isEmpty else { return sqlite3_result_value(context, values[0]) }
    guard let other = text(values[2]) else { return }
    let most = sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)
    var (replaced, start) = ([UInt8](), 0)
    while let found = offset(of: part, in: whole, from: start) {
      replaced += whole[start..<found]
      replaced += other
      start = found + part.count
      guard replaced.count <= most else { return sqlite3_result_error_toobig(context) }
    }
    replaced += whole[start...]
    guard replaced.count <= most else { return sqlite3_result_error_toobig(context) }
    result(context, replaced)
  }

  /// `trim(TEXT, CHARACTERS)` and its halves.
  private static func trim(
    _ context: OpaquePointer?, _ values: Values?, atStart: Bool, atEnd: Bool
  ) {
    guard let values, let whole = text(values[0]), let characters = text(values[1]) else { return }
    let unwanted = Set(String(decoding: characters, as: UTF8.self).unicodeScalars)
    var rest = String(decoding: whole, as: UTF8.self).unicodeScalars[...]
    if atStart { rest = rest.drop(while: unwanted.contains) }
    while atEnd, let last = rest.last, unwanted.contains(last) { rest.removeLast() }
    result(context, Array(String(rest).utf8))
  }

  private static func result(_ context: OpaquePointer?, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      sqlite3_result_text(
        context, $0.characters ?? tenfold_sqlite_empty(), Int32($0.count),
        tenfold_sqlite_transient())
    }
  }

  /// `TEXT LIKE PATTERN ESCAPE CHARACTER` and `TEXT GLOB PATTERN`; the pattern comes first.
  private static func match(
    _ context: OpaquePointer?, _ count: Int32, _ values: Values?,
    with matches: (UnsafePointer<CChar>?, UnsafePointer<CChar>?, UInt32) -> Int32
  ) {
    guard let values, let pattern = text(values[0]), let whole = text(values[1]),
      count < 3 || sqlite3_value_type(values[2]) != SQLITE_NULL
    else { return }
    let database = sqlite3_context_db_handle(context)
    guard pattern.count <= sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1) else {
      return sqlite3_result_error(context, "LIKE or GLOB pattern too complex", -1)
    }
    var escape: UInt32 = 0
    if count == 3 {
      let scalars = text(values[2]).map {
        Array(String(decoding: $0, as: UTF8.self).unicodeScalars)
      }
      guard let scalars, scalars.count == 1, !["%", "_"].contains(scalars[0]) else {
        return sqlite3_result_error(
          context, "ESCAPE needs a single character other than % and _", -1)
      }
      escape = scalars[0].value
    }
    let work = Double(pattern.count) * Double(whole.count) * stepsPerComparison
    guard let sandbox = sqlite3_user_data(context),
      Unmanaged<QuerySandbox>.fromOpaque(sandbox).takeUnretainedValue().mayGoOn(after: Int(work))
    else { return sqlite3_result_error_code(context, SQLITE_INTERRUPT) }
    let isMatch = matches(pattern.characters, whole.characters, escape) == 0
    sqlite3_result_int(context, isMatch ? 1 : 0)
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as SQLite takes texts.
  fileprivate var characters: UnsafePointer<CChar>? {
    baseAddress?.assumingMemoryBound(to: CChar.self)
  }
}
