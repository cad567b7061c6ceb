import Foundation
import Growth
import TestSupport
import Testing

/// A headroom is what is carried: what ends before the servers do is a limit as well.
@Suite struct CarriedTests {
  private func first(
    _ components: String, journey: String
  ) throws -> (element: String, limit: String, multiple: Double) {
    let report = try grow("journeys:\n  j: { \(journey) }\ncomponents:\n" + components)
    let headroom = try #require(report["headroom"] as? [String: Any])
    return (
      try #require(headroom["element"] as? String), try #require(headroom["limit"] as? String),
      try #require(headroom["multiple"] as? Double)
    )
  }

  @Test func `a pool of connections carries as much as its tokens are held`() throws {
    // 3 replicas x 4 connections, each held 20 ms, carry 600/s.
    let shop = { (pool: String) in
      """
        a: { kind: service, replicas: 3, concurrency: 50, takes: 1ms, \(pool)reads: db }
        db: { kind: database, replicas: 1, concurrency: 300, takes: 20ms }
      """
    }
    let pooled = try first(shop("pool: 4, "), journey: "calls: a, rate: 100/s")
    #expect(pooled == ("a", "pool", 6))
    // 150 threads, each held 21 ms.
    let free = try first(shop(""), journey: "calls: a, rate: 100/s")
    #expect(free.limit != "pool" && free.multiple > 60)
  }

