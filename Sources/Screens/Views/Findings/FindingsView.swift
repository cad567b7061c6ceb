import Architecture
import Description
import Findings
import Review
import SourceText

/// The findings of the review, with evidence and advice.
struct FindingsView: View {
  let title = "Findings"
  let noun = "Finding"
  let emptyWords = "nothing found"
  let showsFindings = true

  func entries(of contents: Contents) -> [Entry] {
    (0..<contents.findingCount).map { number in
      let finding = contents.finding(at: number)
      let isFixed = number >= contents.findings.count
      let isAccepted = finding.accepted != nil || isFixed
      return Entry(
        id: finding.fingerprint, number: number,
        label: isFixed ? "fixed" : isAccepted ? "accepted" : finding.severity.word,
        role: isAccepted ? .dim : finding.severity.role, message: finding.message,
        place: finding.place, rule: finding.rule, severity: finding.severity,
        isAccepted: isAccepted, isExplained: finding.explainedBy != nil, mark: finding.mark,
        searching: [
          finding.rule, finding.element, finding.message, finding.severity.word,
          isFixed ? "fixed" : isAccepted ? "accepted" : "open", finding.standing?.word ?? "",
        ] + (contents.outline?.names(around: finding.element) ?? []))
    }
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    let finding = contents.finding(at: entry.number)
    var lines = Lines(
      of: entry, about: "\(finding.rule)  \(finding.place.words(in: ""))", width: width)
    if !finding.severityReason.isEmpty {
      lines.blank()
      lines.add(finding.severityReason, .dim, head: Lines.margin)
    }
    if let worse = finding.standing?.reason { lines.addSection("Worse", worse) }
    addArithmetic(of: finding, to: &lines)
    lines.addList(
      "Steps", finding.steps.map { "\($0.element) (\($0.place.path):\($0.place.start.line))" })
    addEvidence(of: finding, contents, to: &lines)
    lines.addSection("What to do", finding.advice)
    if let accepted = finding.accepted {
      lines.addSection("Accepted", "\(accepted.sentence), \(finding.severity.word)")
    }
    if let discussed = finding.discussed {
      lines.addSection("In discussion", discussed.sentence)
    }
    if let reopened = finding.reopened { lines.addSection("Open again", reopened.sentence) }
    let message = { contents.findings[$0].message }
    let cause = finding.explainedBy.flatMap { contents.index.place(of: $0) }
    lines.addList("Explained by", cause.map { [message($0)] } ?? [])
    lines.addList("Explains", contents.index.explained(by: finding.fingerprint).map(message))
    return lines
  }

  func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines? {
    let finding = contents.finding(at: entry.number)
    var lines = Lines(width: width)
    lines.add(finding.message, .title)
    addArithmetic(of: finding, to: &lines)
    addEvidence(of: finding, contents, to: &lines)
    return lines
  }

  private func addArithmetic(of finding: JudgedFinding, to lines: inout Lines) {
    guard let arithmetic = finding.arithmetic else { return }
    lines.blank()
    lines.add(arithmetic, .strong, head: Lines.Run(text: "  = ", role: .dim))
  }

  private func addEvidence(
    of finding: JudgedFinding, _ contents: Contents, to lines: inout Lines
  ) {
    guard !finding.evidence.isEmpty else { return }
    lines.addHeading("Evidence (\(finding.confidence.word))")
    for evidence in finding.evidence {
      lines.add(
        evidence.words(in: contents.outline), head: Lines.bullet,
        figure: evidence.subject.flatMap { contents.outline?.figure($0) })
    }
  }
}

extension SystemOutline {
  /// Teams and products of the components that an element belongs to.
  fileprivate func names(around element: String) -> [String] {
    components(of: element).flatMap { index -> [String] in
      let facts = architecture.components[index].facts
      return [facts.text(.team), facts.text(.technology)].compactMap(\.self)
    }
  }

  /// The value that evidence is about; nil for what is written nowhere and can be said nowhere.
  fileprivate func figure(_ subject: Evidence.Subject) -> Figure? {
    guard let property = Property(subject.property), let element = element(named: subject.element),
      property.definition.declared.contains(element.position.kind)
    else { return nil }
    return Figure(element: element, property: property)
  }
}

extension JudgedFinding {
  /// How it stands against what it is compared with, as a sign in its row.
  fileprivate var mark: Character? {
    switch standing?.word {
    case "new": "+"
    case "worse": "^"
    case "better": "v"
    default: nil
    }
  }
}

extension Evidence {
  /// Name, value and where that comes from.
  fileprivate func words(in outline: SystemOutline?) -> String {
    let origin =
      place.map { outline?.words($0) ?? $0.words(in: "") } ?? source.map {
        "\(self.origin.word), \($0)"
      }
      ?? provenance
    return "\(name): \(value.words) (\(origin))"
  }
}

extension Severity {
  /// How the screen shows it.
  var role: Role {
    switch self {
    case .critical: .critical
    case .high: .high
    case .medium: .medium
    case .low: .low
    }
  }
}
