import Findings
import Review
import TestSupport
import Testing

/// What is not known counts against what was checked, and is asked for.
@Suite struct UnknownTests {
  private func shop(_ store: String) -> Review {
    review(
      """
      stage: growth
      journeys: { buy: { from: shopper, calls: api, rate: 20/s, peak: 60/s } }
      components:
        shopper: { kind: client }
        api: { kind: service, replicas: 2, concurrency: 8, takes: 10ms, writes: items }
        items: \(store)

      """)
  }

  @Test func `a product that nobody knows is asked about and counts`() throws {
    let known = shop("{ kind: database, write-capacity: 2k/s }")
    let unknown = shop("{ kind: database, write-capacity: 2k/s, technology: frobnicate }")
    let question = try #require(unknown.questions.first { $0.property == "managed" })
    #expect(question.element == "items")
    #expect(unknown.checks.of == known.checks.of + 1)
    #expect(unknown.checks.made == known.checks.made)
  }

  @Test func `what grows by itself needs no capacity`() {
    let silent = shop("{ kind: database }")
    #expect(silent.headroom?.isAtMost == true)
    #expect(silent.questions.contains { $0.element == "items" && $0.property == "used" })
    for store in [
      "{ kind: database, takes: 2ms, elastic: true }",
      "{ kind: object-store, takes: 9ms, technology: s3 }",
    ] {
      let elastic = shop(store)
      #expect(elastic.headroom?.isAtMost == false, "\(store)")
      let asked = elastic.questions.opening.filter { $0.element == "items" }
      #expect(!asked.contains { $0.stake.topic == .capacity })
    }
  }

  @Test func `a rule waits for a limit of which no row of it tells`() {
    let asked = shop("{ kind: database }").questions.first { $0.property == "used" }
    #expect(asked?.rules.contains("capacity/growth-horizon") == true)
    #expect(asked?.rules.contains("queues/full-at-peak") == false)
  }

  @Test func `shards without a number bound nothing`() {
    let split = shop("{ kind: database, shards: { key: id, writes: 600/s, top-share: 1% } }")
    #expect(split.headroom?.isAtMost == true)
    #expect(split.questions.contains { $0.property == "shards.count" })
  }
}
