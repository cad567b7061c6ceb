import Review
import Rules
import Testing

/// Rules are found by what somebody notices who knows none of their names.
@Suite struct RuleSearchTests {
  private let rules = RuleSet.builtIn.rules

  private func found(_ text: String) -> [String] {
    RuleSearch.rules(rules, about: text).map(\.id)
  }

  @Test(arguments: [
    ("duplicate charges", "idempotency/retried-side-effect"),
    ("slow releases", "coupling/deploy-together"),
    ("Charged twice", "idempotency/retried-side-effect"),
    ("thundering herd", "resilience/retry-amplification"), ("SPOF", "availability/single-copy"),
    ("n+1 queries", "chains/chatty-calls"), ("noisy neighbours", "queues/head-of-line"),
    ("lost message", "queues/retention-shorter-than-outage"),
    ("hot partitions", "sharding/hot-key"),
    ("too many connections", "capacity/connection-exhaustion"),
    ("retry storm", "resilience/unsafe-retry-policy"), ("stale read", "reads/stale-after-write"),
  ])
  func `a symptom leads to its rule among the first`(_ text: String, _ rule: String) {
    #expect(found(text).prefix(3).contains(rule), "\(found(text).prefix(4))")
  }

  @Test func `a part of an id comes before the texts, and no word may be missing`() {
    #expect(found("queues/") == rules.map(\.id).filter { $0.hasPrefix("queues/") })
    #expect(found("hot-key") == ["sharding/hot-key"])
    #expect(
      found("zebra connections").isEmpty && found("?!").isEmpty && found("").count == rules.count)
  }

  @Test func `what people call a smell leads to it`() {
    for rule in rules {
      #expect(Set(rule.also).count == rule.also.count)
      for name in rule.also { #expect(found(name).contains(rule.id), "\(name)") }
    }
  }
}
