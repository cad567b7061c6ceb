import Findings
import Review
import SourceText

/// GitLab's Code Quality report: an array of issues with a unique fingerprint each.
///
/// GitLab knows no accepted issue, so an accepted or known finding is of the severity `info` and
/// says so.
struct GitLabReport: Report {
  let locate: @Sendable (_ path: String) -> String
  private let frame = Placeholder.parts(of: JSONValue.array([.placeholder]).text)
  let separator = ",\n  "

  func head(_ run: RunSummary) -> String { frame.head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    var seen: [String: Int] = [:]
    return review.entries.map { entry in
      let identity =
        entry.finding?.identity ?? Findings.fingerprint([review.home, entry.fingerprint])
      let count = seen[identity, default: 0]
      seen[identity] = count + 1
      let issue = issue(entry, count == 0 ? identity : "\(identity)-\(count)")
      return ReportPiece(issue.text(indent: 1))
    }
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String { frame.tail }

  private func issue(_ entry: ReportEntry, _ fingerprint: String) -> JSONValue {
    .members([
      "description": .string(entry.remarkedSentence.printable),
      "check_name": .string(entry.rule.printable), "fingerprint": .string(fingerprint),
      "severity": .string(severity(entry)),
      "location": .members([
        "path": .string(locate(entry.path).printable),
        "lines": .members(["begin": .integer(entry.line)]),
      ]),
    ])
  }

  private func severity(_ entry: ReportEntry) -> String {
    if entry.isQuiet { return "info" }
    return switch entry.finding?.severity {
    case .critical: "blocker"
    case .high: "critical"
    case .medium: "major"
    case .low: "minor"
    case nil: entry.level == .error ? "critical" : "minor"
    }
  }
}
