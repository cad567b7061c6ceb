internal import CQueryMemory

/// How much memory SQLite may take for one question, counted for the thread that asks.
///
/// SQLite knows a limit for the whole process only, in which one query would fail by what another
/// one holds.
enum QueryMemory {
  /// Most bytes that a query takes besides the facts: sorting, grouping and what it makes up.
  static let ofQuery: Int64 = 512 << 20
  /// Most bytes of the facts of one database.
  static let ofFacts: Int64 = 4 << 30

  /// Has SQLite count, once, before it is first used.
  static let isCounting: Void = query_memory_install()

  /// Runs something that may take so many bytes; a failure for want of them says so in words.
  static func bounded<Result>(
    _ bytes: Int64, _ words: String, _ body: () throws(QueryFailure) -> Result
  ) throws(QueryFailure) -> Result {
    query_memory_allow(bytes)
    do {
      let result = try body()
      _ = query_memory_release()
      return result
    } catch {
      guard query_memory_release() != 0, error.isOutOfMemory else { throw error }
      throw QueryFailure(message: words)
    }
  }

  /// The same for a query.
  static func ofQuery<Result>(
    _ body: () throws(QueryFailure) -> Result
  ) throws(QueryFailure) -> Result {
    try bounded(
      ofQuery, "the query needs more than \(ofQuery >> 20) MB of memory", body)
  }
}

extension QueryFailure {
  /// Whether SQLite says that it got no memory.
  fileprivate var isOutOfMemory: Bool { message == "out of memory" }
}
