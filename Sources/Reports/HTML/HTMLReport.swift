import Architecture
import Findings
import Growth
import Review
import Rules
import SourceText

/// The review document: one file that needs no network and no script, for a meeting and for paper.
///
/// Several reviews make a portfolio: an overview, then a part for each.
struct HTMLReport: Report {
  let settings: ReportSettings
  /// The overview stands first, and so does the name of a single system.
  let startsLate = true

  init(_ settings: ReportSettings) { self.settings = settings }

  func head(_ run: RunSummary) -> String { Gap.parts(of: document(run)).head }

  func pieces(_ review: Review, _ number: Int) -> [ReportPiece] {
    let part = HTMLPart(
      review: review, rules: settings.rules, identity: "s\(number + 1)",
      isAlone: settings.count == 1)
    return [ReportPiece(part.elements.map { $0.markup(indent: 3) }.joined())]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    Gap.parts(of: document(run)).tail
  }

  private func document(_ run: RunSummary) -> String {
    let overview = settings.count == 1 ? [] : Portfolio(run: run).elements
    let subject = settings.count == 1 ? run.systems.first?.name : "\(settings.count) systems"
    let page = XMLElement(
      "html", ["lang": "en"],
      [
        head("Review of \(subject ?? "")"),
        XMLElement(
          "body",
          [
            XMLElement("a", ["class": "skip", "href": "#main"], text: "To the content"),
            XMLElement("main", ["id": "main", "tabindex": "-1"], overview + [.gap]), footer,
            XMLElement("script", text: GrowthSection.script),
          ]),
      ])
    return "<!DOCTYPE html>\n" + page.markup
  }

  private func head(_ title: String) -> XMLElement {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return XMLElement(
      "head",
      [
        XMLElement("meta", ["charset": "utf-8"]),
        XMLElement("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        XMLElement(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        XMLElement("title", text: title),
        XMLElement("style", text: Stylesheet.text),
      ])
  }

  private var footer: XMLElement {
    XMLElement(
      "footer",
      [
        XMLElement(
          "p", ["class": "dim"], text: "\(Tool.name) \(Tool.version), \(settings.rules.count) rules"
        )
      ])
  }
}

/// The part of a document about one system.
struct HTMLPart {
  let review: Review
  let rules: [Rule]
  /// Tells the part's anchors from those of others.
  let identity: String
  let isAlone: Bool
  /// What becomes of the system when demand grows; nil when no limit is known.
  let forecast: GrowthForecast?

  init(review: Review, rules: [Rule], identity: String, isAlone: Bool) {
    self.review = review
    self.rules = rules
    self.identity = identity
    self.isAlone = isAlone
    forecast = review.architecture.map { GrowthForecast(GrowthModel($0)) }
      .flatMap { $0.first == nil ? nil : $0 }
  }

  var name: String { review.system ?? review.path }

  var elements: [XMLElement] {
    let sections = sections.compactMap { section -> (String, String, [XMLElement])? in
      section.2.isEmpty ? nil : section
    }
    let links = sections.map { id, title, _ in
      XMLElement("li", [XMLElement("a", ["href": "#\(identity)-\(id)"], text: title)])
    }
    let header = XMLElement(
      "header", ["class": isAlone ? nil : "page", "id": identity],
      [
        XMLElement("h1", text: name), XMLElement("p", ["class": "verdict"], text: verdict), cards,
        XMLElement("nav", ["aria-label": "Contents of \(name)"], [XMLElement("ul", links)]),
      ])
    return [header]
      + sections.map { id, title, content in
        XMLElement(
          "section", ["id": "\(identity)-\(id)"], [XMLElement("h2", text: title)] + content)
      }
  }

  private var sections: [(String, String, [XMLElement])] {
    [
      ("problems", "Problems of the description", problems),
      ("growth", "When demand grows", growth),
      ("diagram", "The system", diagram),
      ("findings", "Findings", findings),
      ("fixes", "What to do first", fixes),
      ("questions", "Questions", questions),
      ("assumptions", "Assumptions", assumptions),
      ("accepted", "Accepted risks", accepted),
      ("teams", "Components by team", teams),
      ("rules", "Rules checked", checkedRules),
      ("inputs", "Inputs", inputs),
      ("sign-off", "Sign-off", signOff),
    ]
  }

  // MARK: - Verdict

  private var verdict: String {
    if review.system == nil { return "The description could not be read." }
    var sentence =
      review.headroom.map {
        "Carries \($0.words)x today's peak; then \($0.element) breaks first (\($0.limit))."
      } ?? "What breaks first cannot be told: load or capacity is not described."
    let open = review.open
    if let worst = open.first { sentence += " The gravest risk: \(worst.message)." }
    if open.isEmpty { sentence += " No open findings." }
    return sentence
  }

  private var cards: XMLElement {
    let counts = Severity.allCases.reversed().map { severity in
      let count = review.open.count { $0.severity == severity }
      return card("\(count)", severity.word, count > 0 ? severity.word : nil)
    }
    let checks = "\(review.checks.made) of \(review.checks.of)"
    let headroom = review.headroom.map { "\($0.words)x" } ?? "unknown"
    return XMLElement(
      "ul", ["class": "cards"],
      counts + [card(headroom, "headroom"), card(checks, "checks could be made")])
  }

  private func card(_ number: String, _ words: String, _ style: String? = nil) -> XMLElement {
    XMLElement("li", [XMLElement("strong", ["class": style], text: number), .text(words)])
  }

  private var growth: [XMLElement] {
    forecast.map { GrowthSection(forecast: $0, identity: identity).elements } ?? []
  }

  private var diagram: [XMLElement] {
    guard let drawing = DiagramSVG(review, identity: identity) else { return [] }
    return [
      XMLElement("figure", [drawing.element]),
      XMLElement(
        "p", ["class": "legend"],
        text:
          "Dashed arrows do not wait for an answer; dashed boxes are somebody else's. The worst "
          + "open finding of a component is written in its box when it is high or critical."),
    ]
  }
}
