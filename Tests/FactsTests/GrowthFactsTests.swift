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
}

extension Double {
  fileprivate func rounded(toPlaces places: Double) -> Double {
    let scale = pow(10, places)
    return (self * scale).rounded() / scale
  }
}
