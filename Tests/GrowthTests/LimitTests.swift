import Foundation
import TestSupport
import Testing

/// Each limit, from the description to the headroom.
@Suite struct LimitTests {
  func first(_ components: String, journey: String = "calls: a, rate: 10/s, peak: 40/s") throws
    -> (element: String, limit: String, multiple: Double)
  {
    let report = try grow("journeys:\n  j: { \(journey) }\ncomponents:\n" + components)
    #expect((report["problems"] as? [Any])?.count == 0)
    let headroom = try #require(report["headroom"] as? [String: Any])
    return (
      try #require(headroom["element"] as? String), try #require(headroom["limit"] as? String),
      try #require(headroom["multiple"] as? Double)
    )
  }

  @Test func `servers and the autoscaler's maximum`() throws {
    let fixed = try first("  a: { kind: service, replicas: 2, concurrency: 10, takes: 100ms }")
    #expect(fixed == ("a", "servers", 5))
    let range = try first("  a: { kind: service, replicas: 2..4, concurrency: 10, takes: 100ms }")
    #expect(range == ("a", "autoscaler maximum", 10))
  }

  @Test func `a synchronous call holds its server`() throws {
    // 20 servers held for 0.1 s + 2 x 0.2 s carry 40/s.
    let held = try first(
      """
        a: { kind: service, replicas: 2, concurrency: 10, takes: 100ms, calls: { to: b, per-request: 2 } }
        b: { kind: external, takes: 200ms }
      """)
    #expect(held == ("a", "servers", 1))
    // At the same time they take as long as the slowest.
    let parallel = try first(
      """
        a:
          kind: service
          replicas: 2
          concurrency: 10
          takes: 100ms
          calls: [{ to: b, parallel: true }, { to: c, parallel: true }]
        b: { kind: external, takes: 200ms, variability: 0 }
        c: { kind: external, takes: 50ms, variability: 0 }
      """)
    #expect(abs(parallel.multiple - 20 / 0.3 / 40) < 0.01)
  }

  @Test func `pools of all replicas against the store's maximum`() throws {
    let service = "kind: service, concurrency: 10, takes: 100ms, pool: 20, reads: db"
    // Each replica does 100/s, so the sixth, which is one too many, starts at 500/s.
    let scaled = try first(
      """
        a: { replicas: 1..20, \(service) }
        db: { kind: database, technology: postgresql }
      """)
    #expect(scaled.element == "db" && scaled.limit == "connections")
    #expect(abs(scaled.multiple - 12.5) < 1e-6)
    let fixed = try first(
      """
        a: { replicas: 6, \(service) }
        db: { kind: database, max-connections: 100 }
      """)
    #expect(fixed == ("db", "connections", 0))
  }

  @Test func `third parties, single writers and reads`() throws {
    let third = try first("  a: { kind: external, limit: 30/s }")
    #expect(third == ("a", "rate limit", 0.75))
    let writer = try first(
      """
        a: { kind: service, writes: { to: db, per-request: 3 }, reads: db }
        db: { kind: database, writers: single, write-capacity: 300/s, read-capacity: 50/s }
      """)
    #expect(writer == ("db", "read capacity", 1.25))
  }

  @Test func `the hottest shard gets the busiest key on top of its share`() throws {
    func shard(_ more: String) throws -> Double {
      try first(
        """
          a: { kind: service, writes: db }
          db: { kind: database, shards: { count: 4, writes: 100/s\(more) } }
        """
      ).multiple
    }
    #expect(try shard("") == 10)
    #expect(try abs(shard(", top-share: 20%") - 100 / 0.4 / 40) < 1e-9)
    #expect(try shard(", distinct: 2") == 5)
    #expect(try shard(", by: range, monotonic: true") == 2.5)
  }

  @Test func `consumers keep up with the mean, and partitions bound them`() throws {
    let worker = "kind: worker, replicas: 20, concurrency: 5, takes: 1s"
    let queue = try first(
      """
        a: { kind: service, publishes: q }
        q: { kind: queue }
        w: { \(worker), consumes: q }
      """)
    #expect(queue == ("w", "consumers", 10))
    let stream = try first(
      """
        a: { kind: service, publishes: q }
        q: { kind: stream, partitions: 6, partition-consumers: 1 }
        w: { \(worker), consumes: q }
      """)
    #expect(stream == ("w", "partitions", 3))
    let ordered = try first(
      """
        a: { kind: service, publishes: q }
        q: { kind: stream, partitions: 24, partition-consumers: 1 }
        w: { \(worker), consumes: { from: q, needs-order: true } }
      """)
    #expect(ordered == ("w", "partitions", 2.4))
  }

  @Test func `what stands behind a queue sees no more than its consumers let through`() throws {
    func limit(_ limit: Int) throws -> Double {
      try first(
        """
          a: { kind: service, publishes: q }
          q: { kind: queue }
          w: { kind: worker, replicas: 8, concurrency: 10, takes: 1s, consumes: q, calls: x }
          x: { kind: external, limit: \(limit)/s }
        """
      ).multiple
    }
    // The workers do 80/s. A peak of 60/s is reached at 1.5x; one of 100/s never, since at 8x, when
    // the mean alone is 80/s, the workers break first.
    #expect(try limit(60) == 1.5)
    #expect(try limit(100) == 8)
  }

  @Test func `each queue levels what comes through it, and no other`() throws {
    // The workers of k do 30/s, those of b whatever comes.
    let (_, _, multiple) = try first(
      """
        a: { kind: service, publishes: [k, b] }
        k: { kind: queue }
        b: { kind: queue }
        kw: { kind: worker, replicas: 30, concurrency: 1, takes: 1s, consumes: k, calls: x }
        bw: { kind: worker, replicas: 900, concurrency: 1, takes: 1s, consumes: b, calls: x }
        x: { kind: external, limit: 100/s }
      """)
    // 30/s from k and 40/s x m from b are 100/s where m is 1.75.
    #expect(abs(multiple - 1.75) < 1e-9)
  }

  @Test func `months until a limit follow the growth of its journeys`() throws {
    func months(_ own: String) throws -> Double {
      let report = try grow(
        """
        growth: 10x in 12 months
        journeys: { j: { calls: a, rate: 10/s\(own) } }
        components: { a: { kind: external, limit: 100/s } }
        """)
      return try #require(number(report, .limit("a", "months")))
    }
    #expect(try abs(months("") - 12) < 1e-6)
    #expect(try abs(months(", growth: 10x in 24 months") - 24) < 1e-6)
  }

  @Test func `the loss of one replica is counted`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 10/s } }
      components: { a: { kind: service, replicas: 4, concurrency: 1, takes: 100ms } }
      """)
    #expect(number(report, .limit("a", "headroom")) == 4)
    #expect(number(report, .limit("a", "headroom_without_one_replica")) == 3)
  }

  /// Work that would be answered too late is turned away: 100/s for 1 s, less the 230 ms that one of
  /// ten takes by itself.
  @Test(arguments: [(75, false), (76, false), (77, true)])
  func `retries hold nothing down behind a room that is short enough`(
    _ room: Int, _ isAtRisk: Bool
  ) throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 10/s } }
      components:
        a: { kind: service, calls: { to: b, timeout: 1s, attempts: 3 } }
        b: { kind: service, replicas: 1, concurrency: 10, takes: 100ms, queue: \(room) }
      """)
    let retries = try #require(report["retries"] as? [[String: Any]])
    #expect(retries.map { $0["element"] as? String } == (isAtRisk ? ["b"] : []))
  }
}
