import Findings
import Review
import SourceText

/// Workflow commands of GitHub Actions, one line each, which show beside the changed lines.
struct GitHubReport: Report {
  let locate: @Sendable (_ path: String) -> String

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    subject.review.entries.map { ReportPiece(line($0) + "\n") }
  }

  /// What is accepted or known is a notice that says so.
  private func line(_ entry: ReportEntry) -> String {
    let command =
      switch entry.level {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let title = entry.finding.map { "\(entry.severity): \($0.title) [\(entry.rule)]" }
    let position = entry.place.map { place in
      // The runner takes columns on one line only.
      let column = place.start.line == place.end.line ? ",col=\(place.start.column)" : ""
      return ",line=\(place.start.line),endLine=\(place.end.line)\(column)"
    }
    return "::\(entry.isQuiet ? "notice" : command) file=\(property(locate(entry.path)))"
      + "\(position ?? ""),title=\(property(title ?? entry.rule))::"
      + data(entry.remarkedSentence.abridged(to: 4_000))
  }

  /// The runner's escapes for the text after `::`.
  private func data(_ text: String) -> String {
    text.printable.escaped { $0 == "%" ? "%25" : nil }
  }

  /// The runner's escapes for a property's value.
  private func property(_ text: String) -> String {
    data(text).escaped { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }
}
