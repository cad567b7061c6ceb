import Description
import Findings
import Foundation
import Reports
import Review
import Rules
import SourceText
import TestSupport
import Testing

/// What stands in the parts of the document beside growth.
@Suite struct DocumentPartsTests {
  static let shop = """
    system: Shop
    journeys:
      buy: { calls: api, critical: true, rate: 40/s, peak: 100/s }
    components:
      api: { kind: service, sessions: memory, replicas: 2..9, concurrency: 10, publishes: [a, b] }
      web: { kind: service, sessions: memory, replicas: 2..9, calls: api }
      a: { kind: queue, technology: sqs }
      b: { kind: queue, technology: sqs }
      worker: { kind: worker, consumes: [a, b] }
    """

  func document(
    _ reviews: [Review], _ format: ReportFormat = .markdown
  ) -> String {
    format.text(reviews, isComplete: true)
  }

  @Test func `rules that are off or do not apply are not said to find nothing`() {
    var settings = ReviewSettings()
    var off = RuleSettings()
    off.isOff = true
    settings.rules["queues/no-dlq"] = off
    let found = review(Self.shop, settings: settings)
    let text = document([found])
    #expect(text.contains(", 1 off."))
    #expect(text.contains("| queues/no-dlq | ") && text.contains(" | off |"))
    let names = { (title: String) -> [Substring] in
      let line = text.split(separator: "\n").first { $0.hasPrefix(title) } ?? ""
      return line.split(separator: " ").map { $0.split(separator: ",")[0] }
    }
    #expect(names("Does not apply").contains("sharding/hot-key"))
    #expect(!names("Nothing found").contains("sharding/hot-key"))
    #expect(!names("Nothing found").contains("queues/no-dlq"))
  }

  @Test func `a broken description is not said to be without findings`() {
    let broken = review("system: S\ncomponents:\n  a: { kind: client }\n  b: { kind: servise }\n")
    for format in [ReportFormat.html, .markdown] {
      let text = document([broken], format)
      #expect(text.contains("could not be read in full: it has 1 error."))
      #expect(!text.contains("No open findings"))
    }
  }

  @Test func `the same advice stands once, with its elements`() throws {
    let text = document([review(Self.shop)])
    let part = try #require(text.components(separatedBy: "## What to do first\n").last)
      .components(separatedBy: "\n## ")[0]
    let rows = part.split(separator: "\n").filter { $0.hasPrefix("| **") }
    let changes = rows.map { $0.split(separator: "|").map(String.init).suffix(2).first ?? "" }
    let severities = rows.map { String($0.prefix(12)) }
    #expect(Set(zip(severities, changes).map { $0 + $1 }).count == rows.count)
    #expect(rows.contains { $0.contains("api; web") || $0.contains("a; b") })
    #expect(!part.contains("Look at which limit it is."))
    let verdict = try #require(text.range(of: "of today's peak"))
    let advice = try #require(text.range(of: "## What to do first"))
    let growth = text.range(of: "## When demand grows")
    #expect(verdict.lowerBound < advice.lowerBound)
    #expect(growth.map { advice.lowerBound < $0.lowerBound } ?? true)
  }

  @Test func `criticals come before highs, whoever explains whom`() throws {
    let sample = review(try Repository.text("samples/marketplace/marketplace.tenfold.yaml"))
    for reviewed in [sample, review(Self.shop)] {
      let order = ["critical", "high", "medium", "low"]
      let ranks = document([reviewed]).split(separator: "\n").filter { $0.hasPrefix("### **") }
        .compactMap { line in order.firstIndex { line.hasPrefix("### **\($0)**") } }
      #expect(ranks == ranks.sorted())
    }
  }

