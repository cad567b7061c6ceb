import Foundation
import TestSupport
import Testing

/// What a replica has only so much of beside servers: network, memory and threads.
@Suite struct ResourceLimitTests {
  private func limit(_ kind: String, of name: String, _ description: String) throws
    -> (load: Double, bears: Double, headroom: Double)?
  {
    let found = try rows(
      facts(description),
      "SELECT load, bears, component_limit.headroom FROM component_limit JOIN component ON id = component "
        + "WHERE name = '\(name)' AND component_limit.kind = '\(kind)'")
    guard let row = found.first else { return nil }
    let numbers = row.map { $0.number ?? .nan }
    return (numbers[0], numbers[1], numbers[2])
  }

  @Test func `all readers of a stream share its bandwidth`() throws {
    func stream(_ kind: String) -> String {
      """
      journeys: { j: { calls: { to: in, payload: 10KB }, rate: 1000/s } }
      components:
        in: { kind: service, replicas: 4, concurrency: 100, takes: 1ms, publishes: { to: s, payload: 10KB } }
        s: { kind: \(kind), bandwidth: 1Gbps }
        r1: { kind: worker, replicas: 9, concurrency: 9, consumes: { from: s, takes: 1ms } }
        r2: { kind: worker, replicas: 9, concurrency: 9, consumes: { from: s, takes: 1ms } }
        r3: { kind: worker, replicas: 9, concurrency: 9, consumes: { from: s, takes: 1ms } }
      """
    }
    // Three readers take 3 x 1000/s x 10 KB = 30 MB/s of 1 Gbit/s = 125 MB/s.
    let shared = try #require(try limit("bandwidth", of: "s", stream("stream")))
    #expect(shared == (3e7, 1.25e8, 1.25e8 / 3e7))
    // A queue hands each message out once.
    let once = try #require(try limit("bandwidth", of: "s", stream("queue")))
    #expect(once == (1e7, 1.25e8, 12.5))
  }

  @Test func `bytes beyond the bandwidth are turned away`() throws {
    let network = try SimulationTests.network(
      "calls: { to: a, payload: 1MB }, rate: 250/s",
      "a: { kind: service, replicas: 2, concurrency: 100, takes: 1ms, bandwidth: 100MB/s }")
    // 250 MB/s come to 2 x 100 MB/s.
    let served = try SimulationTests.measures(network, "j", events: 2e5).served
    #expect(abs(served / 200 - 1) < 0.02)
  }

  @Test func `users hold connections and sessions in memory`() throws {
    let rooms = """
      journeys: { j: { from: p, calls: { to: rooms, protocol: websocket }, users: 1000, think: 10s } }
      components:
        p: { kind: client }
        rooms: { kind: service, replicas: 2, concurrency: 1000, takes: 1ms, memory: { size: 8GB, per-connection: 10MB, per-session: 2MB } }
      """
    // 1000 x (10 MB + 2 MB) of 2 x 8 GB.
    let held = try #require(try limit("memory", of: "rooms", rooms))
    #expect(held == (1.2e10, 1.6e10, 1.6e10 / 1.2e10))
    // Of others as many are open as come in the time that one stays: 100/s x 30 s (Little's law).
    let kept = try #require(
      try limit(
        "memory", of: "a",
        """
        journeys: { j: { calls: a, rate: 100/s } }
        components: { a: { kind: gateway, connection-age: 30s, memory: { size: 6GB, per-connection: 1MB } } }
        """))
    #expect(kept == (3e9, 6e9, 2))
  }

  @Test func `pools fill the memory of a store`() throws {
    // PostgreSQL keeps a process of some 10 MB for each connection: 1 GB is enough for 100 of them.
    let pools = try #require(
      try limit(
        "memory", of: "db",
        """
        journeys: { j: { calls: a, rate: 10/s } }
        components:
          a: { kind: service, replicas: 6, concurrency: 10, takes: 1ms, pool: 20, reads: db }
          db: { kind: database, memory: { size: 1GB, per-connection: 10MB } }
        """))
    #expect(pools == (120, 100, 0))
  }

  @Test func `replicas keep threads for each other`() throws {
    func fleet(_ replicas: Int, _ rate: String = "90k/s") -> String {
      """
      journeys: { j: { calls: f, rate: \(rate) } }
      components: { f: { kind: service, replicas: \(replicas), concurrency: 100, takes: 40ms, threads: 100, per-peer: 1 } }
      """
    }
    // 50 replicas have 50 x (100 - 49) threads for 90,000/s x 40 ms = 3600 requests.
    let held = try #require(try limit("threads", of: "f", fleet(50)))
    #expect(abs(held.bears - 2550) < 1e-6 && abs(held.headroom - 2550.0 / 3600) < 1e-9)
    // Nothing is left where each has a thread for 100 others.
    #expect(try limit("threads", of: "f", fleet(101))?.headroom == 0)
    // No step of a remedy goes beyond the largest fleet.
    let steps = try grow(fleet(50, "30k/s"))["remedies"] as? [[String: Any]] ?? []
    for step in steps where step["property"] as? String == "replicas" {
      #expect(Double(step["to"] as? String ?? "") ?? 0 <= 770)
    }
  }

  @Test func `what says how full they are is asked`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 10/s } }
      components: { a: { kind: service, replicas: 2, concurrency: 9, takes: 1ms, bandwidth: 1Gbps, memory: { size: 1GB, per-connection: 1MB } } }
      """)
    let asked = (report["questions"] as? [[String: Any]] ?? []).compactMap {
      $0["property"] as? String
    }
    #expect(asked.contains("payload") && asked.contains("connection-age"), "\(asked)")
  }
}
