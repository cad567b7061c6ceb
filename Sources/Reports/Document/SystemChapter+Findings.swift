import Architecture
import Findings
import Review
import Rules
import SourceText

extension SystemChapter {
  var problems: [Block] {
    review.problems.map { ReportEntry($0) }.map { entry in
      .aside(
        Block.Aside(
          severity: entry.level == .error ? "critical" : "medium",
          content: [
            .heading([.badge(entry.severity), .text(entry.message)]),
            .paragraph(entry.position, .place),
          ] + excerpt(entry.place) + (entry.advice.isEmpty ? [] : [.paragraph(entry.advice)])))
    }
  }

  var findings: [Block] {
    guard review.system != nil else { return [] }
    guard !open.isEmpty else {
      let words = review.isBroken ? "None in what could be read." : "No open findings."
      return [.paragraph(words, review.isBroken ? .plain : .good)]
    }
    let shown = open.indices.filter(isShown)
    return shown.filter { open[$0].severity >= .high }.map(aside)
      + [Severity.medium, .low].flatMap { folded($0, shown) } + more
  }

  /// The findings of a severity that can wait.
  private func folded(_ severity: Severity, _ shown: [Int]) -> [Block] {
    let found = shown.filter { open[$0].severity == severity }
    let plural = found.count == 1 ? "finding" : "findings"
    return found.isEmpty
      ? [] : [.folded(title: "\(found.count) \(severity.word) \(plural)", found.map(aside))]
  }

  /// What is not shown of each rule.
  private var more: [Block] {
    let left = open.indices.filter { !isShown($0) }
    return Dictionary(grouping: left) { open[$0].rule }.sorted { $0.key < $1.key }.map {
      rule, left in
      .paragraph(
        "\(left.count) more findings of \(rule) are not shown; the JSON report has all.")
    }
  }

  private func aside(_ index: Int) -> Block {
    let finding = open[index]
    let place = "\(finding.place.path):\(finding.place.start.line)"
    let head: [Block] =
      [
        .heading([.badge(finding.severity.word), .text("\(index + 1). \(finding.message)")]),
        .paragraph("\(place)  \(finding.rule)", .place),
      ] + notes(finding).map { .paragraph([.strong($0)]) } + excerpt(finding.place)
    var content: [Block] = []
    if let arithmetic = finding.arithmetic { content.append(.paragraph([.code(arithmetic)])) }
    if !finding.steps.isEmpty {
      let steps = finding.steps.map { step in
        "\(step.element) (\(step.place.path):\(step.place.start.line))"
      }
      content.append(.list(steps, .numbers))
    }
    if !finding.severityReason.isEmpty { content.append(.paragraph(finding.severityReason, .dim)) }
    content.append(.paragraph(finding.advice))
    content += evidence(finding)
    if let links = sources[finding.rule] { content.append(links) }
    return .aside(
      Block.Aside(
        severity: finding.severity.word, anchor: anchor(index), head: head, content: content))
  }

  private func notes(_ finding: JudgedFinding) -> [String] {
    let standing = finding.standing.map { standing in
      standing.reason.map { "\(standing.word): \($0)" } ?? standing.word
    }
    let cause = finding.explainedBy.flatMap { messages[$0] }
    return [
      standing, finding.discussed?.statement, finding.reopened?.sentence,
      cause.map { "Explained by: \($0)" },
    ].compactMap(\.self)
  }

  private func evidence(_ finding: JudgedFinding) -> [Block] {
    guard !finding.evidence.isEmpty else { return [] }
    return [
      .table(
        ["Value", "", "From"],
        finding.evidence.map { evidence in
          [
            .text(evidence.name), .text(evidence.value.words),
            .text(evidence.whereFrom),
          ]
        })
    ]
  }

  /// Sources as links; nil for none.
  static func list(_ sources: [Rule.Source]) -> Block? {
    guard !sources.isEmpty else { return nil }
    let links = sources.map { source -> [Inline] in
      let isWeb = source.url.hasPrefix("https://") || source.url.hasPrefix("http://")
      return [isWeb ? .link(source.title, to: source.url) : .toned(source.title, .plain)]
    }
    return .list(links, .sources)
  }

  // MARK: - Pieces

  func excerpt(_ place: SourcePlace?) -> [Block] {
    let lines = place?.numberedLines(width: 84) ?? []
    return lines.isEmpty
      ? [] : [.excerpt(lines.map { $0.gutter + $0.text }.joined(separator: "\n"))]
  }
}
