/// Where a format writes.
package enum ReportSink: Sendable {
  /// A stream: texts one behind the other, to whatever takes bytes.
  case stream(any Report)
  /// A file of its own, which is not written from its beginning to its end.
  case file(any FileFormat)

  /// The report that is a stream; nil for a file.
  package var stream: (any Report)? {
    switch self {
    case .stream(let report): report
    case .file: nil
    }
  }
}
