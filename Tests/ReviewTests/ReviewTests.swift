import Findings
import Review
import Testing
import TestSupport

@Suite struct ReviewTests {
  static let service = "components:\n  a: { kind: service, sessions: memory, replicas: 2..9 }\n"

  func severity(_ head: String, rule: String = "statefulness/in-memory-session") -> Severity? {
    review(head + Self.service).findings.first { $0.rule == rule }?.severity
  }

  @Test func `severity climbs on a critical journey and falls at seed`() {
    #expect(severity("") == .high)
    #expect(severity("journeys:\n  j: { calls: a, critical: true }\n") == .high)
    #expect(severity("stage: seed\n") == .medium)
    #expect(severity("stage: seed\njourneys:\n  j: { calls: a, critical: true }\n") == .high)
  }

  @Test func `the confidence is the weakest origin among the evidence`() {
    let found = review(
      "components:\n  q: { kind: queue, technology: sqs }\n"
        + "  w: { kind: function, consumes: { from: q, takes: 4s } }\n"
    ).findings.first { $0.rule == "queues/visibility-shorter-than-work" }
    #expect(found?.confidence == .default)
    #expect(found?.evidence.first { $0.name.hasPrefix("takes") }?.origin == .declared)
    #expect(found?.arithmetic == "10 x 4 s = 40 s > 30 s")
  }

  @Test func `the most that a product hands out is a question, not a finding`() {
    let review = review(
      "components:\n  q: { kind: queue, technology: sqs }\n"
        + "  w: { kind: worker, consumes: { from: q, takes: 4s } }\n")
    let rule = "queues/visibility-shorter-than-work"
    #expect(!review.findings.contains { $0.rule == rule })
    #expect(review.questions.contains { $0.property == "batch" && $0.rules.contains(rule) })
  }

  @Test func `unknown is a question, one for each property, never a finding`() {
    let result = review(
      "components:\n  a: { kind: service, replicas: 2..9 }\n  c: { kind: client, calls: a }\n")
    #expect(!result.findings.contains { $0.rule == "statefulness/in-memory-session" })
    let asked = result.questions.map { "\($0.element) \($0.property)" }
    #expect(asked.contains("a sessions"))
    #expect(Set(asked).count == asked.count)
    #expect(result.checks.made < result.checks.of)
  }

  @Test func `a fingerprint survives edits elsewhere`() {
    let before = review(Self.service).findings.map(\.fingerprint)
    let after = review("# moved\n\nsystem: s\n" + Self.service).findings.map(\.fingerprint)
    #expect(before == after && !before.isEmpty)
  }

  @Test func `fingerprints differ within a review`() throws {
    for path in Repository.files("samples", ".tenfold.yaml") where !path.contains("broken") {
      let prints = review(try Repository.text(path)).findings.map(\.fingerprint)
      #expect(Set(prints).count == prints.count, "\(path)")
    }
  }

  @Test func `an accepted finding stays listed and opens no gate`() {
    let result = review(
      Self.service
        + "accepted:\n  - { rule: statefulness/in-memory-session, element: a, reason: beta "
        + "users only }\n"
    )
    let finding = result.findings.first { $0.rule == "statefulness/in-memory-session" }
    #expect(finding?.accepted?.reason == "beta users only")
    #expect(!result.open.contains { $0.rule == "statefulness/in-memory-session" })
  }

  @Test func `the same input gives the same review`() throws {
    let text = try Repository.text("samples/ticket-shop.tenfold.yaml")
    let first = review(text)
    for _ in 0..<3 {
      let again = review(text)
      #expect(again.findings == first.findings)
      #expect(again.questions == first.questions)
    }
  }

  @Test func `saying less never looks better`() {
    let full = review(
      "components:\n  a: { kind: service, sessions: memory, replicas: 2..9, disk: none }\n  "
        + "c: { kind: client, calls: a }\n"
    )
    let less = review("components:\n  a: { kind: service }\n  c: { kind: client, calls: a }\n")
    let share = { (review: Review) in Double(review.checks.made) / Double(max(1, review.checks.of))
    }
    #expect(share(less) < share(full))
    #expect(less.questions.count > full.questions.count)
  }

  @Test func `what breaks first is named with its multiple`() {
    let result = review(
      """
      journeys:
        j: { calls: a, rate: 10/s, peak: 40/s }
      components:
        a: { kind: service, replicas: 4, concurrency: 8, takes: 100ms, calls: pay }
        pay: { kind: external, limit: 60/s }
      """)
    #expect(result.headroom?.element == "pay")
    #expect(result.headroom?.limit.rawValue == "rate limit")
    #expect(result.headroom?.multiple == 1.5)
    #expect(review(Self.service).headroom == nil)
  }

  @Test func `a queue levels load, so its consumers have to carry the mean`() {
    let result = review(
      """
      journeys:
        j: { calls: a, rate: 10/s, peak: 100/s }
      components:
        a: { kind: service, publishes: q }
        q: { kind: queue }
        w: { kind: worker, replicas: 2, concurrency: 10, takes: 1s, consumes: q, calls: x }
        x: { kind: external, limit: 30/s }
      """)
    // The worker does 20/s: twice the mean of 10/s. What it calls sees more than that only once
    // the mean itself is more, so its 30/s are reached later.
    #expect(result.headroom?.words == "2")
    #expect(result.headroom?.element == "w")
  }

  @Test func `a store breaks when its writes outgrow it`() {
    let result = review(
      """
      journeys:
        j: { calls: a, rate: 10/s, peak: 100/s }
      components:
        a: { kind: service, writes: { to: d, per-request: 3 } }
        d: { kind: database, write-capacity: 375/s }
      """)
    #expect(result.headroom?.element == "d")
    // 375 / 300 = 1.25, which is a bound as long as nothing is known of `a`: never less is said.
    #expect(result.headroom?.words == "1.3")
  }

  @Test func `an acceptance of nothing is said, with its place`() {
    let result = review(
      "components:\n  a: { kind: client }\naccepted:\n"
        + "  - { rule: queues/no-dlq, element: a, reason: none }\n")
    let problem = result.problems.first
    #expect(problem?.code == "stale-acceptance" && problem?.place?.start.line == 4)
  }

  @Test func `a finding about what comes from a template stands at the component`() {
    let result = review(
      """
      templates:
        stateful: { kind: service, sessions: memory, replicas: 2..9 }
      components:
        a: { template: stateful }
        b: { template: stateful }
      """)
    let lines = result.findings.filter { $0.rule == "statefulness/in-memory-session" }
      .map(\.place.start.line)
    #expect(lines == [4, 5])
  }

  @Test(arguments: [(20, 2.0), (200, 4.0)])
  func `a relation carries as much as the weaker of its ends`(
    _ limit: Int, _ headroom: Double
  ) throws {
    // Eight servers that are held for 200 ms do 40/s.
    let result = review(
      """
      journeys:
        j: { calls: a, rate: 1/s, peak: 10/s }
      components:
        a:
          kind: service
          replicas: 1
          concurrency: 8
          takes: 100ms
          calls: { to: pay, attempts: 3, timeout: 1s, effect: payment, idempotency: none }
        pay: { kind: external, takes: 100ms, limit: \(limit)/s }
      """)
    let found = try #require(
      result.findings.first { $0.rule == "idempotency/retried-side-effect" })
    #expect(found.level.headroom == headroom)
  }
}
