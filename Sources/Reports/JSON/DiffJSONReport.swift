import Findings
import Review
import SourceText

/// The difference of two reviews in JSON.
struct DiffJSONReport: Sendable {
  let diff: ReviewDiff

  func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "diff", "The comparison of `tenfold diff`.",
    [.list("reviews", "A comparison per system") { (report: Self) in [report.diff] }])
}

extension ReviewDiff: JSONShaped {
  static let shape = JSONShape<Self>(
    "difference", "What changed between two reviews of a system.",
    [
      .text("path", "The later description") { $0.new.path },
      .text("earlier_path", "The earlier description") { $0.old.path },
      .text("system", "The system's name", null: "when nothing could be read") { $0.new.system },
      .object("checks", "How complete the later review is") { $0.new.checks },
      .object("headroom", "What saturates first", null: "when it is unknown") {
        $0.new.headroom
      },
      .object("earlier_headroom", "What did so before", null: "when it is unknown") {
        $0.old.headroom
      },
      .object("findings", "Open findings by what became of them") { Groups(diff: $0) },
      .integer("unchanged", "Findings that are what they were") {
        $0.findings("unchanged").count
      },
      .list("decisions", "Decisions to accept a risk that came, went or ended") { $0.decisions },
      .list("changes", "Components and relations that changed") { $0.changes },
      .list("problems", "Errors in either description") { diff in
        (diff.old.problems + diff.new.problems).filter { $0.weight == .error }
      },
    ])

  /// The findings of both reviews that are not what they were.
  private struct Groups: JSONShaped {
    let diff: ReviewDiff

    static let shape = JSONShape<Self>(
      "findings", "Open findings by what became of them.",
      [
        .list("new", "Not there before") { $0.diff.findings("new") },
        .list("worse", "There before, and worse now") { $0.diff.findings("worse") },
        .list("better", "There before, and better now") { $0.diff.findings("better") },
        .list("fixed", "No longer there; as they were") { $0.diff.fixed },
        .list("undecided", "Can no longer be evaluated; as they were") { $0.diff.undecided },
      ])
  }
}

extension ReviewDiff.Decision: JSONShaped {
  static let shape = JSONShape<Self>(
    "decision_change", "A decision to accept a risk that is not what it was.",
    [
      .word("change", "What became of it", of: Kind.allCases.map(\.rawValue)) {
        $0.kind.rawValue
      },
      .text("rule", "The rule's id") { $0.finding.rule },
      .text("element", "The element's name") { $0.finding.element },
      .text("fingerprint", "Identity of the finding") { $0.finding.identity },
      .text("why", "Why it ended", null: "when it was made or taken back") {
        $0.finding.reopened?.why
      },
      .object("decision", "What is, or was, decided") { $0.risk },
    ])
}

extension ReviewDiff.Change: JSONShaped {
  static let shape = JSONShape<Self>(
    "change", "A component, operation, relation or journey that changed.",
    [
      .word("change", "What happened to it", of: Kind.allCases.map(\.rawValue)) {
        $0.kind.rawValue
      },
      .text("sort", "What it is") { $0.sort },
      .text("element", "Its name") { $0.element },
      .texts("details", "What its facts were and are") { $0.details },
    ])
}
