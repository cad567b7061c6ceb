import Facts
import Testing
import TestSupport

/// What losses, spikes and peaks leave, as tables.
@Suite struct LossFactsTests {
  private static let zones = """
    journeys: { buy: { from: user, calls: api, rate: 100/s, peak: 500/s } }
    components:
      user: { kind: client }
      api:
        kind: service
        replicas: 6
        zones: [a, b, c]
        concurrency: 10
        takes: 100ms
        reads: { from: db, hit: 90% }
        calls: { to: bank, timeout: 1s }
      db: { kind: database, managed: true, read-capacity: 100/s }
      bank: { kind: external }
    """

  private func losses(_ description: String) throws -> [String] {
    try rows(
      facts(description),
      """
      SELECT printf('%s %s %.2g %.2g %s', kind, lost, served_ratio, headroom, limit_kind)
      FROM journey_loss ORDER BY kind, lost
      """
    ).map { $0[0].words }
  }

  @Test func `each loss has its share by the law`() throws {
    #expect(
      try losses(Self.zones) == [
        // 500/s for 100/s.
        "cold-cache caches 0.2 0.2 read capacity", "dependency bank 0 0 lost",
        // 5 and 4 of 6 replicas, 100/s each.
        "replica api 1 1 servers", "zone a 0.8 0.8 servers", "zone b 0.8 0.8 servers",
        "zone c 0.8 0.8 servers",
      ])
  }

  @Test func `what has a fallback is not needed`() throws {
    let description = Self.zones.replacing("timeout: 1s", with: "timeout: 1s, fallback: pay later")
      .replacing("takes: 100ms", with: "takes: 1ms")
    #expect(try !losses(description).contains { $0.hasSuffix("lost") })
  }

  @Test func `whose callers wait long for what is lost is down as well`() throws {
    // 10 threads x 6 replicas wait 1 s each: 60/s of 500/s.
    let description = Self.zones.replacing("timeout: 1s", with: "timeout: 1s, fallback: pay later")
      .replacing("takes: 100ms", with: "takes: 1ms")
    let bank = try losses(description).first { $0.contains("bank") }
    #expect(bank == "dependency bank 0.12 0.12 servers")
  }

  @Test func `one copy is lost with its replica, unless it replicates`() throws {
    let copy = { (more: String) in
      """
      journeys: { buy: { calls: db, rate: 1/s } }
      components:
        db: { kind: database, replicas: 1\(more) }
        standby: { kind: database }
      """
    }
    #expect(try losses(copy("")) == ["replica db 0 0 lost"])
    #expect(try losses(copy(", replicates: standby")) == [])
  }

  @Test func `retries have their onset, queues the moment they are full`() throws {
    let base = try facts(
      """
      journeys:
        buy:
          from: user
          calls: { to: api, timeout: 500ms, attempts: 3 }
          rate: 10/s
          peak: 60/s
          peak-lasts: 20min
      components:
        user: { kind: client }
        api: { kind: service, replicas: 1, concurrency: 10, takes: 100ms, publishes: jobs }
        jobs: { kind: queue, max-length: 6000 }
        worker:
          kind: worker
          replicas: 5
          concurrency: 1
          consumes: { from: jobs, takes: 100ms }
      """)
    let retries = try rows(base, "SELECT attempts, capacity_per_s, onset FROM component_retry")
    #expect(retries.count == 1)
    let retry = try #require(retries.first).map { $0.number ?? 0 }
    #expect(zip(retry, [3, 100, 100.0 / 60 / 3]).allSatisfy { abs($0 - $1) < 1e-6 })
    let queues = try rows(base, "SELECT growth_per_s, gathered, full_after_s FROM channel_backlog")
    // 10/s more for 20 minutes are 12,000; 6000 are there after ten.
    let queue = try #require(queues.first).map { $0.number ?? 0 }
    #expect(zip(queue, [10, 12000, 600]).allSatisfy { abs($0 - $1) < 10 })
  }
}
