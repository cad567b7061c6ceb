import Description
import Findings
import Foundation
import Growth
import Reports
import Review
import TestSupport
import Testing

/// What the document says of growth is what `tenfold grow` says.
@Suite struct DocumentGrowthTests {
  /// Users who wait, an autoscaler, a queue, a zone, retries and scenarios: the models fail here.
  static let closed = """
    system: Counter
    growth: 4x in 12 months
    journeys:
      ask: { from: user, calls: api, users: 50, think: 2s }
      browse: { from: user, calls: shop, rate: 40/s, peak: 120/s, rise: 2min }
      peek: { from: user, calls: bare, rate: 1/s }
    components:
      user: { kind: client }
      api:
        kind: service
        replicas: 3
        concurrency: 4
        takes: 120ms
        calls: { to: db, timeout: 1s, attempts: 3 }
      shop:
        kind: service
        replicas: 2..12
        concurrency: 8
        takes: 60ms
        scaling: { on: cpu, target: 70%, interval: 15s, lag: 30s, start: 1min }
        calls: { to: db, timeout: 1s }
        publishes: mails
      mails: { kind: queue, technology: sqs }
      mailer: { kind: worker, replicas: 2, concurrency: 10, consumes: { from: mails, takes: 300ms } }
      db: { kind: service, replicas: 2, concurrency: 16, takes: 15ms, zones: [a, b] }
      bare: { kind: service }
    scenarios:
      sale: { set: { journeys.ask.users: 400 } }
      zone-down: { lose: a }
    """

  static func grown(_ when: GrowthSimulation.Settings.When = .whereModelsFail) -> String {
    let review = GrowthReview(review(closed), simulation: when)
    return GrowthFormat.text.render(GrowthReportInput(review: review, isComplete: true))
  }

  static let document = ReportFormat.markdown.text([review(closed)], isComplete: true)

  /// Words of a text, wherever its lines break, without what Markdown puts between.
  func words(_ text: String) -> String {
    text.replacing("\\", with: "").replacing("&gt;", with: ">")
      .split { $0.isWhitespace || $0 == "|" }.joined(separator: " ")
  }

  @Test func `the headline is the same`() {
    let headline = Self.grown().components(separatedBy: "\n\n")[0]
    #expect(
      words(headline).contains("sustains at most 1.7x") && words(headline).contains("Target 4x"))
    #expect(words(Self.document).contains(words(headline)))
  }

  /// Each row of a table by multiple, as wide as a terminal, is a row of the document.
  @Test func `the tables are the same`() {
    let text = Self.grown()
    let document = words(Self.document)
    let titles = [
      "Scenarios (law)", "After a loss (law)", "Utilisation (law)", "p99 (simulated)",
      "Backlog after a peak", "Autoscaling (fluid)",
    ]
    for title in titles {
      guard let start = text.range(of: title) else {
        Issue.record("grow has no \(title)")
        continue
      }
      #expect(Self.document.contains("### \(title)\n"), "\(title)")
      let block = text[start.upperBound...].components(separatedBy: "\n\n")[0]
      let rows = block.split(separator: "\n").dropFirst()
      #expect(!rows.isEmpty)
      for row in rows.prefix(2) { #expect(document.contains(words(String(row))), "\(row)") }
    }
    for word in ["endless", "enough after", "longest wait", "users of ask, who wait"] {
      #expect(document.contains(word), "\(word)")
    }
  }

  @Test func `retries, what has no limit and questions are told`() {
    let document = words(Self.document)
    #expect(document.contains("No known limit: bare."))
    #expect(document.contains("Without a spike, it holds up to"))
    #expect(Self.document.contains("### Open questions\n"))
  }

  /// Two systems are two systems of many: their times are marked, and nothing is simulated.
  @Test func `of many systems the times that models fail at are marked`() {
    let text = ReportFormat.markdown.text(
      [review(Self.closed), review(Self.closed, path: "b.tenfold.yaml")], isComplete: true)
    #expect(text.contains("?569ms") && text.contains("and nothing was simulated"))
    #expect(words(Self.grown(.never)).contains("ask ?569ms"))
  }

  @Test func `what is taken for granted is one list with range and effect`() {
    let document = Self.document
    #expect(document.components(separatedBy: "## Assumptions\n").count == 2)
    #expect(!document.contains("Taken for granted"))
    #expect(document.contains("| variability 0.25 to 4 ("))
    #expect(document.contains("| What | From | Range | What it moves |"))
  }

  @Test func `a system below its peak is said to be`() {
    let low = """
      system: Low
      journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }
      components: { a: { kind: external, limit: 10/s } }
      """
    for format in [ReportFormat.html, .markdown] {
      #expect(format.text([review(low)], isComplete: true).contains("cannot sustain today's peak"))
    }
  }

  /// A number of replicas that nobody would start is no advice.
  @Test func `scaling out a thousand times is no remedy`() {
    let absurd = """
      system: Absurd
      growth: 2x in 12 months
      journeys: { j: { calls: a, rate: 1M/s, peak: 2M/s } }
      components: { a: { kind: service, replicas: 2, concurrency: 1, takes: 1s } }
      """
    let text = ReportFormat.markdown.text([review(absurd)], isComplete: true)
    #expect(text.contains("a saturates earlier (servers), and more replicas do not help"))
    #expect(!text.contains("| 1. | replicas of a"))
  }

  /// The slider holds its multiples of two digits against these, and `carries` is cut to two digits.
  @Test func `bars know where their limit is reached`() throws {
    let sample = review(try Repository.text("samples/ticket-shop-repaired.tenfold.yaml"))
    let page = ReportFormat.html.text([sample])
    let text = ReportFormat.markdown.text([sample], isComplete: true)
    let bars = page.matches(
      of: /data-load="([^"]*)" data-at="([^"]*)" data-limit="([^"]*)" data-name="([^"]*)"/)
    #expect(bars.count > 4)
    for bar in bars {
      let limit = try #require(Double(bar.3))
      let carries = limit > 1000 ? ">1kx" : Unit.multiple.format(limit)
      #expect(
        text.replacing("\\>", with: ">").replacing("&gt;", with: ">")
          .contains(try Regex("\\| \(bar.4) \\| ≤?\(carries) \\|")), "\(bar.4)")
      let at = bar.2.split(separator: " ")
      let loads = bar.1.split(separator: " ")
      guard limit > 1, limit < 100 else { continue }
      #expect(loads[try #require(at.firstIndex(of: bar.3))] == "1", "\(bar.4)")
    }
    #expect(page.contains("Utilisation today</th>"))
  }
}
