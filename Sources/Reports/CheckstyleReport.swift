import Review

/// Checkstyle's XML (its XMLLogger): files with errors, which many CI servers show.
///
/// Accepted findings are of the severity `ignore`.
struct CheckstyleReport {
  let input: ReportInput

  init(_ input: ReportInput) { self.input = input }

  func render() -> String {
    var paths: [String] = []
    var byPath: [String: [ReportEntry]] = [:]
    for review in input.reviews {
      if byPath[review.path] == nil { paths.append(review.path) }
      byPath[review.path, default: []] += []
      for entry in review.entries {
        if byPath[entry.path] == nil { paths.append(entry.path) }
        byPath[entry.path, default: []].append(entry)
      }
    }
    return XMLElement(
      "checkstyle", ["version": "4.3"],
      paths.map { path in
        XMLElement(
          "file", ["name": path],
          (byPath[path] ?? []).map(error))
      }
    ).document
  }

  private func error(_ entry: ReportEntry) -> XMLElement {
    let accepted = entry.isAccepted ? "accepted: \(entry.acceptance). " : ""
    return XMLElement(
      "error",
      [
        "line": "\(entry.line)", "column": "\(entry.column)",
        "severity": entry.isAccepted ? "ignore" : severity(entry.level),
        "message": accepted + entry.sentence, "source": "\(Tool.name).\(entry.rule)",
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