  @Test func `pools are waited for, in the model and in the simulation`() throws {
    // Two tokens of 100 ms each at 15/s: M/M/2 at 75 %, whose mean is 0.1 / (1 - 0.75^2).
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 15/s } }
      components:
        a: { kind: service, replicas: 1, concurrency: 500, takes: 1us, pool: 2, reads: db }
        db: { kind: database, replicas: 1, concurrency: 500, takes: 100ms }
      """)
    let mean = try #require(number(report, .journey("mean_s")))
    #expect(abs(mean - 0.1 / (1 - 0.75 * 0.75)) < 0.01 * mean)
  }

  @Test func `a room that loses one of a hundred is full`() throws {
    // Erlang B: ten servers lose 1 % of 4.461 erlangs (L. Kleinrock's and all other tables).
    let none = try first(
      "  a: { kind: service, replicas: 10, concurrency: 1, queue: none, takes: 100ms }",
      journey: "calls: a, rate: 10/s")
    #expect(none.limit == "waiting room" && abs(none.multiple - 4.461) < 0.001)
    let strict = try first(
      "  a: { kind: service, replicas: 10, concurrency: 1, queue: none, takes: 100ms }",
      journey: "calls: a, rate: 10/s, target: { availability: 99.9% }")
    // 0.1 % of 3.092 erlangs.
    #expect(abs(strict.multiple - 3.092) < 0.001)
  }

  @Test func `retries of two layers end the healthy state before the servers do`() throws {
    let layers = { (attempts: Int) in
      """
        web: { kind: service, replicas: 2, concurrency: 40, takes: 5ms, calls: { to: app, timeout: 300ms, attempts: \(attempts) } }
        app: { kind: service, replicas: 1, concurrency: 10, takes: 100ms }
      """
    }
    let journey = "calls: { to: web, timeout: 1s, attempts: 2 }, rate: 50/s"
    let stormy = try first(layers(3), journey: journey)
    let calm = try first(layers(1), journey: "calls: web, rate: 50/s")
    #expect(stormy.limit == "retries" && stormy.element == "app")
    #expect(stormy.multiple < 0.8 * calm.multiple)
    // All attempts of all layers are carried at a sixth of the capacity.
    #expect(stormy.multiple > calm.multiple / 6)
  }

  @Test func `a peak fits what a channel holds and how old that may become`() throws {
    let shop = { (bound: String) in
      """
        a: { kind: service, publishes: q }
        q: { kind: queue, \(bound) }
        w: { kind: worker, replicas: 10, concurrency: 1, takes: 100ms, consumes: q }
      """
    }
    let journey = "calls: a, rate: 20/s, peak: 100/s, peak-lasts: 10min"
    // 100/s are worked off; 30,000 more fit 600 s of another 50/s.
    let long = try first(shop("max-length: 30000"), journey: journey)
    #expect(long == ("q", "peak backlog", 1.5))
    // What is worked off within two minutes is 12,000, 20/s for 600 s.
    let fresh = try first(shop("freshness: 2min"), journey: journey)
    #expect(fresh == ("q", "peak backlog", 1.2))
    // Without a bound only the mean counts.
    let endless = try first(shop("loss: tolerated"), journey: journey)
    #expect(endless.limit == "consumers" && endless.multiple == 5)
  }

  @Test func `a latency target ends the headroom where its percentile is reached`() throws {
    // M/M/1: p99 = ln(100) / (mu - lambda), 1 s at 10 - 4.605 = 5.395/s.
    let found = try first(
      "  a: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }",
      journey: "calls: a, rate: 1/s, target: { p99: 1s }")
    #expect(found.limit == "latency target" && abs(found.multiple - 5.395) < 0.05)
    let slow = try first(
      "  a: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }",
      journey: "calls: a, rate: 1/s, target: { p99: 10ms }")
    #expect(slow.limit == "servers", "no load is so small that it keeps such a target")
  }

  @Test func `a caller that gives up too often ends the headroom, without a second try`() throws {
    // M/M/1: one in a hundred waits longer than ln(100) / (mu - lambda), 1 s at 5.395/s.
    let found = try first(
      "  a: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }",
      journey: "calls: { to: a, timeout: 1s }, rate: 1/s")
    #expect(found.limit == "timeouts" && abs(found.multiple - 5.395) < 0.05)
  }

  @Test func `callers that give up on slow work alone still end it before its servers do`() throws {
    // Of work of 100 ms 1.8 % are longer than 400 ms; at 0.97 of the servers' 2.67 times an
    // independent simulation serves 40 %, in 300 s from an empty start.
    let found = try first(
      "  a: { kind: service, replicas: 2, concurrency: 4, takes: 100ms }",
      journey: "calls: { to: a, timeout: 400ms }, rate: 30/s")
    #expect(found.limit == "timeouts" && found.multiple > 1.2 && found.multiple < 2.3)
  }

  @Test func `a proxy that gives up too often ends it too, and says by which key`() throws {
    let found = try first(
      """
        gate: { kind: gateway, request-timeout: 1s, calls: a }
        a: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
      """, journey: "calls: gate, rate: 1/s")
    #expect(found.limit == "timeouts" && found.element == "a" && abs(found.multiple - 5.395) < 0.05)
    let network = try SimulationTests.network(
      "calls: gate, rate: 12/s",
      """
      gate: { kind: gateway, request-timeout: 1s, calls: a }
      a: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
      """)
    var result = SimulationResult(of: network)
    result.add([network.run(seed: 1, number: 0, plan: SimulationPlan(events: 1e5))])
    let measured = try #require(result.measures(of: network.names.count - 1))
    #expect(measured.loss > 0.98, "of a queue without an end nobody is answered in time")
  }

  @Test func `a journey that does not say its rate leaves a headroom at most`() throws {
    let components = """
      components:
        s: { kind: service, replicas: 1, concurrency: 10, takes: 100ms }
      """
    let rate = "journeys: { j: { calls: s, rate: 50/s }"
    let said = reading(rate + " }\n" + components)
    let silent = reading(rate + ", k: { calls: s } }\n" + components)
    let known = GrowthModel(try #require(said.architecture))
    let open = GrowthModel(try #require(silent.architecture))
    #expect(known.headroom?.isAtMost == false && open.headroom?.isAtMost == true)
    #expect(GrowthForecast(open).isAtMost)
  }

  @Test func `the longest of calls at the same time holds servers`() throws {
    // An independent simulation: nine threads are full at 2.03 times the load, before a's servers.
    // The model takes the waits of an open network, so that it says somewhat less.
    let found = try first(
      """
        api: { kind: service, replicas: 1, concurrency: 9, takes: 20ms, calls: [{ to: a, parallel: yes }, { to: b, parallel: yes }] }
        a: { kind: service, replicas: 1, concurrency: 4, takes: 60ms }
        b: { kind: service, replicas: 1, concurrency: 4, takes: 60ms }
      """, journey: "calls: api, rate: 30/s")
    #expect(found.element == "api" && found.limit == "held servers")
    #expect(found.multiple <= 2.1 && found.multiple > 1.7, "\(found.multiple)")
  }

  @Test func `servers held by calls that wait carry less than the law says`() throws {
    // Four threads that each need 50 ms and one of three servers for 100 ms: a closed network of
    // four, whose throughput is 4 / (0.05 + 0.1 + wait).
    let found = try first(
      """
        a: { kind: service, replicas: 1, concurrency: 4, takes: 50ms, calls: b }
        b: { kind: service, replicas: 1, concurrency: 3, takes: 100ms }
      """, journey: "calls: a, rate: 10/s")
    #expect(found.element == "a" && found.limit == "held servers")
    #expect(found.multiple > 2.45 && found.multiple < 2.6, "\(found.multiple)")
  }

  @Test func `a percentile of calls at the same time is that of the longest`() throws {
    for width in [2, 10, 50] {
      let calls = (1...width).map { "{ to: c\($0), parallel: yes }" }.joined(separator: ", ")
      let callees = (1...width).map {
        "  c\($0): { kind: external, takes: 200ms, variability: 1 }\n"
      }
      let report = try grow(
        "journeys: { j: { calls: a, rate: 1/s } }\ncomponents:\n"
          + "  a: { kind: gateway, calls: [\(calls)] }\n" + callees.joined())
      let exact = -0.2 * log(1 - pow(0.99, 1 / Double(width)))
      let found = try #require(number(report, .journey("p99_s")))
      #expect(abs(found - exact) < 0.002 * exact, "\(width) calls")
    }
  }

  @Test func `months come from peaks, each journey with its own growth`() throws {
    let report = try grow(
      """
      growth: 2x in 12 months
      journeys:
        a: { calls: s, rate: 1/s, peak: 10/s, growth: 10x in 10 months }
        b: { calls: s, rate: 9/s, peak: 10/s, growth: 1.0001x in 12 months }
      components:
        s: { kind: service, replicas: 11, concurrency: 1, takes: 100ms }
      """)
    let months = try #require(number(report, .limit("s", "months")))
    // 10 g + 10 = 110 at g = 10.
    #expect(abs(months - 10) < 0.01)
  }
}
