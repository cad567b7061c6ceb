import Findings
import Growth
import Review
import SourceText

/// A system over time for people: a bar per revision, then the commits that changed the headroom;
/// within 80 columns.
struct HistoryTextReport {
  let history: ReviewHistory
  let style: TextStyle
  let signs: GrowthSigns

  private static let width = 80
  private static let bar = 16

  func render() -> String {
    let parts = [chart, steps, skipped]
    return parts.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  // MARK: - Chart

  private var chart: [String] {
    guard let last = history.entries.last else { return [] }
    let name = (last.system ?? history.path).abridged(to: Self.width - 40).printable
    let count = history.entries.count
    let title = "\(name): headroom over \(count) \(count == 1 ? "revision" : "revisions")"
    return [
      style.strong(title),
      style.dim("  findings: critical/high/medium/low"),
    ] + history.entries.map(line)
  }

  private func line(_ entry: ReviewHistory.Entry) -> String {
    let headroom = entry.headroom.map {
      GrowthNumber.multiple($0.multiple, isAtMost: $0.isAtMost, signs)
    }
    let counts = Severity.allCases.reversed().map { "\(entry.count(of: $0))" }
    let head =
      "  \(entry.revision.day) \(entry.revision.short)  \(bar(entry)) "
      + right(headroom ?? "-", 7) + "  " + counts.joined(separator: "/").padded(to: 9)
    let room = max(8, Self.width - head.columns - 1)
    let subject = entry.revision.subject.printable.cut(to: room, signs.cut)
    let marked = entry.headroom.map { $0.multiple < 1 } == true ? style.bad(head) : head
    return subject.isEmpty ? marked : marked + " " + subject
  }

  /// As long as the headroom, the longest one for the largest.
  private func bar(_ entry: ReviewHistory.Entry) -> String {
    let share = history.share(of: entry) ?? 0
    let cells = share > 0 ? max(1, Int((share * Double(Self.bar)).rounded())) : 0
    return String(repeating: signs.bar, count: cells).padded(to: Self.bar)
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.columns)) + text
  }

  // MARK: - What changed

  private var steps: [String] {
    let all = history.steps
    guard !all.isEmpty else { return [] }
    return [style.strong("What changed the headroom")]
      + all.flatMap { step in
        let revision = step.entry.revision
        return indented("\(revision.short) \(revision.subject.abridged): \(step.words)")
      }
  }

  private var skipped: [String] {
    guard !history.skipped.isEmpty else { return [] }
    return [style.strong("Not read")]
      + history.skipped.flatMap { revision, why in
        indented("\(revision.short) \(revision.day): \(why.abridged)")
      }
  }

  private func indented(_ text: String) -> [String] {
    text.printable.wrapped(width: Self.width - 4).enumerated().map { row, line in
      (row == 0 ? "  " : "    ") + line
    }
  }
}

extension ReviewHistory.Step {
  /// `4.1x -> 1.2x (orders-db, read capacity)`.
  var words: String {
    let limit = entry.headroom.map { " (\($0.element.abridged), \($0.limit.phrase))" } ?? ""
    return "\(before?.phrase ?? "unknown") -> \(entry.headroom?.phrase ?? "unknown")\(limit)"
  }
}
