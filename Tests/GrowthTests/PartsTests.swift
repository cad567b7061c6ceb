import Architecture
import Foundation
import Growth
import TestSupport
import Testing

/// Components of several equal parts: `count`.
@Suite struct PartsTests {
  private static func model(_ text: String) throws -> GrowthModel {
    let read = reading(text)
    #expect(read.problems.isEmpty, "\(read.problems) \(text)")
    return GrowthModel(try #require(read.architecture, "\(text)"))
  }

  /// Cells of one server each, which works off 10 requests a second.
  private static func cells(_ keys: String, rate: Double = 60) -> String {
    """
    journeys: { j: { calls: cell, rate: \(rate)/s } }
    components:
      cell: { kind: service, replicas: 1, concurrency: 1, takes: 100ms, \(keys) }
    """
  }

  private func limits(of name: String, _ description: String) throws -> [String] {
    try rows(
      facts(description),
      "SELECT printf('%s %.6g of %g, %.4g', l.kind, l.load, l.bears, l.headroom) "
        + "FROM component_limit l "
        + "JOIN component c ON c.id = l.component WHERE c.name = '\(name)' ORDER BY position"
    ).map { $0[0].words }
  }

  /// Four parts, of which one gets 40 %.
  private static let hot = "kind: service, count: 4, tenants: { top-share: 40% }"

  // MARK: - Laws

  @Test(arguments: [
    // 60/s / 12 x 100 ms, and with a quarter of it 60/s x 25 % x 100 ms.
    ("count: 12", "servers 0.5 of 1, 2"),
    ("count: 12, tenants: { top-share: 25% }", "servers 1.5 of 1, 0.6667"),
    ("count: 12, shards: { top-share: 25% }", "servers 1.5 of 1, 0.6667"),
    ("count: 12, tenants: { top-share: 1% }", "servers 0.5 of 1, 2"),
    ("count: 1, tenants: { top-share: 1% }", "servers 6 of 1, 0.1667"),
  ])
  func `the busiest part is the first that is full`(_ keys: String, _ expected: String) throws {
    #expect(try limits(of: "cell", Self.cells(keys)).first == expected)
  }

  @Test(arguments: [
    ("count: 12", 0.1), ("count: 12, tenants: { top-share: 12.5% }", 0.3),
  ])
  func `requests wait at the busiest part as at one server`(_ keys: String, _ wait: Double) throws {
    // M/M/1 at 50 % and at 75 %: 100 ms x U / (1 - U).
    let forecast = GrowthForecast(try Self.model(Self.cells(keys)), at: [1])
    let found = try #require(forecast.elements[0].points[0].wait)
    #expect(abs(found - wait) < 1e-9)
  }

  @Test(arguments: [
    ("limit: 10/s", "rate limit 5 of 10, 2"),
    ("write-capacity: 10/s", "write capacity 5 of 10, 2"),
    // The hottest of 12 x 4 shards, and what was measured at the busiest part.
    ("shards: { count: 4, writes: 10/s }", "hottest shard 60 of 480, 8"),
    ("used: 25%", "measured use 0.25 of 1, 4"),
  ])
  func `what is declared of a store is that of one part`(_ key: String, _ expected: String) throws {
    let text = """
      journeys: { j: { calls: api, rate: 60/s } }
      components:
        api: { kind: service, replicas: 9, concurrency: 90, takes: 1ms, writes: db }
        db: { kind: database, count: 12, \(key) }
      """
    #expect(try limits(of: "db", text) == [expected])
  }

  @Test(arguments: [
    ("count: 12", "replicas: 1", 120), ("count: 12", "count: 12", 10),
    ("replicas: 2", "count: 12", 10),
  ])
  func `all parts of a caller open connections, to their own part where there are as many`(
    _ caller: String, _ store: String, _ expected: Int
  ) throws {
    let text = """
      journeys: { j: { calls: cell, rate: 60/s } }
      components:
        cell: { kind: service, concurrency: 9, takes: 1ms, pool: 5, reads: db, \(caller) }
        db: { kind: database, max-connections: 9, \(store) }
      """
    let replicas =
      caller.hasPrefix("count") ? text.replacing("pool: 5", with: "pool: 5, replicas: 2") : text
    #expect(
      try limits(of: "db", replicas).contains("connections \(expected) of 9, 0"))
  }

  @Test func `each of a caller's parts has connections to each of a callee's`() throws {
    let text = """
      journeys: { j: { calls: cell, rate: 60/s } }
      components:
        cell: { kind: service, count: 3, replicas: 1, concurrency: 9, calls: { to: db, pool: 4 } }
        db: { kind: service, count: 2, replicas: 1, concurrency: 9, takes: 100ms }
      """
    #expect(try limits(of: "cell", text).contains("pool 1 of 4, 4"))
  }

  @Test func `parts that call each other share what the busiest gets`() throws {
    let text = """
      journeys: { j: { calls: cell, rate: 60/s } }
      components:
        cell: { \(Self.hot), replicas: 9, concurrency: 9, takes: 1ms, writes: db }
        db: { kind: database, count: 4, write-capacity: 48/s }
      """
    #expect(try limits(of: "db", text) == ["write capacity 24 of 48, 2"])
  }

