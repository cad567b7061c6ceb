import Findings
import Review
import SourceText

/// Comma-separated values (RFC 4180) for spreadsheets, a row per finding or problem.
///
/// They begin with a byte order mark: without one, Excel takes UTF-8 for another encoding.
struct CSVReport: Report {
  private static let columns = [
    "system", "kind", "severity", "rule", "element", "message", "path", "line", "column",
    "confidence", "headroom", "standing", "accepted", "owner", "until", "ticket", "reopened",
    "advice", "fingerprint",
  ]

  func head(_ run: RunSummary) -> String { "\u{FEFF}" + csvText([Self.columns]) }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    return [ReportPiece(csvText(review.entries.map { row($0, review.system ?? "") }))]
  }

  private func row(_ entry: ReportEntry, _ system: String) -> [String] {
    let finding = entry.finding
    return [
      system, finding == nil ? "problem" : "finding", entry.severity, entry.rule,
      finding?.element ?? "", entry.message, entry.path, "\(entry.line)", "\(entry.column)",
      finding?.confidence.word ?? "",
      finding?.level.headroom.map { Unit.digits(min($0, Unit.largest)) } ?? "",
      finding?.standing?.word ?? "", finding?.accepted?.reason ?? "",
      finding?.decision?.owner ?? "", finding?.decision?.until?.text ?? "",
      finding?.decision?.ticket ?? "", finding?.reopened?.sentence ?? "", entry.advice,
      entry.fingerprint,
    ]
  }
}
