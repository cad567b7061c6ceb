import Architecture
import Findings
import Growth
import Review
import Rules
import SourceText

extension HTMLPart {
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
    guard !review.open.isEmpty else {
      return [XMLElement("p", ["class": "good"], text: "No open findings.")]
    }
    return review.open.enumerated().map { number, finding in article(finding, number + 1) }
  }

  private func article(_ finding: Finding, _ number: Int) -> XMLElement {
    var content = [
      XMLElement(
        "h3", [XMLElement.badge(finding.severity.word), .text("\(number). \(finding.message)")]),
      XMLElement(
        "p", ["class": "place"],
        text: "\(finding.place.path):\(finding.place.start.line)  \(finding.rule)"),
    ]
    content += notes(finding).map { XMLElement("p", [XMLElement("strong", text: $0)]) }
    content += excerpt(finding.place)
    if let arithmetic = finding.arithmetic {
      content.append(XMLElement("p", [XMLElement("code", text: arithmetic)]))
    }
    if !finding.steps.isEmpty {
      let steps = finding.steps.map { step in
        "\(step.element) (\(step.place.path):\(step.place.start.line))"
      }
      content.append(XMLElement("ol", steps.map { XMLElement("li", text: $0) }))
    }
    content.append(XMLElement("p", text: finding.advice))
    content += evidence(finding)
    if let rule = rules.first(where: { $0.id == finding.rule }), !rule.sources.isEmpty {
      content.append(sources(rule))
    }
    return XMLElement("article", ["class": "is-\(finding.severity.word)"], content)
  }

  private func notes(_ finding: Finding) -> [String] {
    let standing = finding.standing.map { standing in
      standing.reason.map { "\(standing.word): \($0)" } ?? standing.word
    }
    let cause = review.findings.first { $0.fingerprint == finding.explainedBy }
    return [
      standing, finding.reopened?.sentence, cause.map { "Explained by: \($0.message)" },
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
    if let place = evidence.place { return "\(place.path):\(place.start.line)" }
    if let source = evidence.source { return "\(evidence.origin.word) of \(source)" }
    return evidence.basis > .derived
      ? "\(evidence.origin.word) from \(evidence.basis.word) values" : evidence.origin.word
  }

  private func sources(_ rule: Rule) -> XMLElement {
    let links = rule.sources.map { source -> XMLElement in
      let isWeb = source.url.hasPrefix("https://") || source.url.hasPrefix("http://")
      return isWeb
        ? XMLElement("a", ["href": source.url, "rel": "noreferrer"], text: source.title)
        : XMLElement("span", text: source.title)
    }
    return XMLElement(
      "ul", ["class": "sources", "aria-label": "Sources"], links.map { XMLElement("li", [$0]) })
  }

  /// What to change: what carries the target, then what findings ask for.
  var fixes: [XMLElement] { remedies + advised }

  /// The changes that carry the target, in the order in which limits are reached, each with what
  /// the system carries after it.
  private var remedies: [XMLElement] {
    guard let remedies = forecast?.remedies, !remedies.steps.isEmpty else { return [] }
    let rest = remedies.rest.map { "; then \($0.element) is left, by its \($0.limit.words)" } ?? ""
    let table = XMLElement.table(
      ["", "Change", "From", "To", "Carries before", "Carries after"],
      remedies.steps.enumerated().map { index, step in
        [
          .text("\(index + 1)."), .text("\(step.property.name) of \(step.element)"),
          .text(step.from), .text(step.to), .text("\(Unit.carried(step.before))x"),
          .text("\(Unit.carried(step.after))x"),
        ]
      })
    let title = "To carry \(Unit.digits(remedies.target))x today's peak\(rest):"
    return [XMLElement("p", text: title), table]
  }

  /// What findings ask for, gravest and tightest first; each element with the headroom it has.
  private var advised: [XMLElement] {
    let roots = review.open.filter { $0.explainedBy == nil }
    guard !roots.isEmpty else { return [] }
    let ranked = roots.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity > b.severity }
      let (tight, loose) = (a.level.headroom ?? .infinity, b.level.headroom ?? .infinity)
      return tight == loose ? left.offset < right.offset : tight < loose
    }
    return [
      XMLElement("p", text: "What the gravest findings ask for:"),
      XMLElement.table(
        ["", "Where", "Change", "Carries now"],
        ranked.prefix(20).map { _, finding in
          [
            XMLElement.badge(finding.severity.word), .text(finding.element),
            .text(Self.firstSentence(finding.advice)),
            .text(
              finding.level.headroom.map { "\(Unit.carried($0))x" }
                ?? "unknown"),
          ]
        }),
    ]
  }

  private static func firstSentence(_ text: String) -> String {
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }

  // MARK: - Pieces

  func excerpt(_ place: SourcePlace?) -> [XMLElement] {
    guard let place else { return [] }
    let (text, carets) = place.caretLines()
    let number = "\(place.start.line)"
    let margin = String(repeating: " ", count: number.count)
    return [XMLElement("pre", text: "\(number) | \(text)\n\(margin) | \(carets)")]
  }
}
