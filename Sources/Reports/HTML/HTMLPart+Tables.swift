import Architecture
import Findings
import Review
import Rules
import SourceText

extension HTMLPart {
  var questions: [XMLElement] {
    guard !review.questions.isEmpty else { return [] }
    return [
      XMLElement(
        "p",
        text:
          "What nobody has said yet. An answer decides the rules beside it; until then they are "
          + "neither passed nor failed."),
      XMLElement.table(
        ["Question", "Where", "Rules"],
        review.questions.map { question in
          [
            .text(question.question),
            .text("\(question.place.path):\(question.place.start.line)"),
            .text(question.rules.joined(separator: ", ")),
          ]
        }),
    ]
  }

  /// Values that nobody declared and on which findings rest.
  var assumptions: [XMLElement] {
    var seen: Set<String> = []
    let rows = review.findings.flatMap(\.evidence).filter { evidence in
      evidence.place == nil && (evidence.origin == .default || evidence.origin == .assumed)
        && seen.insert(evidence.name).inserted
    }
    guard !rows.isEmpty else { return [] }
    return [
      XMLElement(
        "p", text: "Nobody declared these values; the findings rest on them as they stand here."),
      XMLElement.table(
        ["Value", "", "From"],
        rows.map { evidence in
          [
            .text(evidence.name), .text(evidence.value.words),
            .text(
              [evidence.origin.word, evidence.source].compactMap(\.self).joined(separator: ": ")),
          ]
        }),
    ]
  }

  var accepted: [XMLElement] {
    let accepted = review.findings.filter { $0.accepted != nil }
    guard !accepted.isEmpty else { return [] }
    return [
      XMLElement.table(
        ["", "Risk", "Reason", "Owner", "Until", "Ticket"],
        accepted.map { finding in
          let risk = finding.accepted
          return [
            XMLElement.badge(finding.severity.word), .text(finding.message),
            .text(risk?.reason ?? ""),
            .text(risk?.owner ?? ""), .text(risk?.until?.text ?? "no end"),
            .text(risk?.ticket ?? ""),
          ]
        })
    ]
  }

  var teams: [XMLElement] {
    guard let architecture = review.architecture else { return [] }
    var members: [String: [String]] = [:]
    for component in architecture.components where component.kind.role != .client {
      members[component.facts.text(.team) ?? "", default: []].append(component.name)
    }
    let risks = review.risksByTeam.mapValues(SeverityCounts.init)
    return [
      XMLElement.table(
        ["Team", "Components", "Critical", "High"],
        members.keys.sorted().map { team in
          let open = risks[team] ?? SeverityCounts([])
          return [
            .text(team.isEmpty ? "not said" : team),
            .text((members[team] ?? []).joined(separator: ", ")),
            .text("\(open[.critical])"), .text("\(open[.high])"),
          ]
        })
    ]
  }

  var checkedRules: [XMLElement] {
    guard review.system != nil else { return [] }
    let found = Dictionary(grouping: review.findings, by: \.rule)
    let asked = Set(review.questions.flatMap(\.rules))
    return [
      XMLElement(
        "p",
        text: "\(review.checks.made) of \(review.checks.of) checks could be made by "
          + "\(rules.count) rules."),
      XMLElement.table(
        ["Rule", "Title", "Result"],
        rules.map { rule in
          let count = found[rule.id]?.count ?? 0
          let result =
            count > 0
            ? "\(count) finding\(count == 1 ? "" : "s")"
            : asked.contains(rule.id) ? "waits for answers" : "nothing found"
          return [XMLElement("code", text: rule.id), .text(rule.title), .text(result)]
        }),
    ]
  }

  /// What was reviewed, so that somebody else can tell whether they have the same.
  var inputs: [XMLElement] {
    guard !review.sources.texts.isEmpty else { return [] }
    return [
      XMLElement.table(
        ["File", "SHA-256 of its text"],
        review.sources.texts.map { text in
          [.text(text.path), XMLElement("code", text: SHA256.hexadecimal(text.bytes))]
        }),
      XMLElement("p", ["class": "dim"], text: "\(Tool.name) \(Tool.version)"),
    ]
  }

  var signOff: [XMLElement] {
    guard review.system != nil else { return [] }
    let empty = Array(repeating: XMLElement.text(""), count: 4)
    return [
      XMLElement.table(["Name", "Role", "Decision", "Date"], [empty, empty, empty], style: "sign")
    ]
  }
}
