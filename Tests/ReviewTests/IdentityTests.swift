import Description
import Findings
import Reports
import Review
import Rules
import Testing
import TestSupport

/// What makes a finding the same over edits: its rule, its element, and nothing that changes.
@Suite struct IdentityTests {
  /// Descriptions in which a rule speaks of an element more than once, or nearly does.
  static let several = [
    """
    components:
      api: { kind: service, publishes: [a, b] }
      a: { kind: queue, technology: sqs, dead-letter: { to: d, after: 3 } }
      b: { kind: queue, technology: sqs, dead-letter: { to: d, after: 3 } }
      d: { kind: queue, technology: sqs, retention: 1h }
      w: { kind: worker, consumes: [a, b] }
    """,
    """
    journeys:
      j: { calls: api, rate: 1/s, critical: true }
    components:
      api: { kind: service, writes: [a, b], reads: c }
      a: { kind: database, replicates: c }
      b: { kind: database, replicates: c }
      c: { kind: database }
    """,
    """
    growth: 20x in 12 months
    journeys:
      j: { calls: api, rate: 100/s, peak: 300/s }
    components:
      api: { kind: service, publishes: [a, b] }
      a: { kind: stream, technology: kafka, partitions: 6 }
      b: { kind: stream, technology: kafka, partitions: 4 }
      w:
        kind: worker
        replicas: 10
        concurrency: 1
        consumes: [{ from: a, takes: 10ms }, { from: b, takes: 9ms }]
    """,
    """
    journeys:
      order: { from: shopper, calls: shop, path: [shopper, shop, mailer, printer] }
    components:
      shopper: { kind: client }
      shop: { kind: service }
      mailer: { kind: worker }
      printer: { kind: worker }
    """,
  ]

  static let descriptions =
    several + RuleSet.builtIn.rules.flatMap(\.examples).map(\.description)

  @Test(arguments: descriptions)
  func `no two findings of a review are the same`(_ description: String) {
    check(review(description))
  }

  @Test func `no two findings of a sample are the same`() throws {
    let paths = Repository.files("samples", ".yaml")
    let files = Dictionary(
      uniqueKeysWithValues: try paths.map { ($0, try Repository.bytes($0)) })
    for path in paths where path.hasSuffix(".tenfold.yaml") {
      check(Review.make(path: path, files: .memory(files), rules: .builtIn))
    }
  }

  func check(_ review: Review) {
    let same = Dictionary(grouping: review.findings, by: \.fingerprint).values
    #expect(same.filter { $0.count > 1 }.map { $0.map(\.message) } == [])
  }

  @Test func `what a rule says of an element several times is told apart by names`() {
    let found = Self.several.map { review($0).findings }
    for (findings, rule) in zip(
      found,
      [
        "queues/dlq-expires-first", "reads/stale-after-write", "queues/partitions-cap-consumers",
        "model/journey-skips-relation",
      ])
    {
      #expect(findings.count { $0.rule == rule } == 2, "\(rule)")
    }
    let steps = found[3].filter { $0.rule == "model/journey-skips-relation" }.map(\.message)
    let step = "journey order goes from shop to mailer, but no relation"
    #expect(steps.contains { $0.hasPrefix(step) })
  }

  /// Descriptions with a rule, each with what is better, or otherwise, in another that it finds
  /// something in as well.
  @Test(arguments: [
    (
      "statefulness/session-store-weak",
      """
      components:
        web: { kind: service, replicas: 4, sessions: store, session-store: redis }
        redis: { kind: cache, holds: [sessions, cache], eviction: allkeys-lru, replicas: 1 }
      """, "replicas: 1 ", "replicas: 10 "
    ),
    (
      "capacity/scale-out-crushes-dependency",
      """
      growth: 10x in 18 months
      journeys:
        j1: { calls: cards, peak: 100/s, rate: 50/s }
        j2: { calls: accounts, peak: 100/s, rate: 50/s }
      components:
        cards: { kind: service, replicas: 2..40, concurrency: 64, takes: 10ms, calls: ledger }
        accounts: { kind: service, replicas: 2..30, concurrency: 64, takes: 10ms, calls: ledger }
        ledger: { kind: external, limit: 1000/s }
      """, "2..40", "2..20"
    ),
    (
      "capacity/connection-exhaustion",
      """
      components:
        a: { kind: service, replicas: 10, pool: 40, reads: db }
        b: { kind: service, replicas: 10, pool: 30, reads: db }
        db: { kind: database, max-connections: 100 }
      """, "pool: 40", "pool: 20"
    ),
    (
      "chains/wide-fan-out",
      """
      components:
        a:
          kind: service
          calls: [{ to: b, parallel: yes, per-request: 30 }, { to: c, parallel: yes, per-request: 25 }]
        b: { kind: service }
        c: { kind: service }
      """, "per-request: 30", "per-request: 20"
    ),
  ])
  func `a finding is the same whatever its numbers are`(
    _ rule: String, _ description: String, _ part: String, _ other: String
  ) throws {
    let text = description.replacing(" }", with: "  }")
    let old = review(text)
    let diff = ReviewDiff(old: old, new: review(text.replacing(part, with: other)))
    let finding = try #require(old.findings.first { $0.rule == rule })
    #expect(diff.new.findings.contains { $0.fingerprint == finding.fingerprint })
    #expect(diff.fixed.filter { $0.rule == rule } == [])
    #expect(diff.findings("new").filter { $0.rule == rule } == [])
  }

  // MARK: - What is no longer said

  static let risky = """
    system: shop
    components:
      a: { kind: service, sessions: memory, replicas: 2..20 }
    """

  @Test func `a risk of which less is said is not fixed`() {
    let old = review(Self.risky)
    let silent = review(Self.risky.replacing(", replicas: 2..20", with: ""))
    let diff = ReviewDiff(old: old, new: silent)
    #expect(diff.fixed.isEmpty && diff.undecided.map(\.rule) == [AcceptanceTests.rule])
    #expect(DiffFormat.text.render(diff).contains("can no longer be evaluated:\n  high"))

    var update = BaselineUpdate(of: Baseline([old]))
    update.add(silent)
    #expect(update.applied(to: nil).baseline.risks == Baseline([old]).risks)
    // What is said again is known, not new.
    let again = ReviewDiff(old: old, new: old)
    #expect(again.findings("unchanged").count == old.open.count)

    let repaired = ReviewDiff(old: old, new: review(Self.risky.replacing("memory", with: "none")))
    #expect(repaired.undecided.isEmpty && repaired.fixed.count == 1)
  }

  @Test(arguments: [
    "accepted: [{ rule: \(AcceptanceTests.rule), element: a, reason: small, severity: high }]",
    "",
  ])
  func `a decision about a risk of which less is said is not stale`(_ accepted: String) {
    let mark = "  # tenfold: accept \(AcceptanceTests.rule) severity=high: small"
    let text =
      Self.risky.replacing(", replicas: 2..20 }", with: " }\(accepted.isEmpty ? mark : "")")
      + "\n" + accepted
    #expect(review(text).problems == [])
  }
}
