import Architecture
import Description
import Findings
import Growth
import Review
import SourceText

extension SystemChapter {
  /// The questions whose answers decide most, with the line to write.
  var opening: [Block] {
    let opening = review.questions.opening
    guard !opening.isEmpty else { return [] }
    return [
      .paragraph(QuestionText.title(of: opening) + ":", .lead),
      .table(
        ["Question", "Write", "Where", "Decides"],
        opening.map { question in
          [
            .text(question.question), .code(question.example), .text(Self.place(question)),
            .text(question.stake.words),
          ]
        }),
    ]
  }

  var questions: [Block] {
    guard !review.questions.isEmpty else { return [] }
    return [
      .paragraph(
        "Undeclared facts, the most decisive first. An answer decides the rules beside "
          + "it; until then they are neither passed nor failed."),
      .table(
        ["Question", "Write", "Where", "Rules"],
        review.questions.byProperty.map { group in
          let rules = group.rules.joined(separator: ", ")
          return [
            .text(group.words { $0 }), .code(group.first.example), .text(Self.place(group.first)),
            .text(rules.isEmpty ? group.first.stake.words : rules),
          ]
        }),
    ]
  }

  private static func place(_ question: Question) -> String {
    "\(question.place.path):\(question.place.start.line)"
  }

  /// What nobody declared: what the forecast rests on, then what only findings do.
  var assumptions: [Block] {
    let assumed = forecast?.assumptions ?? []
    var seen = Set(assumed.map(\.text))
    let values = review.findings.flatMap(\.evidence).filter { evidence in
      evidence.place == nil && (evidence.origin == .default || evidence.origin == .assumed)
        && seen.insert("\(evidence.name) is \(evidence.value.words)").inserted
    }
    guard !assumed.isEmpty || !values.isEmpty else { return [] }
    let rows =
      assumed.map { assumption -> [Inline] in
        let decides = assumption.decides ? " (decides what saturates first)" : ""
        let source = assumption.sweep.map { " (\($0.source))" } ?? ""
        return [
          .text(assumption.text + decides), .text(assumption.words(isComplete: true)),
          .text((assumption.range ?? "not known") + source), .text(assumption.effect ?? ""),
        ]
      }
      + values.map { evidence in
        [
          .text("\(evidence.name) is \(evidence.value.words)"),
          .text(evidence.provenance), .text(""), .text("findings"),
        ]
      }
    return [
      .paragraph(
        "Not declared, so assumed. The last column shows what the answers become at the "
          + "ends of the range."),
      .table(["What", "From", "Range", "What it moves"], rows, .assumptions),
    ]
  }

  var accepted: [Block] {
    let accepted = review.findings.filter { $0.accepted != nil }
    guard !accepted.isEmpty else { return [] }
    return [
      .table(
        ["", "Risk", "Accepted at", "Reason", "Owner", "Until", "Ticket"],
        accepted.map { finding in
          let risk = finding.accepted
          let level = risk?.level.terms.map(\.value).joined(separator: ", ") ?? ""
          return [
            .badge(finding.severity.word),
            .group(
              [
                .text("\(finding.message)."), .code(finding.rule),
                .text("\(finding.element), \(finding.place.path):\(finding.place.start.line)"),
              ], isBreakable: true),
            .text(level.isEmpty ? "undeclared" : level), .text(risk?.reason ?? ""),
            .text(risk?.owner ?? ""), .text(risk?.until?.text ?? "no end"),
            .text(risk?.ticket ?? ""),
          ]
        }, .accepted)
    ]
  }

  var decisions: [Block] {
    guard !review.decisions.isEmpty else { return [] }
    return [
      .table(
        ["Decision", "Because", "Today", "Standing", "Owner", "Review"],
        review.decisions.map { judged in
          let decision = judged.decision
          return [
            .text(decision.name), .text(decision.because), .text(judged.words),
            .text(judged.verdict.rawValue), .text(decision.owner ?? ""),
            .text(decision.review?.text ?? ""),
          ]
        })
    ]
  }

  var teams: [Block] {
    guard let architecture = review.architecture else { return [] }
    var members: [String: [String]] = [:]
    for component in architecture.components where component.kind.role != .client {
      members[component.facts.text(.team) ?? "", default: []].append(component.name)
    }
    let risks = review.risksByTeam
    return [
      .table(
        ["Team", "Components", "Critical", "High"],
        Set(members.keys).union(risks.keys).sorted().map { team in
          let open = risks[team] ?? SeverityCounts([])
          return [
            .text(team.isEmpty ? "undeclared" : team),
            .text((members[team] ?? []).joined(separator: ", ")),
            .text("\(open[.critical])"), .text("\(open[.high])"),
          ]
        })
    ]
  }

  /// What was reviewed, so that somebody else can tell whether they have the same.
  var inputs: [Block] {
    guard !review.sources.texts.isEmpty else { return [] }
    let texts = (review.sources.texts + review.settingsFiles).map { ($0.path, $0.bytes) }
    let pages = ownPages.map { ($0.path, Array($0.text.utf8)) }
    return imports + [
      .table(
        ["File", "SHA-256 of its text"],
        (texts + pages).map { path, bytes in
          [.text(path), .hash(SHA256.hexadecimal(bytes))]
        })
    ]
  }

  /// What was read in the formats of other tools, and what was not.
  private var imports: [Block] {
    guard !review.imports.isEmpty else { return [] }
    return [
      .table(
        ["File", "Read in place"],
        review.imports.folded.map { note in
          [.text(note.path), .text(note.lines().joined(separator: "; "))]
        })
    ]
  }

  var signOff: [Block] {
    guard review.system != nil else { return [] }
    let empty = Array(repeating: Inline.text(""), count: 4)
    return [
      .table(["Name", "Role", "Decision", "Date"], [empty, empty, empty], .signatures)
    ]
  }
}
