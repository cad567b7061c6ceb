import Findings
import Growth
import Review
import SourceText

/// A system over time as rows for a spreadsheet: one per revision, under the names that the JSON
/// report uses.
struct HistoryCSVReport {
  let history: ReviewHistory

  private static let names =
    ["revision", "date", "subject", "headroom", "at_most", "element", "limit"]
    + Severity.allCases.reversed().map(\.word)

  func render() -> String { csvText([Self.names] + history.entries.map(row)) }

  private func row(_ entry: ReviewHistory.Entry) -> [String] {
    let (revision, headroom) = (entry.revision, entry.headroom)
    return [revision.id, revision.day, revision.subject]
      + [
        headroom.map { Unit.digits($0.multiple, significant: 6) } ?? "",
        headroom.map { $0.isAtMost ? "true" : "false" } ?? "", headroom?.element ?? "",
        headroom?.limit.rawValue ?? "",
      ] + Severity.allCases.reversed().map { "\(entry.count(of: $0))" }
  }
}
