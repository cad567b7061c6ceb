import Foundation
import TestSupport
import Testing

/// How full something was measured to be, as a limit like any other.
@Suite struct MeasuredUseTests {
  private let shop = """
    growth: 10x in 18 months
    journeys:
      order: { calls: api, rate: 100/s, peak: 3x }
    components:
      api: { kind: service, replicas: 20, concurrency: 64, takes: 20ms, writes: db }
      db: { kind: database, used: 50% }

    """

  private func headroom(_ report: [String: Any]) throws -> (String, String, Double) {
    let headroom = try #require(report["headroom"] as? [String: Any])
    let multiple = try #require(headroom["multiple"] as? Double)
    return (
      try #require(headroom["element"] as? String), try #require(headroom["limit"] as? String),
      (multiple * 1e6).rounded() / 1e6
    )
  }

  @Test func `half full carries twice today's peak, and growth says when`() throws {
    let report = try grow(shop)
    #expect(try headroom(report) == ("db", "measured use", 2))
    let limits = try #require(report["limits"] as? [[String: Any]])
    let months = try #require(limits.first?["months"] as? Double)
    // ln 2 / ln 10 of 18 months.
    #expect(abs(months - 18 * log(2) / log(10)) < 0.01)
  }

  @Test func `it needs no rates`() throws {
    let silent = shop.replacing("{ calls: api, rate: 100/s, peak: 3x }", with: "{ calls: api }")
    #expect(try headroom(grow(silent)) == ("db", "measured use", 2))
  }

  @Test func `what is known of it bounds the system`() throws {
    let known = try #require(try grow(shop)["headroom"] as? [String: Any])
    #expect(known["at_most"] as? Bool == false)
    let unknown = try grow(shop.replacing(", used: 50%", with: ""))
    #expect((unknown["headroom"] as? [String: Any])?["at_most"] as? Bool == true)
  }

  @Test func `the share grows with all load that a change brings`() throws {
    let sale = shop + "scenarios: { sale: { set: { journeys.order.peak: 450/s } } }\n"
    let scenarios = try #require(try grow(sale)["scenarios"] as? [[String: Any]])
    let left = try #require(scenarios.first?["headroom"] as? [String: Any])
    #expect(left["multiple"] as? Double == 1.33333)
    // A peak that is a multiple follows its mean.
    let busier = try grow(shop, set: ["journeys.order.rate=200/s"])
    #expect(try headroom(busier) == ("db", "measured use", 1))
  }

  @Test func `of fewer replicas the same load takes more`() throws {
    let api = shop.replacing("takes: 20ms", with: "used: 20%").replacing(
      "used: 50%", with: "used: 10%")
    let half = try grow(api, set: ["components.api.replicas=10"])
    #expect(try headroom(half) == ("api", "measured use", 2.5))
  }

  @Test func `an operation and a call fill up on their own`() throws {
    let quota = """
      journeys: { find: { calls: shop, rate: 20/s }, drive: { calls: bus, rate: 5/s } }
      components:
        shop: { kind: service, replicas: 4, calls: maps.geocode, reads: { from: db, used: 40% } }
        bus: { kind: service, calls: maps.route }
        maps: { kind: external, operations: { geocode: { used: 80% }, route: { used: 10% } } }
        db: { kind: database, used: 10% }

      """
    #expect(try headroom(grow(quota)) == ("maps", "measured use", 1.25))
    // What calls the other operation fills that one, and leaves this one as it is.
    let busier = try grow(quota, set: ["journeys.drive.rate=45/s"])
    #expect(try headroom(busier) == ("maps", "measured use", 1.11111))
    // Connections are kept by each replica.
    let fewer = quota.replacing("geocode: { used: 80% }", with: "geocode: { used: 5% }")
    #expect(try headroom(grow(fewer)) == ("shop", "measured use", 2.5))
    let half = try grow(fewer, set: ["components.shop.replicas=2"])
    #expect(try headroom(half) == ("shop", "measured use", 1.25))
  }

  @Test func `a declared capacity that cannot be is set aside and named`() throws {
    let full = shop.replacing("used: 50%", with: "used: 50%, write-capacity: 200/s")
    #expect(try headroom(grow(full)) == ("db", "measured use", 2))
    let finding = review("tenfold: 1\nsystem: Shop\n" + full).findings.first {
      $0.rule == "model/measured-use-contradicts"
    }
    let words = "at 50 % utilisation, but its declared write capacity"
    #expect(finding?.message.contains(words) == true)
  }

  @Test func `a product's default that today is beyond sets no headroom`() throws {
    let pools = shop.replacing("used: 50%", with: "technology: postgresql, write-capacity: 3k/s")
      .replacing("writes: db", with: "pool: 20, writes: db")
    let report = try grow(pools)
    #expect(try headroom(report) == ("db", "single writer", 10))
    #expect((report["headroom"] as? [String: Any])?["at_most"] as? Bool == true)
    let questions = try #require(report["questions"] as? [[String: Any]])
    #expect(questions.contains { $0["property"] as? String == "max-connections" })
    // Said by somebody, the same number is a limit.
    let declared = pools.replacing("technology: postgresql", with: "max-connections: 100")
    #expect(try headroom(grow(declared)).1 == "connections")
  }
}
