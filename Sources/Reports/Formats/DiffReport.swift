import Findings
import Growth
import Review
import SourceText

/// What changed between two reviews: worst first, unchanged findings left out.
struct DiffReport {
  let diff: ReviewDiff

  init(_ diff: ReviewDiff) { self.diff = diff }

  private var groups: [(name: String, findings: [JudgedFinding])] {
    [
      ("new", diff.findings("new")), ("worse", diff.findings("worse")),
      ("better", diff.findings("better")), ("fixed", diff.fixed), ("undecided", diff.undecided),
    ]
  }

  /// What people read for a group: what is undecided was found, and a fact that it needs is gone.
  private func title(_ name: String) -> String {
    name == "undecided" ? "can no longer be evaluated" : name
  }

  private var counts: String {
    groups.filter { $0.name != "undecided" || !$0.findings.isEmpty }
      .map { "\($0.findings.count) \(title($0.name))" }.joined(separator: ", ")
      + ", \(diff.findings("unchanged").count) unchanged"
  }

  /// `headroom: 3.4x -> 1.2x (orders-db, servers)`, and what the new one rests on.
  private var headroom: String? {
    let words = { (statement: HeadroomStatement?) in
      statement.map { "\($0.phrase) (\($0.element.abridged), \($0.limit.phrase))" } ?? "unknown"
    }
    guard diff.old.headroom != nil || diff.new.headroom != nil else { return nil }
    let change = "headroom: \(words(diff.old.headroom)) -> \(words(diff.new.headroom))"
    let assumption = diff.new.headroom?.assumption(\.abridged)
    return [change, assumption].compactMap(\.self).joined(separator: "; ")
  }

  private func why(_ finding: JudgedFinding) -> String {
    finding.standing?.reason.map { ": \($0)" } ?? ""
  }

  private func words(_ change: ReviewDiff.Change) -> String {
    let details = change.details.isEmpty ? "" : ": " + change.details.joined(separator: ", ")
    return "\(change.kind.rawValue) \(change.title)\(details)"
  }

  /// `accepted: orders redelivers ... [queues/no-dlq]: replayed by hand (by ops)`.
  private func words(_ decision: ReviewDiff.Decision) -> String {
    let finding = decision.finding
    let why =
      decision.kind == .made
      ? decision.risk.sentence : finding.reopened?.sentence ?? decision.risk.recollection
    return "\(decision.kind.rawValue): \(finding.message) [\(finding.rule)]: \(why)"
  }

  // MARK: - Formats

  var text: String {
    var lines: [String] = []
    for (name, findings) in groups where !findings.isEmpty {
      lines.append("\(title(name)):")
      lines += findings.map {
        "  \($0.severity.word) \($0.place.path):\($0.place.start.line) \($0.message) "
          + "[\($0.rule)]\(why($0))"
      }
      lines.append("")
    }
    if !diff.decisions.isEmpty {
      lines.append("decisions:")
      lines += diff.decisions.map { "  " + words($0) } + [""]
    }
    if !diff.changes.isEmpty {
      lines.append("components and relations:")
      lines += diff.changes.map { "  " + words($0) } + [""]
    }
    lines += [headroom].compactMap(\.self)
    lines.append("\((diff.new.system ?? diff.new.path).abridged): \(counts).")
    return lines.map { $0.abridged(to: Self.lineLimit).printable + "\n" }.joined()
  }

  /// Scalars of a line that is made of what the user wrote.
  private static let lineLimit = 1_000
  /// Components and relations in a comment.
  private static let shownChanges = 100

  var markdown: String {
    let name = Markdown.inert((diff.new.system ?? diff.new.path).abridged)
    let head = "### \(name): \(counts)\n\n" + (headroom.map { Markdown.inert($0) + "\n\n" } ?? "")
    let pieces =
      groups.flatMap { name, findings in
        let isNews = ["new", "worse"].contains(name)
        return section(title(name), findings.map(item), isNews ? .news : .rest)
      } + section("decisions", diff.decisions.map { line(words($0)) }, .rest) + changes
    let sizes = pieces.map { $0.size(of: 0) }
    let kept = zip(pieces, Markdown.capacity.kept(sizes, behind: head)).filter(\.1)
    return head + kept.map(\.0.text).joined() + Markdown.omission(pieces.count - kept.count)
  }

  private func item(_ finding: JudgedFinding) -> String {
    let place = "\(finding.place.path):\(finding.place.start.line)"
    return "- \(finding.severity.word): \(Markdown.inert(finding.message + why(finding))) "
      + "(\(Markdown.inert(finding.rule)), \(Markdown.inert(place)))\n"
  }

  private func line(_ words: String) -> String {
    "- " + Markdown.inert(words.abridged(to: Self.lineLimit)) + "\n"
  }

  /// Items behind their title, which the first one carries.
  private func section(
    _ title: String, _ items: [String], _ rank: Markdown.Rank
  ) -> [ReportPiece] {
    items.indices.map { index in
      let start = index == 0 ? "**\(title)**\n\n" : ""
      let end = index == items.count - 1 ? "\n" : ""
      return ReportPiece(start + items[index] + end, rank: rank.rawValue)
    }
  }

  private var changes: [ReportPiece] {
    guard !diff.changes.isEmpty else { return [] }
    let rest = diff.changes.count - Self.shownChanges
    let lines = diff.changes.prefix(Self.shownChanges).map { line(words($0)) }
    let more = rest > 0 ? "- and \(rest) more\n" : ""
    return [Markdown.folded("Components and relations", lines.joined() + more)]
  }
}
