import Description
import Review
import Testing
import TestSupport

/// Options side by side: what the rows say, and which cell is the best of its row.
@Suite struct AlternativesTests {
  private func shop(_ limit: Int, takes: String? = nil, calls: String = "payments") -> String {
    """
    system: shop
    growth: 10x in 12 months
    journeys: { buy: { calls: api, rate: 10/s, peak: 40/s } }
    components:
      api: { kind: service, replicas: 4, \(takes.map { "concurrency: 10, takes: \($0), " } ?? "")\
    calls: \(calls) }
      payments: { kind: external, limit: \(limit)/s, takes: 5ms }

    """
  }

  private func compare(_ texts: String...) -> Alternatives {
    Alternatives(
      texts.enumerated().map { number, text in
        Alternative(
          name: "\(number)", scenario: nil, review: review(text),
          catalogue: RuleSet.builtInCatalogue)
      })
  }

  private func row(
    _ quantity: ComparedRow.Quantity, _ subject: String? = nil, of alternatives: Alternatives
  ) -> ComparedRow? {
    alternatives.rows.first {
      $0.quantity == quantity && (subject == nil || $0.subject == subject)
    }
  }

  @Test func `the best of each row is the largest headroom and the shortest time`() throws {
    let all = compare(shop(100, takes: "10ms"), shop(200, takes: "50ms"), shop(80, takes: "10ms"))
    let headroom = try #require(row(.headroom, of: all))
    #expect(headroom.cells.map(\.text) == ["2.5x", "5x", "2x"])
    #expect(headroom.cells.map(\.isBest) == [false, true, false])
    let months = try #require(row(.months, of: all))
    #expect(months.cells.map(\.isBest) == [false, true, false])
    let p99 = try #require(row(.p99, "buy", of: all))
    #expect(p99.cells.map(\.isBest) == [true, false, true])
    #expect(row(.first, of: all)?.cells.allSatisfy { $0.text == "payments (rate limit)" } == true)
  }

  @Test func `the cheapest is the best, and without prices there is no row`() throws {
    let prices = "prices: { api: { per-replica: 1 EUR/h }, payments: { per-request: 0 EUR } }\n"
    let all = compare(
      shop(100) + prices, shop(100).replacing("replicas: 4", with: "replicas: 2") + prices)
    let cost = try #require(row(.cost, of: all))
    #expect(cost.cells.map(\.text) == ["2,900 EUR", "1,500 EUR"])
    #expect(cost.cells.map(\.isBest) == [false, true])
    #expect(row(.cost, of: compare(shop(100))) == nil)
  }

  @Test func `what is alike everywhere has no best, and what nobody knows is no row`() throws {
    let all = compare(shop(100, takes: "10ms"), shop(100, takes: "10ms"))
    #expect(all.rows.allSatisfy { !$0.cells.contains(where: \.isBest) })
    #expect(row(.survives, "cold-cache", of: all) == nil)
    #expect(row(.expectations, of: all) == nil)
    #expect(row(.headroom, of: compare("", ""))?.cells.map(\.text) == ["-", "-"])
  }

  @Test func `an upper bound is not the best beside a number that is certain`() throws {
    let all = compare(shop(100, takes: "10ms"), shop(200))
    let headroom = try #require(row(.headroom, of: all))
    #expect(headroom.cells.map(\.text) == ["2.5x", "at most 5x"])
    #expect(headroom.cells.map(\.isBest) == [false, false])
    let bounds = try #require(row(.headroom, of: compare(shop(100), shop(200))))
    #expect(bounds.cells.map(\.isBest) == [false, true])
  }

  @Test func `a journey that one option does not have has no time there`() throws {
    let other = shop(100, takes: "10ms").replacing("buy:", with: "pay:")
    let all = compare(shop(100, takes: "10ms"), other)
    let (buy, pay) = (row(.p99, "buy", of: all), row(.p99, "pay", of: all))
    #expect(buy?.cells.map { $0.text == "-" } == [false, true])
    #expect(pay?.cells.map { $0.text == "-" } == [true, false])
  }

  @Test func `a product is counted once however it is called, and none that others run`() {
    let text = """
      system: shop
      components:
        a: { kind: database, technology: PostgreSQL 16 }
        b: { kind: database, technology: postgres }
        c: { kind: cache, technology: redis, managed: yes }

      """
    #expect(row(.products, of: compare(text))?.cells.map(\.text) == ["1"])
  }
}
