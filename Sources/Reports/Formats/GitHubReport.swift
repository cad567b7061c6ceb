import Findings
import Review
import SourceText

/// Workflow commands of GitHub Actions, one line each, which show beside the changed lines.
///
/// A step shows ten of a kind (docs.github.com, "Annotations": 10 errors, 10 warnings and 10
/// notices), so that the worst of all files come first, and the rest is one line.
struct GitHubReport: Report {
  let locate: @Sendable (_ path: String) -> String
  let startsLate = true

  /// The commands, as many of each as a step shows; one notice is kept for the rest.
  private enum Command: String, CaseIterable {
    case error, warning, notice

    var most: Int { self == .notice ? 9 : 10 }

    /// What is accepted or known is a notice that says so.
    init(_ entry: ReportEntry) {
      switch entry.level {
      case .error where !entry.isQuiet: self = .error
      case .warning where !entry.isQuiet: self = .warning
      case .error, .warning, .note: self = .notice
      }
    }

    init?(rank: Int) {
      guard Self.allCases.indices.contains(rank / Self.step) else { return nil }
      self = Self.allCases[rank / Self.step]
    }

    /// Ranks of one command.
    private static let step = 10

    /// The worse, the less.
    func rank(_ entry: ReportEntry) -> Int {
      let severity = entry.finding.map { Severity.critical.rawValue - $0.severity.rawValue } ?? 0
      let own = Self.allCases.firstIndex(of: self) ?? 0
      return own * Self.step + (entry.isQuiet ? Self.step - 1 : severity)
    }
  }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    subject.review.entries.map { entry in
      ReportPiece(line(entry) + "\n", rank: Command(entry).rank(entry))
    }
  }

  func chosen(_ sizes: [ReportPiece.Size], behind head: String, _ run: RunSummary) -> [Int] {
    var counts: [Command: Int] = [:]
    let worstFirst = sizes.indices.sorted { (sizes[$0].rank, $0) < (sizes[$1].rank, $1) }
    return worstFirst.filter { index in
      guard let command = Command(rank: sizes[index].rank) else { return true }
      counts[command, default: 0] += 1
      return counts[command, default: 0] <= command.most
    }
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    guard left > 0 else { return "" }
    return "::notice title=\(Tool.name)::\(left) more of less severity; the text report has all\n"
  }

  private func line(_ entry: ReportEntry) -> String {
    let title = entry.finding.map { "\(entry.severity): \($0.title) [\(entry.rule)]" }
    let position = entry.place.map { place in
      // The runner takes columns on one line only.
      let column = place.start.line == place.end.line ? ",col=\(place.start.column)" : ""
      return ",line=\(place.start.line),endLine=\(place.end.line)\(column)"
    }
    return "::\(Command(entry).rawValue) file=\(property(locate(entry.path)))"
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
