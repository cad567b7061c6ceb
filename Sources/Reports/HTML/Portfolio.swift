import Findings
import Review

/// The overview of a document about several systems.
struct Portfolio {
  let run: RunSummary

  var elements: [XMLElement] {
    [
      XMLElement(
        "header",
        [
          XMLElement("h1", text: "\(run.systems.count) systems"),
          XMLElement("p", ["class": "verdict"], text: verdict),
        ]),
      section("overview", "Systems by headroom", systems),
      section("worst", "Worst risks", worst),
      section("by-team", "By team", teams),
    ]
  }

  private func section(_ id: String, _ title: String, _ table: XMLElement) -> XMLElement {
    XMLElement("section", ["id": id], [XMLElement("h2", text: title), table])
  }

  private var verdict: String {
    let broken = run.systems.count { $0.isBroken }
    let grave = run.systems.count { $0.open[.critical] + $0.open[.high] > 0 }
    var sentence = "\(grave) of \(run.systems.count) systems have critical or high risks"
    if broken > 0 { sentence += "; \(broken) could not be read in full" }
    return sentence + "."
  }

  private var systems: XMLElement {
    .table(
      ["System", "Carries", "Breaks first", "Critical", "High", "Checks"],
      run.byHeadroom.map { system in
        [
          XMLElement("a", ["href": "#s\(system.number + 1)"], text: system.name),
          .text(system.carries), .text(system.headroom?.element ?? ""),
          .text("\(system.open[.critical])"), .text("\(system.open[.high])"),
          .text("\(system.checks.made) of \(system.checks.of)"),
        ]
      })
  }

  private var worst: XMLElement {
    .table(
      ["", "System", "Risk", "Rule"],
      run.worst.map { risk in
        [
          .badge(risk.severity.word), .text(risk.system), .text(risk.message),
          XMLElement("code", text: risk.rule),
        ]
      })
  }

  private var teams: XMLElement {
    .table(
      ["Team", "Critical", "High", "Medium and low"],
      run.teams.sorted { $0.key < $1.key }.map { team, open in
        [
          .text(team.isEmpty ? "not said" : team), .text("\(open[.critical])"),
          .text("\(open[.high])"), .text("\(open[.medium] + open[.low])"),
        ]
      })
  }
}

extension RunSummary.System {
  /// What it carries: `3.4x`, or why that cannot be told.
  var carries: String {
    headroom.map { "\($0.words)x" } ?? (isBroken ? "broken" : "unknown")
  }
}
