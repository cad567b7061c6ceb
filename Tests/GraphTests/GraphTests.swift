import Architecture
import Testing
import TestSupport

@Suite struct GraphTests {
  func graph(_ components: String, journeys: String = "") throws -> Architecture {
    let read = reading("journeys:\n\(journeys)\ncomponents:\n\(components)")
    #expect(read.problems.filter { $0.weight == .error } == [])
    return try #require(read.architecture)
  }

  func values(_ architecture: Architecture, _ property: Property) -> [String: Double] {
    let column = architecture.graphFacts()[.component, property]
    let pairs = architecture.components.enumerated().map { ($1.name, column?.values[$0] ?? .nan) }
    return Dictionary(uniqueKeysWithValues: pairs.filter { !$0.1.isNaN })
  }

  @Test func `rings of calls are numbered, chains are not`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: b }
        b: { kind: service, calls: c }
        c: { kind: service, calls: [b, d] }
        d: { kind: service }
      """)
    #expect(values(architecture, .cycle) == ["b": 1, "c": 1])
  }

  @Test func `a ping and somebody else's callback make no ring`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: b }
        b: { kind: service, calls: { to: a, per-request: 0 } }
        c: { kind: service, calls: e }
        e: { kind: external, calls: c }
      """)
    #expect(values(architecture, .cycle) == [:])
  }

  @Test func `a dominator is counted with all it stands before`() throws {
    let architecture = try graph(
      """
        web: { kind: client }
        gate: { kind: gateway, calls: [a, b] }
        a: { kind: service, reads: db }
        b: { kind: service, reads: db }
        db: { kind: database }
        island: { kind: service }
      """, journeys: "  j: { from: web, calls: gate }")
    #expect(values(architecture, .dominates) == ["gate": 4, "a": 1, "b": 1, "db": 1])
  }

  /// From both ends of a two-way chain news travels one component a round.
  @Test func `what can be reached from two ends of a long chain has no dominator`() throws {
    let last = 199
    let chain = (0...last).map { number in
      let callees = [number - 1, number + 1].filter { (0...last).contains($0) }
      return "  c\(number): { kind: service, calls: \(callees.map { "c\($0)" }) }\n"
        .replacing("\"", with: "")
    }
    let architecture = try graph(
      "  web: { kind: client }\n" + chain.joined(),
      journeys: "  j: { from: web, calls: [c0, c\(last)] }")
    let counts = values(architecture, .dominates)
    #expect(counts.count == last + 1)
    #expect(Set(counts.values) == [1])
  }

  @Test func `depth is the longest way, chain its hops`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: [b, c] }
        b: { kind: service, calls: c }
        c: { kind: service, publishes: q }
        q: { kind: queue }
        w: { kind: worker, consumes: q }
      """, journeys: "  j: { calls: a }")
    #expect(values(architecture, .depth) == ["a": 1, "b": 2, "c": 3])
    #expect(architecture.graphFacts()[.journey, .chain]?.values == [3])
  }

  @Test func `attempts multiply along the worst way`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: [{ to: b, attempts: 3 }, { to: c, attempts: 2 }] }
        b: { kind: service, calls: { to: c, attempts: 4 } }
        c: { kind: external }
      """, journeys: "  j: { calls: { to: a, attempts: 2 } }")
    // Site reliability engineering, chapter 22: attempts of each layer multiply.
    #expect(architecture.graphFacts()[.relation, .attemptsProduct]?.values == [6, 4, 24, 2])
  }

  @Test func `a ring on the way makes attempts no fewer`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: { to: b, attempts: 5 } }
        b: { kind: service, calls: [{ to: c, attempts: 3 }, a] }
        c: { kind: external }
      """, journeys: "  j: { calls: a }")
    #expect(architecture.graphFacts()[.relation, .attemptsProduct]?.values == [5, 15, 5, 1])
  }

  @Test func `critical is what a critical journey reaches, messages included`() throws {
    let architecture = try graph(
      """
        a: { kind: service, publishes: q, operations: { rare: { calls: x } } }
        q: { kind: queue }
        w: { kind: worker, consumes: q }
        x: { kind: external }
      """, journeys: "  j: { calls: a, critical: true }")
    let critical = values(architecture, .critical)
    #expect(critical == ["a": 1, "q": 1, "w": 1, "x": 0])
  }

  @Test func `what deploys together is one group, however it is written`() throws {
    let architecture = try graph(
      """
        a: { kind: service, deploys-with: b }
        b: { kind: service }
        c: { kind: service, deploys-with: [b] }
        d: { kind: service }
      """)
    #expect(values(architecture, .deployGroup) == ["a": 1, "b": 1, "c": 1])
  }

  @Test func `betweenness is the share of ways that lead through`() throws {
    let architecture = try graph(
      """
        a: { kind: service, calls: hub }
        b: { kind: service, calls: hub }
        hub: { kind: service, calls: [c, d] }
        c: { kind: service }
        d: { kind: service }
      """)
    // All four ways between others (a-c, a-d, b-c, b-d) pass through the hub.
    #expect(values(architecture, .betweenness)["hub"] == 1)
    #expect(values(architecture, .betweenness)["c"] == 0)
  }

  @Test func `a chain of a hundred thousand fits the stack`() throws {
    var components = ""
    for index in 0..<100_000 {
      components += "  c\(index): { kind: service, calls: c\(index + 1) }\n"
    }
    components += "  c100000: { kind: service }\n"
    let architecture = try graph(components, journeys: "  j: { calls: c0 }")
    let facts = architecture.graphFacts()
    #expect(facts[.component, .depth]?.values.last == 100_001)
    #expect(facts[.component, .dominates]?.values.first == 100_001)
  }

  @Test(arguments: [("", 5.0), (", age: reset", 5), (", age: original", 4)])
  func `a message that keeps its age comes again no later than the longer stay`(
    _ age: String, _ days: Double
  ) throws {
    let architecture = try graph(
      """
        q: { kind: queue, retention: 1d, dead-letter: { to: d\(age) } }
        d: { kind: queue, retention: 4d }
        w: { kind: worker, consumes: q }
      """)
    #expect(architecture.graphFacts()[.relation, .retryHorizon]?.values == [days * 86400])
  }

  @Test(arguments: [(8, true), (9, false)])
  func `an effect is seen through eight proxies in a row`(_ count: Int, _ isSeen: Bool) throws {
    let proxies = (1...count).map { number in
      let next = number < count ? "p\(number + 1)" : "{ to: pay, effect: payment }"
      return "  p\(number): { kind: gateway, calls: \(next) }\n"
    }
    let architecture = try graph(
      "  a: { kind: service, calls: p1 }\n" + proxies.joined() + "  pay: { kind: external }\n")
    #expect((architecture.relations.first?.facts[.effect] != nil) == isSeen)
  }
}