  @Test func `one lost part takes its share along`() throws {
    let text = Self.cells("count: 12").replacingOccurrences(of: "j: {", with: "j: { from: user,")
    let model = try Self.model(text + "\n  user: { kind: client }\n")
    let losses = JourneyLosses(model).all().filter { $0.kind == .replica }
    #expect(losses.map(\.served).map { ($0 * 12).rounded() } == [11])
  }

  // MARK: - Properties

  static let numbers = Array(1...12)

  /// A system with keys added to components of which something is true.
  private static func adding(
    _ keys: String, to text: String, where isMeant: (Substring) -> Bool = { _ in true }
  ) -> String {
    text.split(separator: "\n").map { line in
      line.hasPrefix("  s") && isMeant(line)
        ? line.replacingOccurrences(of: ": { kind", with: ": { \(keys), kind") : String(line)
    }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: numbers)
  func `one part is the component itself`(_ number: Int) throws {
    let text = RandomSystem(number, hasParts: false).description
    let (plain, one) = (try Self.model(text), try Self.model(Self.adding("count: 1", to: text)))
    #expect(plain.headroom == one.headroom)
    let networks = [plain, one].map { SimulatedNetwork($0, at: 1)?.fingerprint }
    #expect(networks[0] == networks[1])
  }

  @Test(arguments: numbers)
  func `n parts carry n times what one does`(_ number: Int) throws {
    let system = DescriptionEdits(RandomSystem(number, hasParts: false))
    guard !system.isClosed else { return }
    let plain = try Self.model(system.text).headroom
    for count in [2, 7] {
      let text = Self.adding("count: \(count)", to: system.text).replacing(/rate: ([0-9.]+)/) {
        "rate: \((Double($0.1) ?? 0) * Double(count))"
      }
      let parts = try Self.model(text).headroom
      let (left, right) = (plain?.multiple ?? 0, parts?.multiple ?? 0)
      #expect(
        abs(left - right) <= 0.006 * left && plain?.limit == parts?.limit,
        "system \(number), \(count) parts: \(left), \(right)\n\(text)")
    }
  }

  @Test(arguments: numbers)
  func `more parts never carry less by law`(_ number: Int) throws {
    let text = RandomSystem(number, hasParts: false).description
    for component in 0..<3 {
      let headrooms = try (1...4).map { count in
        let more = Self.adding("count: \(count)", to: text) { $0.hasPrefix("  s\(component):") }
        return GrowthModel(try Self.model(more).architecture, byLawsAlone: true).headroom?.multiple
      }
      for (fewer, more) in zip(headrooms, headrooms.dropFirst()) {
        #expect(fewer ?? 0 <= (more ?? 0) * (1 + 1e-9), "system \(number): \(headrooms)\n\(text)")
      }
    }
  }

  // MARK: - Simulation

  @Test func `each part is simulated as a station of its own`() throws {
    let model = try Self.model(Self.cells("count: 4, tenants: { top-share: 40% }", rate: 20))
    let network = try #require(SimulatedNetwork(model, at: 1))
    let busiest = try SimulationTests.measures(network, "cell")
    // 8/s of 10/s at the busiest, 4/s at the others: 0.4 x 0.5 s + 0.6 x 1/6 s.
    #expect(abs(busiest.arrivals - 8) < 0.1)
    #expect(abs(busiest.busy - 0.8) < 0.02)
    let times = try #require(busiest.times),
      all = try #require(
        SimulationTests.measures(network, "j").times)
    #expect(abs(times.mean.value - 0.5) < 0.05)
    #expect(abs(all.mean.value - 0.3) < 0.025)
  }

  @Test func `callers of as many parts call their own`() throws {
    let model = try Self.model(
      """
      journeys: { j: { calls: cell, rate: 20/s } }
      components:
        cell: { kind: service, count: 4, replicas: 9, concurrency: 9, takes: 0ms, calls: db }
        db: { \(Self.hot), replicas: 1, concurrency: 1, takes: 100ms }
      """)
    let network = try #require(SimulatedNetwork(model, at: 1))
    for name in ["cell", "db"] {
      #expect(abs(try SimulationTests.measures(network, name).arrivals - 8) < 0.1)
    }
  }

  /// Random systems, some of whose components have parts.
  @Test(arguments: 1...8)
  func `at 0.97 of the headroom of parts what is promised is served`(_ number: Int) throws {
    var dice = SplitMix64(number)
    let counts = (0..<7).map { _ in dice.one(of: [1, 1, 3, 3, 5]) }
    var text = RandomSystem(number, hasParts: false).description
    for (component, count) in counts.enumerated() {
      let top = dice.chance(0.3) ? ", tenants: { top-share: \(dice.whole(10...60))% }" : ""
      text = Self.adding("count: \(count)\(top)", to: text) { $0.hasPrefix("  s\(component):") }
    }
    let model = try Self.model(text)
    guard let headroom = model.headroom, headroom.multiple > 0, headroom.multiple.isFinite,
      !headroom.assumes.contains(where: { $0.kind == .timelyWork })
    else { return }
    var served = try HeadroomTests.served(model, at: headroom.multiple * 0.97, events: 60_000)
    if !served.allSatisfy({ $0 >= 0.988 }) {
      served = try HeadroomTests.served(model, at: headroom.multiple * 0.97, events: 600_000)
    }
    #expect(
      served.allSatisfy { $0 >= 0.988 },
      "system \(number): \(served) at 0.97 of \(headroom.multiple), \(headroom.limit)\n\(text)")
  }
}
