import Description
import Foundation
import Growth
import Reports
import Review
import Testing
import TestSupport

/// What a system costs, by prices of its description: 730 hours or 2,628,000 s a month.
@Suite struct CostTests {
  /// 20/s of 100 ms keep two servers busy.
  private func shop(_ api: String, _ prices: String, _ more: String = "") -> String {
    """
    journeys: { buy: { from: user, calls: api, rate: 20/s, peak: 60/s } }
    prices: { \(prices) }
    components:
      user: { kind: client }
      api: { kind: service, concurrency: 1, takes: 100ms, \(api) }
    \(more)
    """
  }

  private func cost(_ text: String, at multiples: [Double] = [1, 2, 5]) throws -> [String: Any] {
    let json = growText(text, .json, at: multiples)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let review = try #require((report["reviews"] as? [[String: Any]])?.first)
    return try #require(review["cost"] as? [String: Any])
  }

  private func points(_ cost: [String: Any], _ key: String) -> [Double] {
    (cost["multiples"] as? [[String: Any]] ?? []).map { $0[key] as? Double ?? -1 }
  }

  private func isNear(_ found: [Double], _ expected: [Double]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-5 * abs($1) }
  }

  /// Busy servers over the target of 70 %: 2.9, 5.7 and 14.3 replicas, of which there are 6.
  @Test func `replicas follow the mean and a fixed number stays`() throws {
    let scaled = try cost(shop("replicas: 2..6", "api: { per-replica: 0.10 EUR/h }"))
    #expect(isNear(points(scaled, "per_month"), [219, 438, 438]))
    #expect(isNear(points(scaled, "idle"), [1.0 / 3, 1.0 / 3, 0]))
    let fixed = try cost(shop("replicas: 4", "api: { per-replica: 0.10 EUR/h }"))
    #expect(isNear(points(fixed, "per_month"), [292, 292, 292]))
    #expect(isNear(points(fixed, "idle"), [0.5, 0, 0]))
    let bounds = (fixed["multiples"] as? [[String: Any]])?.map { $0["at_least"] as? Bool }
    #expect(bounds == [false, false, true])
  }

  @Test(
    arguments: [
      ("bank: { per-request: 0.25 EUR }", 13_140_000.0, 2.0),
      ("sqs: { per-message: 0.0000004 EUR }", 21.024, 2.0),
      ("postgres: { per-gigabyte: 0.10 EUR/month }", 20.0, 1.0),
      ("db: { per-gigabyte: 2 EUR/month }, postgres: { per-gigabyte: 9 EUR/month }", 400.0, 1.0),
      ("mailer: { per-message: 0.01 EUR }", 525_600.0, 2.0),
    ]) func `requests and messages follow the load and stored data does not`(
      _ prices: String, _ amount: Double, _ grown: Double
    ) throws
  {
    let text = shop(
      "replicas: 4, calls: bank, writes: db, publishes: jobs", prices,
      """
        bank: { kind: external }
        db: { kind: database, technology: PostgreSQL 16, stored: 200GB }
        jobs: { kind: queue, technology: amazon-sqs }
        mailer: { kind: worker, consumes: jobs }
      """)
    #expect(isNear(points(try cost(text, at: [1, 2]), "per_month"), [amount, grown * amount]))
  }

  @Test func `a journey costs its share of what it uses`() throws {
    let text = """
      journeys:
        buy: { calls: a, rate: 30/s }
        look: { calls: [a, b], rate: 10/s }
      prices: { a: { per-replica: 1 EUR/h }, b: { per-request: 0.01 EUR } }
      components:
        a: { kind: service, replicas: 4 }
        b: { kind: external }
      """
    let journeys = try #require(try cost(text)["journeys"] as? [[String: Any]])
    let share = 2920 / (40 * 2_628_000.0)
    #expect(isNear(journeys.map { $0["each"] as? Double ?? -1 }, [share, share + 0.01]))
  }

  @Test func `a ring of calls that does not settle has no cost of a journey`() throws {
    let text = """
      journeys: { buy: { calls: a, rate: 10/s } }
      prices: { b: { per-request: 0.01 EUR } }
      components:
        a: { kind: service, replicas: 4, calls: b }
        b: { kind: service, replicas: 4, calls: a }
      """
    let journeys = try #require(try cost(text)["journeys"] as? [[String: Any]])
    #expect(isNear(journeys.map { $0["each"] as? Double ?? -1 }, []))
  }

  @Test func `a sum is no more than the least where something has no price`() throws {
    let text = shop(
      "replicas: 4, calls: bank, writes: db",
      "api: { per-replica: 0.10 EUR/h }, db: { per-replica: 1 EUR/h, per-gigabyte: 1 EUR/month }",
      "  bank: { kind: external }\n  db: { kind: database }")
    let told = growText(text, .text, at: [1, 5])
    #expect(told.contains("all, at least"))
    #expect(told.contains("no price for: bank"))
    #expect(told.contains("not counted, because undeclared: replicas of db, stored of db"))
    #expect(told.contains("from 5x on"))
    for format in [GrowthFormat.text, .json] {
      #expect(!growText(text.replacing("prices:", with: "x-prices:"), format).contains("EUR"))
    }
  }
}
