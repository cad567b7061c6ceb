import Architecture
import Findings
import Growth
import Review
import TestSupport
import Testing

/// Channels that are kept on a broker they share: `on`.
@Suite struct BrokerTests {
  /// Three channels get 100, 200 and 300 messages a second at the peak, of 1, 2 and 1 kB.
  private static func shop(_ broker: String, kind: String = "stream", by extra: String = "")
    -> String
  {
    """
    stage: growth
    journeys:
      buy: { from: user, calls: shop.buy, critical: true, rate: 50/s, peak: 100/s }
      look: { from: user, calls: shop.look, critical: false, rate: 100/s, peak: 200/s }
      scroll: { from: user, calls: feed, critical: false, rate: 100/s, peak: 300/s }
    components:
      user: { kind: client }
      shop:
        kind: service
        replicas: 9
        concurrency: 90
        takes: 10ms
        operations:
          buy: { publishes: { to: orders, payload: 1KB } }
          look: { publishes: { to: views, payload: 2KB } }
      feed:
        kind: service
        replicas: 9
        concurrency: 90
        takes: 10ms
        publishes: { to: scrolls, payload: 1KB }
      orders: { kind: \(kind), on: broker }
      views: { kind: \(kind), on: broker }
      scrolls: { kind: \(kind), on: broker }
      broker: { kind: \(kind), \(broker) }
      a: { kind: worker, replicas: 99, concurrency: 90, consumes: { from: orders, takes: 1ms } }
      b: { kind: worker, replicas: 99, concurrency: 90, consumes: { from: views, takes: 1ms } }
      c: { kind: worker, replicas: 99, concurrency: 90, consumes: { from: views, takes: 1ms } }
      d: { kind: worker, replicas: 99, concurrency: 90, consumes: { from: scrolls, takes: 1ms } }
    """
  }

  private func limits(of name: String, _ description: String) throws -> [String] {
    try rows(
      facts(description),
      "SELECT printf('%s %g of %g, %.4g', l.kind, l.load, l.bears, l.headroom) FROM component_limit l "
        + "JOIN component c ON c.id = l.component WHERE c.name = '\(name)' ORDER BY position"
    ).map { $0[0].words }
  }

  @Test func `publishers and consumers hold connections of their broker`() throws {
    let connections = """
      components:
        shop: { kind: service, replicas: 9, pool: 70, publishes: [{ to: orders, pool: 2 }, { to: views, pool: 3 }] }
        a: { kind: worker, replicas: 5, consumes: { from: orders, pool: 4 } }
        b: { kind: worker, replicas: 5, consumes: views }
        orders: { kind: queue, on: broker }
        views: { kind: queue, on: broker }
        broker: { kind: queue, max-connections: 40 }
      """
    #expect(try limits(of: "broker", connections) == ["connections 47 of 40, 0"])
    #expect(try limits(of: "orders", connections) == [])
  }

  private func model(_ description: String, losing losses: [String] = []) throws -> GrowthModel {
    let read = reading(description)
    #expect(read.problems.isEmpty, "\(read.problems)")
    let architecture = try #require(read.architecture)
    let lost = losses.compactMap { name in
      architecture.components.firstIndex { $0.name == name }.map { Loss.component($0) }
    }
    return GrowthModel(architecture.losing(lost))
  }

  private func head(_ model: GrowthModel) -> String {
    model.first.map {
      "\(model.architecture.components[$0.component].name) \($0.limit.kind.rawValue)"
    } ?? "none"
  }

  @Test(arguments: [
    ("limit: 1200/s", "rate limit 600 of 1200, 2"),
    ("write-capacity: 900/s", "write capacity 600 of 900, 1.5"),
    ("used: 40%", "measured use 0.4 of 1, 2.5"),
    // 100 x 1 + 200 x 2 + 300 x 1 kB come, and what two read goes out twice: 1.2 MB/s.
    ("bandwidth: 24Mbps", "bandwidth 1.2e+06 of 3e+06, 2.5"),
  ])
  func `what its channels receive is load of the broker`(_ limit: String, _ expected: String) throws
  {
    let shop = Self.shop(limit)
    #expect(try limits(of: "broker", shop) == [expected])
    #expect(try limits(of: "orders", shop) == [])
    #expect(try head(model(shop)).hasPrefix("broker "))
  }

  @Test func `a queue hands each message out once`() throws {
    let shop = Self.shop("bandwidth: 32Mbps", kind: "queue")
    #expect(try limits(of: "broker", shop) == ["bandwidth 800000 of 4e+06, 5"])
  }

  @Test func `losing the broker loses its channels, and the broker is named`() throws {
    let lost = try model(Self.shop("limit: 1200/s"), losing: ["broker"])
    #expect(lost.headroom?.multiple == 0)
    #expect(head(lost) == "broker lost")
    let gone = lost.architecture.components.filter(\.isLost).map(\.name)
    #expect(gone == ["orders", "views", "scrolls", "broker"])
    #expect(lost.limits.enumerated().filter { $1.contains { $0.kind == .lost } }.count == 1)
  }

  @Test func `losing the zone of the broker loses its channels`() throws {
    let shop = Self.shop("replicas: 2, zones: west")
    let architecture = try #require(reading(shop).architecture)
    #expect(head(GrowthModel(architecture.losing([.zone("west")]))) == "broker lost")
  }

  @Test func `one channel more is felt at the broker`() throws {
    let architecture = try #require(reading(Self.shop("limit: 1200/s")).architecture)
    let journey = try #require(architecture.journeys.firstIndex { $0.name == "scroll" })
    var changed = architecture
    changed.set(.peak, Fact(.number(900), .declared), of: .journey(journey))
    // 100 + 200 + 900 of 1200.
    #expect(GrowthModel(changed).headroom?.multiple == 1)
  }

  @Test func `a channel has the product of its broker`() throws {
    let shop = Self.shop("technology: kafka, replicas: 3")
    let rows = try rows(
      facts(shop),
      "SELECT technology FROM component_technology WHERE component IN "
        + "(SELECT id FROM component WHERE name = 'orders')")
    #expect(rows.map { $0[0].words } == ["kafka"])
  }

  @Test func `a single broker below critical channels is one finding, at the broker`() {
    let found = review(Self.shop("technology: kafka, replicas: 1")).findings
      .filter { $0.rule.hasPrefix("availability/") }
    #expect(
      found.map { "\($0.rule) \($0.element) \($0.severity)" } == [
        "availability/replication-too-thin broker high"
      ])
    #expect(found.first?.message.contains("orders, scrolls, views") == true)
  }

  @Test func `what may be lost makes no broker critical`() throws {
    let shop = Self.shop("replicas: 3")
      .replacingOccurrences(
        of: "orders: { kind: stream, on", with: "orders: { kind: stream, loss: tolerated, on")
    let critical = try rows(facts(shop), "SELECT critical FROM component WHERE name = 'broker'")
    #expect(critical == [[.integer(0)]])
  }

  @Test(arguments: [
    ("on: broker", "wrong-target", "`broker` is a service"),
    ("on: q", "contradiction", "`q` itself"),
    ("on: nobody", "unknown-component", "`nobody`"),
    ("on: r", "contradiction", "on another component"),
  ])
  func `a broker is a component that can be one`(_ on: String, _ code: String, _ part: String) {
    let problems = reading(
      """
      components:
        q: { kind: queue, \(on) }
        r: { kind: queue, on: s }
        s: { kind: queue }
        broker: { kind: service }
      """
    ).problems
    #expect(problems.map(\.code) == [code], "\(problems)")
    #expect(problems.allSatisfy { $0.message.contains(part) })
  }
}
