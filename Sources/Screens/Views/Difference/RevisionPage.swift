import Findings
import Review
import SourceText

/// What became of findings since a revision, by name.
struct RevisionPage: Page {
  let revision: String
  let diff: ReviewDiff
  let mode = Mode.manual
  let isAboutEntry = false

  func crumb(in context: PageContext) -> String { "Against \(revision)" }

  func lines(in context: PageContext, width: Int) -> Lines {
    var lines = Lines(width: width)
    let groups = groups
    lines.add(groups.map { "\($0.findings.count) \($0.word)" }.joined(separator: ", "), .title)
    if let carried { lines.add(carried, .dim) }
    for group in groups where !group.findings.isEmpty {
      lines.addHeading(group.word.prefix(1).uppercased() + group.word.dropFirst())
      for finding in group.findings {
        let head = "  " + finding.severity.word.padded(to: 9)
        lines.add(finding.message, head: Lines.Run(text: head, role: finding.severity.role))
        if let change = change(of: finding) {
          lines.add(change, .dim, head: Lines.Run(text: "           ", role: .text))
        }
      }
    }
    lines.addList(
      "Described otherwise",
      diff.changes.map { change in
        ([change.title + " " + change.kind.rawValue] + change.details).joined(separator: "; ")
      })
    return lines
  }

  private var groups: [(word: String, findings: [JudgedFinding])] {
    let standings = ["new", "worse", "better"].map { (word: $0, findings: diff.findings($0)) }
    let undecided = diff.undecided
    return standings + [(word: "fixed", findings: diff.fixed)]
      + (undecided.isEmpty ? [] : [(word: "no longer decidable", findings: undecided)])
  }

  /// From what to what a finding became worse or better; nil of others.
  private func change(of finding: JudgedFinding) -> String? {
    switch finding.standing {
    case .worse(let why): why
    case .better:
      diff.old.findings.first { $0.fingerprint == finding.fingerprint }.flatMap {
        finding.level.improvement(since: $0.level)
      }
    case .new, .unchanged, nil: nil
    }
  }

  /// What both carry; nil where that is the same.
  private var carried: String? {
    let (before, now) = (diff.old.headroom?.phrase, diff.new.headroom?.phrase)
    guard before != now else { return nil }
    return "headroom \(now ?? "unknown"), was \(before ?? "unknown")"
  }
}
