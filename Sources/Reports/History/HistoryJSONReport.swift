import Findings
import Review
import SourceText

/// A system over time in JSON.
struct HistoryJSONReport: Sendable {
  let history: ReviewHistory

  func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "history", "The history of `tenfold history`.",
    [
      .text("path", "The description's path as named in the call") { (report: Self) in
        report.history.path
      },
      .list("revisions", "The revisions that could be read, the oldest first") {
        $0.history.entries
      },
      .list("steps", "Those that changed the headroom") { $0.history.steps },
      .list("skipped", "Those that could not be read") { report in
        report.history.skipped.map { Skipped(revision: $0.revision, why: $0.why) }
      },
    ])

  /// A revision that could not be read.
  struct Skipped: JSONShaped {
    let revision: HistoryRevision
    let why: String

    static let shape = JSONShape<Self>(
      "skipped", "A revision that could not be read.",
      [
        .text("revision", "Its hash") { $0.revision.id },
        .text("why", "The reason") { $0.why },
      ])
  }
}

extension ReviewHistory.Entry: JSONShaped {
  static let shape = JSONShape<Self>(
    "revision", "What the system was at a revision.", fields + counts)

  private static let fields: [JSONField<Self>] = [
    .text("revision", "Its hash") { $0.revision.id },
    .text("date", "The day it was committed") { $0.revision.day },
    .text("subject", "The first line of its message") { $0.revision.subject },
    .object("headroom", "What saturated first", null: "when it was unknown") { $0.headroom },
  ]

  private static let counts: [JSONField<Self>] = Severity.allCases.reversed().map { severity in
    .integer(severity.word, "Open findings of severity \(severity.word)") {
      $0.count(of: severity)
    }
  }
}

extension ReviewHistory.Step: JSONShaped {
  static let shape = JSONShape<Self>(
    "step", "A revision that changed the headroom.",
    [
      .text("revision", "Its hash") { $0.entry.revision.id },
      .object("before", "What saturated first before", null: "when it was unknown") { $0.before },
      .object("after", "What did so from then on", null: "when it was unknown") {
        $0.entry.headroom
      },
    ])
}
