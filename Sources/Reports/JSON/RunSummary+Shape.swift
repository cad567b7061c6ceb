import Findings
import Review
import SourceText

extension RunSummary {
  /// The document of a whole run, with a gap where its reviews go, which are written one by one.
  static let shape = JSONDocument.shape(
    of: "check", "The reviews of `tenfold check`.",
    [
      JSONField("reviews", "A review per description", .list(.object(Review.shape.object))) {
        (_: RunSummary) in .array([.placeholder])
      },
      .object("overview", "All descriptions of the run in a line each") { Overview(run: $0) },
    ])

  /// All systems of a run in a line each, what carries least first; the gravest risks; counts by
  /// team.
  struct Overview: JSONShaped {
    let run: RunSummary

    static let shape = JSONShape<Self>(
      "overview", "The run as a whole.",
      [
        .list("systems", "The systems, least headroom first") { overview in
          overview.run.byHeadroom.map { Line(system: $0, isCompared: overview.run.isCompared) }
        },
        .list("worst", "The gravest open findings of the run") { overview in
          overview.run.worst.map {
            Worst(risk: $0, system: overview.run.systems[$0.system].name)
          }
        },
        .list("teams", "Open findings by team") { overview in
          overview.run.teams.sorted { $0.key < $1.key }.map {
            Team(name: $0.key, open: $0.value.open)
          }
        },
      ])
  }

  private struct Line: JSONShaped {
    let system: System
    let isCompared: Bool

    static let shape = JSONShape<Self>(
      "system", "One system of the run.",
      [
        .text("system", "Its name, or its path where that could not be read") { $0.system.name },
        .text("path", "The description's path") { $0.system.path },
        .object("headroom", "What saturates first", null: "when it is unknown") {
          $0.system.headroom
        },
        .object("open", "Open findings by severity") { $0.system.open },
        .integer("new", "Findings that are new or worse", null: "without a comparison") {
          $0.isCompared ? $0.system.news : nil
        },
        .integer("fixed", "Known findings that are gone", null: "without a comparison") {
          $0.isCompared ? $0.system.fixed : nil
        },
        .object("checks", "How complete its review is") { $0.system.checks },
        .flag("broken", "Whether the description could not be read in full") {
          $0.system.isBroken
        },
      ])
  }

  private struct Worst: JSONShaped {
    let risk: Risk
    let system: String

    static let shape = JSONShape<Self>(
      "risk", "One of the gravest open findings.",
      [
        .text("system", "The system's name") { $0.system },
        .word("severity", "How much it matters", of: Severity.words) { $0.risk.severity.word },
        .text("rule", "The rule's id") { $0.risk.rule },
        .text("message", "The fault in one sentence") { $0.risk.message },
      ])
  }

  private struct Team: JSONShaped {
    let name: String
    let open: SeverityCounts

    static let shape = JSONShape<Self>(
      "team", "The open findings on what one team owns.",
      [
        .text("team", "Its name", null: "for what has no team") { $0.name.isEmpty ? nil : $0.name },
        .object("open", "Open findings by severity") { $0.open },
      ])
  }
}

extension SeverityCounts: JSONShaped {
  static let shape = JSONShape<Self>(
    "counts", "How many findings there are of each severity.",
    Severity.allCases.reversed().map { severity in
      .integer(severity.word, "Findings of severity \(severity.word)") { $0[severity] }
    })
}
