import Findings
import Review
import Testing
import TestSupport

/// One cause is one finding: what follows from it is shown under it, or not said at all.
@Suite struct CauseTests {
  /// A system in which two rules have the same cause.
  struct Case: CustomTestStringConvertible {
    let cause: String
    let effects: [String]
    let text: String
    var testDescription: String { "\(cause) before \(effects.joined(separator: ", "))" }
  }

  static let slowConsumer = """
    journeys: { order: { calls: shop, rate: 120/s, peak: 300/s } }
    components:
      shop: { kind: service, publishes: orders }
      orders:
        { kind: queue, max-length: 100000, overflow: drop-oldest, freshness: 10min,
          retention: 4h }
      biller:
        kind: worker
        replicas: 10
        concurrency: 1
        consumes: { from: orders, takes: 100ms, effect: write }
    """

  static let explained = [
    Case(
      cause: "capacity/connection-exhaustion", effects: ["capacity/scale-out-crushes-dependency"],
      text: """
        journeys: { buy: { calls: web, rate: 40/s, peak: 400/s } }
        components:
          web:
            { kind: service, replicas: 2..20, concurrency: 16, takes: 300ms, pool: 10, writes: db }
          db: { kind: database, max-connections: 100 }
        """),
    Case(
      cause: "queues/consumer-underprovisioned", effects: ["queues/partitions-cap-consumers"],
      text: """
        journeys: { browse: { calls: edge, rate: 90/s } }
        components:
          edge: { kind: service, publishes: clicks }
          clicks: { kind: stream, partitions: 6, partition-consumers: 1 }
          counter: { kind: worker, replicas: 4, concurrency: 1, takes: 100ms, consumes: clicks }
        """),
    Case(
      cause: "queues/consumer-underprovisioned", effects: ["queues/overflow-drops-critical"],
      text: slowConsumer),
    Case(
      cause: "availability/third-party-lost", effects: ["chains/hidden-third-party"],
      text: """
        journeys: { pay: { from: shopper, calls: shop, rate: 5/s, critical: true } }
        components:
          shopper: { kind: client }
          shop: { kind: service, calls: [{ to: scoring, timeout: 2s }, bureau] }
          scoring: { kind: service, calls: bureau }
          bureau: { kind: external }
        """),
    Case(
      cause: "sharding/hot-key",
      effects: ["capacity/scale-out-crushes-dependency"],
      text: """
        growth: 10x in 18 months
        journeys: { order: { calls: api, peak: 3k/s } }
        components:
          api: { kind: service, replicas: 4..200, concurrency: 64, takes: 20ms, writes: orders-db }
          orders-db:
            kind: database
            shards: { count: 4, key: user-id, top-share: 30%, writes: 600/s }
        """),
    Case(
      cause: "capacity/peak-exceeds-max",
      effects: ["capacity/quota-headroom", "queues/heavy-work-inline"],
      text: """
        journeys: { ask: { from: reader, calls: desk, rate: 8/s, peak: 20/s } }
        components:
          reader: { kind: client }
          desk: { kind: service, replicas: 8, concurrency: 32, takes: 20ms, calls: model }
          model: { kind: service, replicas: 2, concurrency: 16, takes: 3s, limit: 15/s }
        """),
    Case(
      cause: "capacity/peak-exceeds-max", effects: ["queues/heavy-work-inline"],
      text: """
        journeys: { ask: { from: reader, calls: model.answer, rate: 2/s, peak: 20/s } }
        components:
          reader: { kind: client }
          model:
            kind: service
            replicas: 2
            concurrency: 16
            operations: { answer: { takes: 3s } }
        """),
  ]

  @Test(arguments: explained)
  func `what follows from a cause is shown under it`(_ pair: Case) throws {
    let findings = review(pair.text).findings
    let cause = try #require(findings.first { $0.rule == pair.cause })
    for effect in pair.effects {
      let found = try #require(findings.first { $0.rule == effect }, "\(effect)")
      #expect(found.explainedBy == cause.fingerprint, "\(effect)")
    }
  }

  private static let outlived = "idempotency/key-outlived-by-retries"

  static let unsaid = [
    Case(
      cause: "queues/consumer-underprovisioned",
      effects: [
        "model/mean-exceeds-capacity", "queues/backlog-never-drains", "queues/full-at-peak",
      ],
      text: slowConsumer),
    Case(
      cause: "chains/wide-fan-out", effects: ["chains/chatty-calls"],
      text: """
        components:
          page: { kind: service, calls: { to: prices, per-request: 20, parallel: true } }
          prices: { kind: service }
        """),
    Case(
      cause: outlived, effects: [outlived],
      text: """
        components:
          refunds: { kind: queue, retention: 14 days, delivery: at-least-once }
          refunder:
            kind: worker
            consumes: { from: refunds, idempotency: { key: refund-id, ttl: 1 day } }
            calls: { to: bank, effect: payment, idempotency: { key: refund-id, ttl: 1 day } }
          bank: { kind: external }
        """),
  ]

  @Test(arguments: unsaid)
  func `what says the same is not said`(_ pair: Case) {
    let rules = review(pair.text).findings.map(\.rule)
    #expect(rules.count { $0 == pair.cause } == 1)
    #expect(pair.effects.allSatisfy { effect in effect == pair.cause || !rules.contains(effect) })
  }
}
