import Foundation
import Growth
import Reports
import Testing

/// What is served of more than a system carries, with timeouts and with rooms.
@Suite struct BeyondSaturationTests {
  private func share(_ components: String, _ call: String, at load: Double) throws -> Double {
    let report = try grow(
      """
      journeys: { j: { calls: gw, rate: \(load)/s } }
      components:
        gw: { kind: gateway, replicas: 1, concurrency: 500, takes: 1ms, calls: { to: b, \(call) } }
        b: { kind: service, replicas: 1, concurrency: 10, takes: 100ms\(components) }
      """)
    return try #require(number(report, .journey("goodput_per_s"))) / load
  }

  @Test func `a queue without an end answers only those who no longer wait`() throws {
    for call in ["timeout: 500ms", "timeout: 500ms, attempts: 3"] {
      #expect(try share("", call, at: 120) == 0)
      #expect(try share("", call, at: 480) == 0)
    }
    // Without a timeout everybody is answered some time, and 100/s are carried of 120/s.
    #expect(abs(try share("", "per-request: 1", at: 120) - 100.0 / 120) < 1e-6)
  }

  @Test func `a share never rises with the load`() throws {
    let shares = try [60.0, 90, 110, 150, 300, 1000].map {
      try share("", "timeout: 500ms", at: $0)
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 + 1e-3 >= $1 }, "\(shares)")
  }

  @Test(arguments: [(1.0, 0.99), (1.1, 0.91), (2, 0.5)])
  func `few callers bound the queue, so that nobody times out`(
    multiple: Double, served: Double
  ) throws {
    // 1600 threads wait at most 1600 / (4000/s) = 0.4 s: less than 4 s.
    let report = try grow(
      """
      journeys: { j: { calls: s0, rate: \(2000 * multiple)/s } }
      components:
        s0: { kind: service, replicas: 8, concurrency: 200, takes: 2ms, queue: 100, calls: { to: s2, per-request: 2, timeout: 4s } }
        s2: { kind: service, replicas: 5, concurrency: 2, takes: 2.5ms }
      """)
    let goodput = try #require(number(report, .journey("goodput_per_s")))
    #expect(abs(goodput / (2000 * multiple) - served) < 0.02)
    let mean = try #require(number(report, .journey("mean_s")))
    #expect(multiple < 2 || abs(mean / 0.85 - 1) < 0.05)
  }

  @Test func `a room that turns away one in a thousand carries, and shows its times`() throws {
    func row(_ rate: Int) throws -> (String?, Double?, Double?) {
      let report = try grow(
        """
        journeys: { j: { calls: a, rate: \(rate)/s } }
        components: { a: { kind: service, replicas: 10, concurrency: 4, queue: 20, takes: 1s } }
        """)
      let point = (report["multiples"] as? [[String: Any]])?.first
      let journey = (point?["journeys"] as? [[String: Any]])?.first
      return (
        journey?["verdict"] as? String, journey?["goodput_per_s"] as? Double,
        journey?["p99_s"] as? Double
      )
    }
    // M/M/40/60 loses 1 % at 37.1/s.
    #expect(try row(20).0 == "carried" && row(36).0 == "tight" && row(38).0 == "saturated")
    #expect(try row(50).2 != nil)
  }

  @Test func `users with unequal work at one server are simulated, and Little's law holds`() throws
  {
    // Independent simulation: 2.06/s and 1.95/s; 10 users = rate x (response + 1 s).
    let report = try grow(
      """
      journeys:
        small: { calls: s.small, users: 10, think: 1s }
        j: { calls: s.large, users: 10, think: 1s }
      components:
        s: { kind: service, replicas: 1, concurrency: 1, operations: { small: { takes: 10ms }, large: { takes: 500ms } } }
      """)
    let (rate, mean) = try (
      #require(number(report, .journey("rate_per_s"))), #require(number(report, .journey("mean_s")))
    )
    #expect(abs(rate / 1.95 - 1) < 0.03 && abs(rate * (mean + 1) / 10 - 1) < 0.02)
  }
}
