package import Facts
package import Review

/// A format that is a file and no text.
package protocol FileFormat: Sendable {
  /// Begins a report at a path where an empty file may be.
  func open(at path: String) throws(QueryFailure) -> any FileReport
}

/// A report that is a file and no text.
package protocol FileReport {
  /// Adds a review; fails for want of room.
  mutating func add(_ review: Review) throws(QueryFailure)
  /// Ends the file; nothing can be added any more.
  func finish() throws(QueryFailure)
}
