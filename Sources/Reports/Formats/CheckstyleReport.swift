import Review
import SourceText

/// Checkstyle's XML (its XMLLogger): files with errors, which many CI servers show.
///
/// Accepted and known findings are of the severity `ignore`.
struct CheckstyleReport: Report {
  private let frame = Placeholder.parts(
    of: XMLElement("checkstyle", ["version": "4.3"], [.placeholder]).document)

  func head(_ run: RunSummary) -> String { frame.head }

  /// The description's own file first, even when nothing is found in it.
  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    var paths = [review.path]
    var byPath: [String: [ReportEntry]] = [review.path: []]
    for entry in review.entries {
      if byPath[entry.path] == nil { paths.append(entry.path) }
      byPath[entry.path, default: []].append(entry)
    }
    return paths.map { path in
      let file = XMLElement("file", ["name": path], (byPath[path] ?? []).map(error))
      return ReportPiece(file.markup(indent: 1))
    }
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String { frame.tail }

  private func error(_ entry: ReportEntry) -> XMLElement {
    XMLElement(
      "error",
      [
        "line": "\(entry.line)", "column": "\(entry.column)",
        "severity": entry.isQuiet ? "ignore" : severity(entry.level),
        "message": entry.remarkedSentence, "source": "\(Tool.name).\(entry.rule)",
      ])
  }

  private func severity(_ level: ReportEntry.Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}
