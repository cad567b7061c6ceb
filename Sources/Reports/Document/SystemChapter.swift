import Architecture
import Findings
import Growth
import Review
import Rules
import SourceText

/// The chapter of the document about one system.
struct SystemChapter {
  let review: Review
  let rules: [Rule]
  let ownPages: [(path: String, text: String)]
  /// Tells the chapter's anchors from those of others.
  let identity: String
  let isAlone: Bool
  /// What becomes of the system when demand grows, as `tenfold grow` says it.
  let growthSection: GrowthSection?
  /// The state of the description in the words of whoever keeps it.
  let revision: String?
  /// Open findings, the gravest first.
  let open: [JudgedFinding]
  /// What each finding says that may explain others, by its fingerprint.
  let messages: [String: String]
  /// Findings of each rule that are shown; of very many alike only the gravest are.
  private let shown: Set<Int>
  /// What backs each rule that found something.
  let sources: [String: Block]

  init(_ subject: ReportSubject, _ settings: ReportSettings) {
    let review = subject.review
    self.review = review
    rules = settings.rules
    ownPages = settings.ownPages
    identity = "s\(subject.number + 1)"
    isAlone = settings.count == 1
    let identity = identity
    growthSection = subject.growth.flatMap { growth in
      growth.forecast.map { GrowthSection(growth, $0, identity: identity) }
    }
    revision = settings.revision
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

  var name: String { review.title }
  /// The name, which its path tells from those of others.
  private var label: String { isAlone ? name : "\(name) (\(review.path))" }
  var forecast: GrowthForecast? { growthSection?.forecast }

  /// Anchor of an open finding.
  func anchor(_ index: Int) -> String { "\(identity)-finding-\(index + 1)" }

  /// Most findings of one rule that are shown.
  static let mostAlike = 500

  private static func shown(_ open: [JudgedFinding]) -> Set<Int> {
    var counts: [String: Int] = [:]
    return Set(
      open.indices.filter { index in
        counts[open[index].rule, default: 0] += 1
        return counts[open[index].rule, default: 0] <= mostAlike
      })
  }

  /// Whether an open finding is shown.
  func isShown(_ index: Int) -> Bool { shown.contains(index) }

  /// The chapter, with a section for each part that has something to say.
  var chapter: Chapter {
    Chapter(
      name, anchor: identity, firstPage, sections, contents: "Contents of \(label)",
      isOneOfMany: !isAlone, summary: summary)
  }

  /// The system in a line.
  private var summary: String {
    let headroom = review.headroom.map { "\($0.carries) of today's peak" }
    let state = review.isBroken ? "not read in full" : headroom ?? "headroom unknown"
    return ([label, state] + SeverityCounts(open).words).joined(separator: " · ")
  }

  private var sections: [Chapter.Section] {
    let diagram = DiagramSVG(self)
    return [
      section("problems", "Problems", problems),
      section("journeys", "Journeys", journeys),
      section("fixes", "What to do first", fixes),
      section("diagram", "The system", picture(diagram), isWide: diagram?.isWide ?? false),
      section("themes", "Findings by theme", themes),
      section("findings", "Findings", findings),
      section("growth", "When demand grows", growthSection?.blocks ?? []),
      section("questions", "Questions", questions),
      section("assumptions", "Assumptions", assumptions),
      section("accepted", "Accepted risks", accepted),
      section("decisions", "Decisions", decisions),
      section("teams", "Components by team", teams),
      section("rules", "Rules checked", checkedRules),
      section("inputs", "Inputs", inputs),
      section("sign-off", "Sign-off", signOff),
    ]
  }

  private func section(
    _ id: String, _ title: String, _ content: [Block], isWide: Bool = false
  ) -> Chapter.Section {
    Chapter.Section(
      anchor: "\(identity)-\(id)", title: title, content: content, isWide: isWide)
  }

  // MARK: - Diagram

  private func picture(_ diagram: DiagramSVG?) -> [Block] {
    guard let diagram else {
      let arrows = review.architecture?.relations.count ?? 0
      guard arrows > DiagramSVG.mostRelations else { return [] }
      return [.paragraph("\(arrows) arrows are too many for a picture.")]
    }
    let legend =
      "Dashed arrows do not wait for an answer; dashed boxes are somebody else's. The worst "
      + "open finding of a component is written in its box when it is high or critical; the "
      + "box leads to it."
    return [diagram.figure, .paragraph(legend, .legend)] + diagram.list
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
