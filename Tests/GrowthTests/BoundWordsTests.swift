import Findings
import Testing
import TestSupport

/// What is said of a bound holds, and a value that leaves nothing to spare says so.
@Suite struct BoundWordsTests {
  @Test func `what is carried is rounded down, and a bound up`() {
    #expect(Unit.carried(106.67) == "100" && Unit.carried(106.67, isAtMost: true) == "110")
    #expect(Unit.carried(1.19) == "1.1" && Unit.carried(1.19, isAtMost: true) == "1.2")
    #expect(Unit.carried(10) == "10" && Unit.carried(10, isAtMost: true) == "10")
    #expect(Unit.carried(0.3, isAtMost: true) == "0.3")
  }

  private func shop(limit: String) -> String {
    growText(
      """
      growth: 10x in 18 months
      journeys: { buy: { from: user, calls: { to: pay, per-request: 1 }, rate: 40/s, peak: 400/s } }
      components:
        user: { kind: client }
        pay: { kind: external, limit: \(limit) }
      """, .text
    ).replacing("\n", with: " ")
  }

  @Test func `a remedy that just reaches the target says so, and so does the target then`() {
    let before = shop(limit: "1000/s")
    #expect(
      before.contains("limit of pay from 1000/s to 4000/s reaches 10x with nothing to spare."))
    #expect(before.contains("each value carries 10x with nothing to spare"))
    let after = shop(limit: "4000/s")
    #expect(after.contains("reached, with nothing to spare, since pay saturates just there."))
    #expect(!shop(limit: "6000/s").contains("spare"))
  }

  @Test func `a consumer says that it counts from the mean`() {
    let text = growText(
      """
      journeys: { send: { from: user, calls: api, rate: 10/s, peak: 100/s } }
      components:
        user: { kind: client }
        api: { kind: service, replicas: 50, concurrency: 10, takes: 10ms, publishes: q }
        q: { kind: queue }
        w: { kind: worker, replicas: 2, concurrency: 10, consumes: { from: q, takes: 1s } }
      """, .text
    ).replacing("\n", with: " ")
    #expect(text.contains("w saturates first (consumers at the mean rate)"))
    #expect(text.contains("w: counted from the mean rate, since the queue in front"))
  }
}
