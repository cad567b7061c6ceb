import Findings
import SourceText

extension ReviewScreen {
  /// The text of the page on top, for a screen's width.
  func pageLines(_ width: Int) -> Lines {
    switch pages.last?.page {
    case .detail: selected.map { detail(of: $0, width: width - 2) } ?? Lines(width: width - 2)
    case .manual(_, let text): ManualText(text, width: width - 2).lines
    case .help: HelpText(width: width - 2).lines
    case nil: Lines(width: width - 2)
    }
  }

  /// Everything there is to say about an entry.
  func detail(of entry: Entry, width: Int) -> Lines {
    var lines = Lines(width: width)
    lines.add(
      entry.message, .strong, head: .init(text: entry.label.padded(to: 10), role: entry.role))
    lines.add(about(entry), .dim, head: .init(text: "          ", role: .text))
    if let place = entry.place { lines.addExcerpt(place) }
    switch entry {
    case .finding(let finding): add(finding, to: &lines)
    case .question(let question): lines.addList("Waiting for the answer", question.rules)
    case .problem(let problem):
      if let remedy = problem.remedy { lines.addSection("What to do", remedy) }
    }
    return lines
  }

  private func about(_ entry: Entry) -> String {
    let path = entry.place.map { $0.words(in: "") }
    return switch entry {
    case .finding(let finding): "\(finding.rule)  \(path ?? "")"
    case .question(let question): "\(question.property) of \(question.element)  \(path ?? "")"
    case .problem(let problem): path ?? problem.path
    }
  }

  private func add(_ finding: JudgedFinding, to lines: inout Lines) {
    if let arithmetic = finding.arithmetic {
      lines.blank()
      lines.add(arithmetic, .strong, head: .init(text: "  = ", role: .dim))
    }
    lines.addList(
      "Steps", finding.steps.map { "\($0.element) (\($0.place.path):\($0.place.start.line))" })
    if !finding.evidence.isEmpty {
      lines.addHeading("Evidence (\(finding.confidence.word))")
      for evidence in finding.evidence { lines.add(evidence) }
    }
    lines.addSection("What to do", finding.advice)
    if let accepted = finding.accepted {
      lines.addSection("Accepted", "\(accepted.sentence), \(finding.severity.word)")
    }
    if let reopened = finding.reopened { lines.addSection("Open again", reopened.sentence) }
    let others = contents?.findings ?? []
    lines.addList(
      "Explained by", others.filter { $0.fingerprint == finding.explainedBy }.map(\.message))
    lines.addList(
      "Explains", others.filter { $0.explainedBy == finding.fingerprint }.map(\.message))
  }
}

extension Lines {
  mutating func addHeading(_ text: String) {
    blank()
    add(text, .title)
  }

  mutating func addSection(_ heading: String, _ text: String) {
    addHeading(heading)
    add(text, head: Self.margin)
  }

  mutating func addList(_ heading: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    addHeading(heading)
    for text in texts { add(text, head: Self.bullet) }
  }

  fileprivate mutating func addExcerpt(_ place: SourcePlace) {
    guard !place.excerpt.isEmpty else { return }
    let number = "  \(place.start.line) | "
    let (text, carets) = place.caretLines(width: max(40, width - number.columns), cut: "")
    blank()
    add(.init(text: number, role: .dim), .init(text: text, role: .text))
    let margin = String(repeating: " ", count: number.columns - 2) + "| "
    add(.init(text: margin, role: .dim), .init(text: carets, role: .caret))
  }

  fileprivate mutating func add(_ evidence: Evidence) {
    let origin =
      evidence.place.map { "line \($0.start.line)" }
      ?? evidence.source.map { "\(evidence.origin.word), \($0)" }
      ?? evidence.provenance
    add("\(evidence.name): \(evidence.value.words) (\(origin))", head: Self.bullet)
  }

  static let margin = Run(text: "  ", role: .text)
  static let bullet = Run(text: "  - ", role: .dim)
}
