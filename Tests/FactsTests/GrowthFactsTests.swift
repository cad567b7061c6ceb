import Facts
import Foundation
import Testing
import TestSupport

@Suite struct GrowthFactsTests {
  @Test func `a limit has its months and weighs by them`() throws {
    let base = try facts(FactsTests.description)
    let rows = try rows(
      base,
      """
      SELECT c.name, l.kind, l.left_months, l.later_ratio, l.severity
      FROM component_limit l JOIN component c ON c.id = l.component
      WHERE c.name IN ('api', 'pay') ORDER BY c.id, l.position
      """)
    #expect(rows.map { $0[1].words } == ["autoscaler maximum", "rate limit"])
    // Ten times in eighteen months: a multiple m is reached after 18 x log10(m).
    let months = rows.map { $0[2].number ?? .nan }
    #expect(abs(months[0] - 18 * log10(8)) < 1e-6)
    #expect(abs(months[1] - 18 * log10(1.25)) < 1e-6)
    #expect(rows.map { ($0[3].number ?? 0).rounded(toPlaces: 6) } == [1.25, 8])
    #expect(rows.map { $0[4].words } == ["medium", "high"])
  }

  @Test func `a limit that is passed today is critical, whatever the growth`() throws {
    let base = try facts(
      """
      journeys: { buy: { calls: pay, rate: 200/s } }
      components: { pay: { kind: external, limit: 100/s } }
      """)
    let rows = try rows(
      base, "SELECT used_ratio, left_months, later_ratio, severity FROM component_limit")
    #expect(rows == [[.real(2), .real(0), .null, .text("critical")]])
  }

  @Test func `what nobody said makes rates the least that comes`() throws {
    let base = try facts(
      """
      journeys:
        buy: { calls: shop, rate: 10/s, peak: 40/s }
        admin: { calls: [shop, office] }
      components:
        shop: { kind: service, calls: { to: pay, per-request: 2 } }
        office: { kind: service }
        pay: { kind: external, limit: 60/s }
      """)
    #expect(
      try rows(base, "SELECT name, rate_per_s, peak_per_s FROM component ORDER BY id") == [
        [.text("shop"), .real(10), .real(40)], [.text("office"), .null, .null],
        [.text("pay"), .real(20), .real(80)],
      ])
    #expect(try rows(base, "SELECT at_most FROM component_limit") == [[.integer(1)]])
  }

  @Test func `a webhook is demand, and nobody waits for it`() throws {
    func waits(_ entry: String) throws -> [[SQLValue]] {
      let base = try facts(
        """
        journeys: { buy: { calls: \(entry), rate: 10/s } }
        components:
          shop: { kind: service, replicas: 1, concurrency: 4, takes: 100ms, calls: psp }
          psp: { kind: external, takes: 100ms, calls: settled }
          settled: { kind: service, takes: 2s }
        """)
      return try rows(
        base,
        """
        SELECT r.synchronous, c.peak_per_s, s.capacity_per_s FROM relation r
        JOIN component c ON c.id = r.target JOIN component p ON p.id = r.source
        CROSS JOIN component s
        WHERE c.name = 'settled' AND p.name = 'psp' AND s.name = 'shop'
        """)
    }
    // The shop's server is held for 0.1 s + 0.1 s.
    #expect(try waits("shop") == [[.integer(0), .real(10), .real(20)]])
    // Somebody else's gateway, where users come in, passes them on and waits.
    #expect(try waits("psp").map { $0.prefix(2) } == [[.integer(1), .real(10)]])
  }

  @Test func `a percentile is computed only where it can decide`() throws {
    let base = try facts(
      """
      journeys:
        near: { calls: api, rate: 1/s, target: { p99: 100ms } }
        far: { calls: api, rate: 1/s, target: { p99: 10s } }
        none: { calls: api, rate: 1/s }
      components: { api: { kind: service, replicas: 2, concurrency: 50, takes: 50ms } }
      """)
    let rows = try rows(base, "SELECT p99_s, at_least FROM journey_time ORDER BY journey")
    // Exponential work that hardly ever waits: 50 ms x ln 100.
    #expect(abs((rows[0][0].number ?? 0) - 0.05 * log(100)) < 1e-3)
    #expect(rows[1][0] == .null && rows[2][0] == .null)
    #expect(rows.allSatisfy { $0[1] == .integer(0) })
  }

  @Test func `where waits have no end the work alone is what a journey takes at least`() throws {
    let base = try facts(
      """
      journeys:
        ask: { calls: desk, rate: 20/s, target: { p99: 2s } }
        see: { calls: hall, rate: 1/s, target: { p99: 100ms } }
      components:
        desk: { kind: service, replicas: 1, concurrency: 4, takes: 3s }
        hall: { kind: service, replicas: 1, concurrency: 50, takes: 50ms }
      """)
    let rows = try rows(
      base, "SELECT mean_s, p99_s, at_least, overloaded FROM journey_time ORDER BY journey")
    #expect(abs((rows[0][0].number ?? 0) - 3) < 1e-6)
    // Exponential work: 3 s x ln 100.
    #expect(abs((rows[0][1].number ?? 0) - 3 * log(100)) < 1e-2)
    #expect(rows[0].suffix(2) == [.integer(1), .integer(1)])
    #expect(rows[1].suffix(2) == [.integer(0), .integer(0)])
  }

  @Test func `availability is a product, and a bound where some are silent`() throws {
    let base = try facts(
      """
      journeys: { buy: { calls: api, rate: 1/s } }
      components:
        api: { kind: service, availability: 99%, calls: [pay, { to: extra, fallback: nothing }] }
        pay: { kind: external, availability: 98% }
        extra: { kind: external, availability: 50% }
      """)
    let rows = try rows(base, "SELECT availability_ratio, at_most FROM journey_availability")
    #expect(abs((rows[0][0].number ?? 0) - 0.99 * 0.98) < 1e-12)
    #expect(rows[0][1] == .integer(0))
  }

  @Test func `a limit that today's peak uses to the last is reached`() throws {
    let base = try facts(
      """
      journeys: { buy: { calls: pay, rate: 100/s } }
      components: { pay: { kind: external, limit: 100/s } }
      """)
    let rows = try rows(base, "SELECT used_ratio, left_months, severity FROM component_limit")
    #expect(rows == [[.real(1), .real(0), .text("critical")]])
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Double) -> Double {
    let scale = pow(10, places)
    return (self * scale).rounded() / scale
  }
}
