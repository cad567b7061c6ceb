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
    #expect(Self.grown(Self.system("growth: \(Self.nines)x in 1 year")).contains("carries"))
  }

  @Test(arguments: [200, 300, 308])
  func `times whose squares are infinite are said without a curve or with one`(_ digits: Int) {
    let takes = String(repeating: "9", count: digits) + "s"
    #expect(!Self.grown(Self.system("", takes: takes)).isEmpty)
  }
}
