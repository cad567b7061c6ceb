import Architecture
import Findings
import Growth
import Review
import Rules
import SourceText

/// The part of a document about one system.
struct SystemChapter {
  let review: Review
  let rules: [Rule]
  let ownPages: [(path: String, text: String)]
  /// Tells the part's anchors from those of others.
  let identity: String
  let isAlone: Bool
  /// What becomes of the system when demand grows, as `tenfold grow` says it.
  let growth: GrowthReview?
  /// Open findings, the gravest first.
  let open: [Finding]
  /// What each finding says that may explain others, by its fingerprint.
  let messages: [String: String]
  /// Findings of each rule that are shown; of very many alike only the gravest are.
  private let shown: Set<Int>
  /// What backs each rule that found something.
  let sources: [String: XMLElement]

  init(_ subject: ReportSubject, _ settings: ReportSettings) {
    let review = subject.review
    self.review = review
    rules = settings.rules
    ownPages = settings.ownPages
    identity = "s\(subject.number + 1)"
    isAlone = settings.count == 1
    growth = subject.growth
    open = Severity.allCases.reversed().flatMap { severity in
      review.open.filter { $0.severity == severity }
    }
    shown = Self.shown(open)
    messages = Dictionary(
      review.findings.map { ($0.fingerprint, $0.message) }, uniquingKeysWith: { first, _ in first })
    let found = Set(open.map(\.rule))
    sources = rules.filter { found.contains($0.id) }.reduce(into: [:]) { sources, rule in
      sources[rule.id] = Self.list(rule.sources)
    }
  }

  var name: String { review.system ?? review.path }
  /// The name, which its path tells from those of others.
  private var label: String { isAlone ? name : "\(name) (\(review.path))" }
  var forecast: GrowthForecast? { growth?.forecast }

  /// Anchor of an open finding.
  func anchor(_ index: Int) -> String { "\(identity)-finding-\(index + 1)" }

  /// Most findings of one rule that are shown.
  static let mostAlike = 500

  private static func shown(_ open: [Finding]) -> Set<Int> {
    var counts: [String: Int] = [:]
    return Set(
      open.indices.filter { index in
        counts[open[index].rule, default: 0] += 1
        return counts[open[index].rule, default: 0] <= mostAlike
      })
  }

  /// Whether an open finding is shown.
  func isShown(_ index: Int) -> Bool { shown.contains(index) }

  var elements: [XMLElement] {
    let sections = sections.filter { !$0.content.isEmpty }
    let links = sections.map { section in
      XMLElement(
        "li", [XMLElement("a", ["href": "#\(identity)-\(section.id)"], text: section.title)])
    }
    let back = isAlone ? [] : [XMLElement("li", [Portfolio.link])]
    let header = XMLElement(
      "header", ["class": isAlone ? nil : "page", "id": identity],
      [XMLElement("h1", text: name), XMLElement("p", ["class": "place"], text: review.path)]
        + verdict
        + [
          cards,
          XMLElement(
            "nav", ["aria-label": "Contents of \(label)"], [XMLElement("ul", back + links)]),
        ])
    let all =
      [header]
      + sections.map { section in
        XMLElement(
          "section", ["id": "\(identity)-\(section.id)", "class": section.style],
          [XMLElement("h2", text: section.title)] + section.content)
      }
    // Of several systems the document's own title is the one of the first level.
    return isAlone ? all : [XMLElement("div", ["class": "system"], all.map(\.demoted))]
  }

  private struct Section {
    let id: String
    let title: String
    let content: [XMLElement]
    let style: String?

    init(_ id: String, _ title: String, _ content: [XMLElement], style: String? = nil) {
      (self.id, self.title, self.content, self.style) = (id, title, content, style)
    }
  }

  private var sections: [Section] {
    let drawing = DiagramSVG(self)
    return [
      Section("problems", "Problems", problems),
      Section("fixes", "What to do first", fixes),
      Section("growth", "When demand grows", whenDemandGrows),
      Section(
        "diagram", "The system", diagram(drawing), style: drawing?.isWide == true ? "wide" : nil),
      Section("findings", "Findings", findings),
      Section("questions", "Questions", questions),
      Section("assumptions", "Taken for granted", assumptions),
      Section("accepted", "Accepted risks", accepted),
      Section("teams", "Components by team", teams),
      Section("rules", "Rules checked", checkedRules),
      Section("inputs", "Inputs", inputs),
      Section("sign-off", "Sign-off", signOff),
    ]
  }

  // MARK: - Verdict

  /// What could not be read, what is carried, and the gravest risk.
  private var verdict: [XMLElement] {
    guard let system = review.system else {
      return [paragraph("The description could not be read.")]
    }
    let errors = review.problems.count { $0.weight == .error }
    var lines: [String] = []
    if review.isBroken {
      lines.append(
        "The description could not be read in full: it has \(errors) "
          + "error\(errors == 1 ? "" : "s"). What follows is about the rest.")
    }
    if let forecast { lines.append(GrowthHeadline(system: system, forecast: forecast).text) }
    if let worst = open.first {
      lines.append("The gravest risk: \(worst.message).")
    } else if !review.isBroken {
      lines.append("No open findings.")
    }
    return lines.map(paragraph)
  }

  private func paragraph(_ text: String) -> XMLElement {
    XMLElement("p", ["class": "verdict"], text: text)
  }

  private var cards: XMLElement {
    let counts = Severity.allCases.reversed().map { severity in
      let count = open.count { $0.severity == severity }
      return card("\(count)", severity.word, count > 0 ? severity.word : nil)
    }
    let checks = "\(review.checks.made) of \(review.checks.of)"
    return XMLElement(
      "ul", ["class": "cards"],
      counts + [
        card(review.headroom?.carries ?? "unknown", "of today's peak"),
        card(checks, "checks could be made"),
      ])
  }

  private func card(_ number: String, _ words: String, _ style: String? = nil) -> XMLElement {
    XMLElement("li", [XMLElement("strong", ["class": style], text: number), .text(words)])
  }

  // MARK: - Growth and diagram

  private var whenDemandGrows: [XMLElement] {
    guard let growth, let forecast else { return [] }
    return GrowthSection(growth, forecast, identity: identity).elements
  }

  private func diagram(_ drawing: DiagramSVG?) -> [XMLElement] {
    guard let drawing else {
      let arrows = review.architecture?.relations.count ?? 0
      guard arrows > DiagramSVG.mostRelations else { return [] }
      return [XMLElement("p", text: "\(arrows) arrows are too many for a picture.")]
    }
    let legend =
      XMLElement(
        "p", ["class": "legend"],
        text:
          "Dashed arrows do not wait for an answer; dashed boxes are somebody else's. The worst "
          + "open finding of a component is written in its box when it is high or critical; the "
          + "box leads to it.")
    return [drawing.figure, legend] + drawing.list
  }
}

extension HeadroomStatement {
  /// What is carried, in few characters: `≤3.8x`.
  var carries: String { GrowthNumber.multiple(multiple, isAtMost: isAtMost) }
}

extension RiskLevel {
  /// What is carried, in few characters: `≤3.8x`, or `-`.
  var carries: String { headroom.map { GrowthNumber.multiple($0, isAtMost: isAtMost) } ?? "-" }
}

extension XMLElement {
  /// The element with its headings a level lower.
  var demoted: XMLElement {
    let lower = ["h1": "h2", "h2": "h3", "h3": "h4"]
    var element = XMLElement(lower[name] ?? name, [:], text: text, children.map(\.demoted))
    element.attributes = attributes
    return element
  }
}
