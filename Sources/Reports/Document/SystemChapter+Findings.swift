import Architecture
import Findings
import Review
import Rules
import SourceText

extension SystemChapter {
  var problems: [XMLElement] {
    review.problems.map { ReportEntry($0) }.map { entry in
      XMLElement(
        "article", ["class": entry.level == .error ? "is-critical" : "is-medium"],
        [
          XMLElement("h3", [XMLElement.badge(entry.severity), .text(entry.message)]),
          XMLElement("p", ["class": "place"], text: entry.position),
        ] + excerpt(entry.place)
          + (entry.advice.isEmpty ? [] : [XMLElement("p", text: entry.advice)]))
    }
  }

  var findings: [XMLElement] {
    guard review.system != nil else { return [] }
    guard !open.isEmpty else {
      let words = review.isBroken ? "None in what could be read." : "No open findings."
      return [XMLElement("p", ["class": review.isBroken ? nil : "good"], text: words)]
    }
    return open.indices.filter(isShown).map(article) + more
  }

  /// What is not shown of each rule.
  private var more: [XMLElement] {
    let left = open.indices.filter { !isShown($0) }
    return Dictionary(grouping: left) { open[$0].rule }.sorted { $0.key < $1.key }.map {
      rule, left in
      XMLElement(
        "p", text: "\(left.count) more findings of \(rule) are not shown; the JSON report has all.")
    }
  }

  private func article(_ index: Int) -> XMLElement {
    let finding = open[index]
    let head =
      [
        XMLElement(
          "h3",
          [XMLElement.badge(finding.severity.word), .text("\(index + 1). \(finding.message)")]),
        XMLElement(
          "p", ["class": "place"],
          text: "\(finding.place.path):\(finding.place.start.line)  \(finding.rule)"),
      ] + notes(finding).map { XMLElement("p", [XMLElement("strong", text: $0)]) }
      + excerpt(finding.place)
    var content = [XMLElement("div", ["class": "head"], head)]
    if let arithmetic = finding.arithmetic {
      content.append(XMLElement("p", [XMLElement("code", text: arithmetic)]))
    }
    if !finding.steps.isEmpty {
      let steps = finding.steps.map { step in
        "\(step.element) (\(step.place.path):\(step.place.start.line))"
      }
      content.append(XMLElement.list(steps, isNumbered: true))
    }
    content.append(XMLElement("p", text: finding.advice))
    content += evidence(finding)
    if let links = sources[finding.rule] { content.append(links) }
    return XMLElement(
      "article", ["class": "is-\(finding.severity.word)", "id": anchor(index)], content)
  }

  private func notes(_ finding: Finding) -> [String] {
    let standing = finding.standing.map { standing in
      standing.reason.map { "\(standing.word): \($0)" } ?? standing.word
    }
    let cause = finding.explainedBy.flatMap { messages[$0] }
    return [
      standing, finding.reopened?.sentence, cause.map { "Explained by: \($0)" },
    ].compactMap(\.self)
  }

  private func evidence(_ finding: Finding) -> [XMLElement] {
    guard !finding.evidence.isEmpty else { return [] }
    return [
      XMLElement.table(
        ["Value", "", "From"],
        finding.evidence.map { evidence in
          [
            .text(evidence.name), .text(evidence.value.words),
            .text(origin(of: evidence)),
          ]
        })
    ]
  }

  private func origin(of evidence: Evidence) -> String {
    evidence.place.map { "\($0.path):\($0.start.line)" } ?? evidence.provenance
  }

  /// Sources as links; nil for none.
  static func list(_ sources: [Rule.Source]) -> XMLElement? {
    guard !sources.isEmpty else { return nil }
    let links = sources.map { source -> XMLElement in
      let isWeb = source.url.hasPrefix("https://") || source.url.hasPrefix("http://")
      return isWeb
        ? XMLElement("a", ["href": source.url, "rel": "noreferrer"], text: source.title)
        : XMLElement("span", text: source.title)
    }
    return XMLElement(
      "ul", ["class": "sources", "aria-label": "Sources"], links.map { XMLElement("li", [$0]) })
  }

  // MARK: - Pieces

  func excerpt(_ place: SourcePlace?) -> [XMLElement] {
    guard let place, !place.excerpt.isEmpty else { return [] }
    let (text, carets) = place.caretLines(width: 84)
    let number = "\(place.start.line)"
    let margin = String(repeating: " ", count: number.count)
    return [XMLElement("pre", text: "\(number) | \(text)\n\(margin) | \(carets)")]
  }
}
