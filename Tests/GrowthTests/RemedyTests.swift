import Foundation
import TestSupport
import Testing

/// What would have to change for the target to be carried.
@Suite struct RemedyTests {
  typealias Step = (set: String, before: Double, after: Double)

  /// The steps of a report, and whether they reach the target.
  func remedies(_ report: [String: Any]) throws -> (steps: [Step], isReached: Bool?) {
    let list = try #require(report["remedies"] as? [[String: Any]])
    let steps = try list.map { step in
      (
        try #require(step["set"] as? String), try #require(step["headroom_before"] as? Double),
        try #require(step["headroom_after"] as? Double)
      )
    }
    return (steps, (report["target"] as? [String: Any])?["reached"] as? Bool)
  }

  func system(_ components: String) -> String {
    "growth: 10x in 1 year\njourneys: { j: { calls: a, rate: 10/s, peak: 40/s } }\n"
      + "components:\n" + components
  }

  /// Each kind of limit, with the change that carries ten times the peak of 40/s.
  static let cases: [(components: String, changes: [String])] = [
    // 400/s x 0.1 s = 40 erlangs, four replicas of ten.
    (
      "  a: { kind: service, replicas: 2, concurrency: 10, takes: 100ms }",
      ["components.a.replicas=4"]
    ),
    (
      "  a: { kind: service, replicas: 1..3, concurrency: 10, takes: 100ms }",
      ["components.a.replicas=1..4"]
    ),
    ("  a: { kind: external, limit: 30/s }", ["components.a.limit=400/s"]),
    (
      "  a: { kind: service, reads: b, writes: { to: b, per-request: 3 } }\n"
        + "  b: { kind: database, writers: single, write-capacity: 200/s, read-capacity: 50/s }",
      ["components.b.read-capacity=400/s", "components.b.write-capacity=1200/s"]
    ),
    // One replica does 100/s: four of them, and four pools of twenty.
    (
      "  a: { kind: service, replicas: 1..9, concurrency: 10, takes: 100ms, pool: 20, reads: b }\n"
        + "  b: { kind: database, max-connections: 60 }", ["components.b.max-connections=80"]
    ),
    // A share of a sixteenth: a hundredth of it is the busiest key's.
    (
      "  a: { kind: service, writes: b }\n"
        + "  b: { kind: database, shards: { count: 4, writes: 25/s, top-share: 1% } }",
      ["components.b.shards.count=19"]
    ),
    (
      "  a: { kind: service, writes: b }\n"
        + "  b: { kind: database, shards: { count: 64, writes: 25/s, top-share: 20% } }",
      ["components.b.shards.top-share=3.1%"]
    ),
    (
      "  a: { kind: service, publishes: q }\n  q: { kind: stream, partitions: 6, "
        + "partition-consumers: 1 }\n  w: { kind: worker, replicas: 90, concurrency: 1, "
        + "consumes: { from: q, takes: 500ms } }",
      ["components.q.partitions=50"]
    ),
  ]

  @Test(arguments: cases)
  func `each limit names the value that carries the target`(
    _ components: String, _ changes: [String]
  ) throws {
    let description = system(components)
    let (steps, isReached) = try remedies(try grow(description))
    #expect(steps.map(\.set) == changes)
    #expect(isReached == true)
    try checkSteps(steps, of: description)
  }

  /// Every step, made by hand with all before it, carries what it says.
  func checkSteps(_ steps: [Step], of description: String) throws {
    for (index, step) in steps.enumerated() {
      let changed = try grow(description, set: steps[...index].map(\.set))
      #expect((changed["problems"] as? [Any])?.count == 0)
      // Above the target nothing else may be known to break.
      let carried = (changed["headroom"] as? [String: Any])?["multiple"] as? Double ?? 10
      #expect(abs(carried - step.after) <= 1e-9 * carried, "\(step)")
      #expect(step.after >= step.before)
    }
  }

  @Test func `the changes of a sample carry its target when they are made`() throws {
    let description = try Repository.text("samples/fintech-weekend.tenfold.yaml")
    let (steps, isReached) = try remedies(try grow(description))
    #expect(!steps.isEmpty && isReached == true)
    try checkSteps(steps, of: description)
    #expect((steps.last?.after ?? 0) >= 3)
  }

  @Test func `where more replicas do less, nothing is promised`() throws {
    let (steps, isReached) = try remedies(
      try grow(
        system(
          """
            a:
              kind: service
              replicas: 4
              concurrency: 1
              takes: 10ms
              scaling: { contention: 40% }
          """)))
    #expect(steps.isEmpty)
    #expect(isReached == false)
  }

  @Test func `what holds, or is unknown, needs no change`() throws {
    let fine = try grow(system("  a: { kind: external, limit: 400/s }"))
    #expect(try remedies(fine).steps.isEmpty && remedies(fine).isReached == true)
    let unknown = try grow(system("  a: { kind: external }"))
    #expect(try remedies(unknown).steps.isEmpty && remedies(unknown).isReached == nil)
  }

  /// The busiest of four shards stays the same for more keys: one change alone raises nothing.
  @Test func `a change that raises nothing is not proposed`() throws {
    let (steps, isReached) = try remedies(
      try grow(
        system(
          "  a: { kind: service, writes: b }\n"
            + "  b: { kind: database, shards: { count: 4, distinct: 4, writes: 25/s } }")))
    #expect(steps.isEmpty && isReached == false)
  }
}