  /// Readers of SVG who know no style sheet fill what says nothing with black.
  @Test func `shapes of pictures say their colours themselves`() {
    let page = document([review(DocumentGrowthTests.closed)], .html)
    let shapes = page.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      ["<rect", "<path", "<polyline", "<line"].contains { line.hasPrefix($0 + " ") }
    }
    #expect(shapes.count > 10)
    for shape in shapes {
      #expect(shape.contains(" fill=\"") && shape.contains(" stroke=\""), "\(shape)")
    }
    #expect(page.contains("<a href=\"#s1-finding-1\">"))
  }

  @Test func `files of settings are inputs too`() {
    var settings = ReviewSettings()
    settings.configurationFiles = [
      SourceText(path: ".tenfold.yaml", text: "fail-on: high\n")
    ]
    settings.acceptedFile = SourceText(path: ".tenfold-accepted.yaml", text: "accepted: []\n")
    let text = document([review(Self.shop, settings: settings)])
    for path in [".tenfold.yaml", ".tenfold-accepted.yaml"] {
      #expect(text.contains("| \(path) | "), "\(path)")
    }
    #expect(text.components(separatedBy: "tenfold 0.1.0").count == 2)
  }

  @Test func `a portfolio has one title, tells systems apart and marks broken ones`() throws {
    let reviews = [
      review(Self.shop, path: "one.tenfold.yaml"), review(Self.shop, path: "two.tenfold.yaml"),
      review("system: Torn\ncomponents:\n  b: { kind: servise }\n", path: "torn.tenfold.yaml"),
    ]
    let page = document(reviews, .html)
    let order = try rows(document(reviews), under: "## Systems by headroom").map { $0[0] }
    #expect(order.last?.contains("Torn") == true, "\(order)")
    let contents = page.matches(of: /<nav aria-label="([^"]*)"/).map(\.1)
    #expect(Set(contents).count == 3, "\(contents)")
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(page.contains("Shop (one.tenfold.yaml)") && page.contains("Shop (two.tenfold.yaml)"))
    #expect(page.components(separatedBy: "<a href=\"#overview\">").count == 4)
    let text = document(reviews)
    #expect(text.contains("| broken | not read in full | - | - | - |"))
    let targets = Set(page.matches(of: /id="([^"]*)"/).map { String($0.1) })
    for link in page.matches(of: /href="#([^"]*)"/) {
      #expect(targets.contains(String(link.1)), "\(link.1)")
    }
  }

  /// The rows of a table under a heading of Markdown, by their cells.
  func rows(_ text: String, under heading: String) throws -> [[String]] {
    let part = try #require(text.components(separatedBy: "\(heading)\n").last)
      .components(separatedBy: "\n#")[0]
    return part.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `findings about journeys count for no team, and are not lost`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    #expect(sample.open.contains { $0.element.hasPrefix("journey ") })
    for (reviews, heading, column) in [
      ([sample], "## Components by team", -2), ([sample, sample], "## By team", -3),
    ] {
      let rows = try rows(document(reviews), under: heading)
      let counted = rows.compactMap { Int($0[$0.count + column]) }.reduce(0, +)
      let critical = sample.open.count { $0.severity == .critical }
      #expect(counted == critical * reviews.count, "\(rows)")
    }
    let json = ReportFormat.json.text([sample, sample])
    #expect(try #require(json.components(separatedBy: "\"teams\"").last).contains("\"team\": null"))
  }

  @Test func `a headroom that is an upper bound has its sign wherever it stands`() throws {
    let found = review(
      """
      system: Bound
      growth: 10x in 12 months
      journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }
      components:
        a: { kind: service, replicas: 3, concurrency: 4, takes: 50ms, calls: b }
        b: { kind: service }
      """)
    #expect(found.headroom?.isAtMost == true)
    let carried = "≤" + Unit.carried(try #require(found.headroom?.multiple), isAtMost: true) + "x"
    let cells = try rows(document([found]), under: "## What to do first").flatMap(\.self)
    #expect(cells.contains(carried), "\(cells)")
    let worst = try rows(document([found, found]), under: "## Worst risks").flatMap(\.self)
    #expect(worst.contains(carried), "\(worst)")
  }

  @Test func `a headroom is one number in finding and evidence, and its bound rounded up`() throws {
    let sample = review(try Repository.text("samples/fintech-weekend.tenfold.yaml"))
    let text = document([sample])
    #expect(text.contains("sustains at most 1.2x today's peak: ledger-db saturates first"))
    #expect(text.contains("reached at 1.1x today's peak"))
    #expect(text.contains("| headroom of ledger-db | 1.1x | derived"))
  }

  @Test func `an accepted risk says its rule, element, place and level`() throws {
    let found = review(
      """
      system: Shop
      stage: growth
      journeys: { j: { calls: a, rate: 10/s } }
      components:
        a: { kind: service, publishes: q }
        q: { kind: queue, technology: sqs }
        w: { kind: worker, consumes: q }
      accepted:
        - { rule: queues/no-dlq, element: q, severity: critical, peak: 40/s, reason: by hand }
      """)
    let row = try #require(try rows(document([found]), under: "## Accepted risks").first)
    #expect(row[1].contains("queues/no-dlq q, test.tenfold.yaml:6"), "\(row)")
    #expect(row[2] == "critical, 40/s" && row[3] == "by hand")
  }

  @Test func `the rule book and a team's own pages are known by their hashes`() throws {
    let page = try #require(RuleSet.builtInPages.first { $0.path.hasSuffix("no-dlq.md") })
    let settings = ReportSettings(
      count: 1, rules: RuleSet.builtIn.adding([("own/queues/no-dlq.md", page.text)]),
      isComplete: true)
    let report = try #require(ReportFormat.markdown.sink(settings).stream)
    let subject = ReportSubject(review(Self.shop), growth: nil, number: 0)
    let pieces = report.pieces(subject).map(\.text).joined()
    let inputs = try rows(pieces, under: "## Inputs")
    let hash = try #require(inputs.first { $0[0] == "own/queues/no-dlq.md" }, "\(inputs)")[1]
    #expect(hash == SHA256.hexadecimal(Array(page.text.utf8)))
    let footer = report.tail(RunSummary(), written: 1, left: 0)
    #expect(footer.contains(/rules, rule book [0-9a-f]{64}\n/))
    #expect(document([review(Self.shop)]).contains(footer))
  }
}
