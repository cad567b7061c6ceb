import Findings
import Review

/// The overview of a document about several systems.
struct Portfolio {
  let run: RunSummary
  /// How many systems have a name.
  private let names: [String: Int]

  init(run: RunSummary) {
    self.run = run
    names = Dictionary(run.systems.map { ($0.name, 1) }, uniquingKeysWith: +)
  }

  /// The anchor to which systems lead back.
  static let anchor = "overview"

  /// The chapter in front of those of the systems.
  var chapter: Chapter {
    Chapter(
      "\(run.systems.count) systems", [.paragraph(verdict, .verdict)],
      [
        Chapter.Section(
          anchor: Self.anchor, title: "Systems by headroom", content: [systems]),
        Chapter.Section(anchor: "worst", title: "Worst risks", content: worst),
        Chapter.Section(anchor: "by-team", title: "By team", content: [teams]),
      ])
  }

  private var verdict: String {
    let broken = run.systems.count { $0.isBroken }
    let grave = run.systems.count { $0.open[.critical] + $0.open[.high] > 0 }
    var sentence = "\(grave) of \(run.systems.count) systems have critical or high risks"
    if broken > 0 { sentence += "; \(broken) could not be read in full" }
    return sentence + "."
  }

  /// Leads to a system; its path says which one where several have the same name.
  private func link(_ system: RunSummary.System) -> Inline {
    let isOne = names[system.name] == 1 || system.name == system.path
    return .link(
      isOne ? system.name : "\(system.name) (\(system.path))", to: "#s\(system.number + 1)")
  }

  private func separated(_ links: [Inline]) -> [Inline] {
    Array(links.flatMap { [$0, .text("·")] }.dropLast())
  }

  private var systems: Block {
    .table(
      [
        .words("System"), .words("0.1x to 100x of today's peak, log scale"), .number("Headroom"),
        .words("Saturates first"), .number("Critical"),
        .number("High"), .number("Checks"),
      ],
      run.byHeadroom.map { system in
        guard !system.isBroken else {
          let found = system.open[.critical] + system.open[.high]
          return [
            link(system), .text(""), .toned("broken", .critical),
            .text("not read in full"), .text(found > 0 ? "\(system.open[.critical])" : "-"),
            .text(found > 0 ? "\(system.open[.high])" : "-"), .text("-"),
          ]
        }
        return [
          link(system), bar(system), .text(system.carries),
          .text(system.headroom?.element ?? ""),
          .text("\(system.open[.critical])"), .text("\(system.open[.high])"),
          .text("\(system.checks.made) of \(system.checks.of)"),
        ]
      }, .headroom)
  }

  private func bar(_ system: RunSummary.System) -> Inline {
    system.headroom.map { .scale(Inline.Scale($0.multiple, target: nil)) } ?? .text("")
  }

  private var worst: [Block] {
    let more = run.open.total - run.worst.count
    let table = Block.table(
      [
        .words(""), .words("System"), .words("Risk"), .number("Headroom"), .words("Rule"),
      ],
      run.worst.map { risk in
        [
          .badge(risk.severity.word), link(run.systems[risk.system]), .text(risk.message),
          .text(risk.level.carries),
          .code(risk.rule),
        ]
      })
    return [table] + (more > 0 ? [.paragraph("and \(more) more", .dim)] : [])
  }

  private var teams: Block {
    .table(
      [
        .words("Team"), .words("Systems"), .number("Critical"), .number("High"),
        .number("Medium and low"),
      ],
      run.teams.sorted { $0.key < $1.key }.map { team, risks in
        [
          .text(team.isEmpty ? "undeclared" : team),
          .group(separated(risks.systems.map { link(run.systems[$0]) })),
          .text("\(risks.open[.critical])"), .text("\(risks.open[.high])"),
          .text("\(risks.open[.medium] + risks.open[.low])"),
        ]
      })
  }
}

extension RunSummary.System {
  /// What it carries: `3.4x`, or why that is unknown.
  var carries: String { headroom?.carries ?? (isBroken ? "broken" : "unknown") }
}
