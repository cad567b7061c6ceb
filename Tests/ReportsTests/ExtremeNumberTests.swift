import Findings
import Reports
import Review
import Testing
import TestSupport

/// Numbers beyond all measure are said, and end.
@Suite struct ExtremeNumberTests {
  private static func system(_ more: String, takes: String = "10ms") -> String {
    """
    tenfold: 1
    system: X
    \(more)
    journeys:
      j: { from: u, calls: { to: a, timeout: 2s }, rate: 10/s, peak: 20/s, peak-lasts: 1h }
    components:
      u: { kind: client }
      a: { kind: service, replicas: 2, concurrency: 4, takes: \(takes) }
    """
  }

  private static let nines = String(repeating: "9", count: 308)

  private static func grown(_ description: String) -> String {
    let review = GrowthReview(review(description), simulation: .never)
    return GrowthFormat.text.render(GrowthReportInput(review: review, isComplete: true))
  }

  @Test func `a target beyond the scale of the bars is drawn, not searched for`() {
    #expect(Self.grown(Self.system("growth: \(Self.nines)x in 1 year")).contains("sustains"))
  }

  @Test(arguments: [200, 300, 308])
  func `times whose squares are infinite are said without a curve or with one`(_ digits: Int) {
    let takes = String(repeating: "9", count: digits) + "s"
    #expect(!Self.grown(Self.system("", takes: takes)).isEmpty)
  }
}

/// Descriptions of very much are answered with what can be read.
@Suite struct ExtremeSizeTests {
  private static func dense(_ count: Int) -> String {
    let names = (0..<count).map { "s\($0)" }
    let components = names.map { name in
      let callees = names.filter { $0 != name }.map {
        "{ to: \($0), timeout: 1s, attempts: 3, effect: payment }"
      }
      return "  \(name): { kind: service, calls: [\(callees.joined(separator: ", "))] }\n"
    }
    return "journeys:\n  j: { from: u, calls: { to: s0, timeout: 2s }, rate: 10/s }\n"
      + "components:\n  u: { kind: client }\n" + components.joined()
  }

  @Test func `of very many arrows there is no picture and not every finding`() {
    let found = review(Self.dense(80))
    let page = ReportFormat.html.text([found])
    #expect(page.contains("6321 arrows are too many for a picture."))
    #expect(!page.contains("<figure class=\"diagram\">"))
    let counts = Dictionary(grouping: found.open, by: \.rule).mapValues(\.count)
    let left = counts.values.reduce(0) { $0 + max(0, $1 - 500) }
    #expect(left > 0)
    #expect(
      page.components(separatedBy: "id=\"s1-finding-").count - 1 == found.open.count - left)
    #expect(page.contains("are not shown; the JSON report has all"))
  }

  @Test func `of very many scenarios the last are not looked at`() throws {
    let components = (0..<1000).map { "  a\($0): { kind: service, limit: 100/s }\n" }.joined()
    let scenarios = (1...60).map { "  s\($0): { set: { journeys.j.rate: \($0)/s } }\n" }.joined()
    let found = GrowthReview(
      review(
        "journeys:\n  j: { from: u, calls: a0, rate: 1/s }\ncomponents:\n  u: { kind: client }\n"
          + components + "scenarios:\n" + scenarios), simulation: .never)
    #expect(found.scenarios.count == 60)
    #expect(found.scenarios.prefix(39).allSatisfy { $0.isLookedAt })
    #expect(found.scenarios.suffix(21).allSatisfy { !$0.isLookedAt && $0.headroom == nil })
    let json = GrowthFormat.json.render(GrowthReportInput(review: found))
    #expect(json.components(separatedBy: "\"looked_at\": false").count == 22)
  }
}
