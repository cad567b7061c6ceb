import Foundation
import TestSupport
import Testing

/// Budgets of retries, and what is asked when a call has failed.
@Suite struct RetryBudgetTests {
  private func chain(_ budget: String, rate: String = "60/s", b: String = "") -> String {
    """
    journeys: { j: { calls: gw, rate: \(rate) } }
    components:
      gw: { kind: gateway, replicas: 1, concurrency: 500, takes: 1ms, calls: { to: b, timeout: 1s, attempts: 3\(budget) } }
      b: { kind: service, replicas: 1, concurrency: 10, takes: 100ms\(b) }
    """
  }

  @Test func `a budget of a tenth makes 1.1 attempts of three`() throws {
    // Site Reliability Engineering, ch. 21: a 10 % budget grows the load to 1.1x, not 3x.
    let retries = try grow(chain(", budget: 10%"))["retries"] as? [[String: Any]] ?? []
    let attempts = try #require(retries.first?["attempts"] as? Double)
    #expect(abs(attempts - 1.1) < 1e-9)
    let from = try #require(retries.first?["collapse_possible_from"] as? Double)
    #expect(abs(from - 100.0 / 60 / 1.1) < 1e-5)
    let products = try rows(
      facts(
        """
        journeys: { j: { calls: { to: a, attempts: 3, budget: 10% }, rate: 1/s } }
        components: { a: { kind: service, calls: { to: b, attempts: 3, budget: 10% } }, b: { kind: service } }
        """), "SELECT MAX(attempts_product) FROM relation")
    #expect(abs((products.first?.first?.number ?? 0) - 1.21) < 1e-9)
  }

  @Test func `headroom with a budget lies between that of one attempt and that of three`() throws {
    func multiple(_ description: String) throws -> Double {
      let headroom = try grow(description)["headroom"] as? [String: Any]
      return try #require(headroom?["multiple"] as? Double)
    }
    let shares = try ["", ", budget: 50%", ", budget: 10%", ", budget: 0%"].map {
      try multiple(chain($0))
    }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 }, "\(shares)")
    #expect(shares[0] < shares[2])
  }

  @Test func `in a simulation no more than the budget is tried again`() throws {
    // Without a room half of 200/s are turned away, and three attempts of each are many more.
    func attempts(_ budget: String) throws -> Double {
      let network = try SimulationTests.network(
        "calls: gw, rate: 200/s",
        """
        gw: { kind: gateway, replicas: 1, concurrency: 500, takes: 1ms, calls: { to: b, attempts: 3\(budget) } }
        b: { kind: service, replicas: 1, concurrency: 10, takes: 100ms, queue: none }
        """)
      return try SimulationTests.measures(network, "b", events: 2e5).arrivals / 200
    }
    let (without, with) = try (attempts(""), attempts(", budget: 10%"))
    #expect(without > 1.8 && abs(with - 1.1) < 0.02, "\(without) \(with)")
  }

  private func falling(_ fallback: String, limit: String) -> String {
    """
    journeys: { j: { calls: api, rate: 100/s } }
    components:
      api: { kind: service, replicas: 4, concurrency: 100, takes: 1ms, calls: { to: rates, timeout: 1s\(fallback) } }
      rates: { kind: service, replicas: 1, concurrency: 5, takes: 100ms, queue: none }
      spare: { kind: external, limit: \(limit) }
    """
  }

  @Test func `what is lost leads its callers to what they fall back on`() throws {
    let loads = try rows(
      facts(falling(", fallback: spare", limit: "40/s")),
      "SELECT peak_per_s, capacity_per_s FROM fallback_load")
    #expect(loads.map { $0.map { $0.number ?? 0 } } == [[100, 40]])
    // A note leads nowhere.
    let note = try facts(falling(", fallback: the last rate", limit: "40/s"))
    #expect(try rows(note, "SELECT * FROM fallback_load").isEmpty)
  }

  @Test func `in a simulation failed calls are answered by the fallback`() throws {
    func served(_ fallback: String, limit: String = "1000/s") throws -> Double {
      let network = try SimulationTests.network(
        "calls: api, rate: 100/s",
        """
        api: { kind: service, replicas: 4, concurrency: 100, takes: 1ms, calls: { to: rates, timeout: 1s\(fallback) } }
        rates: { kind: service, replicas: 1, concurrency: 5, takes: 100ms, variability: 1, queue: none }
        spare: { kind: external, limit: \(limit) }
        """)
      return try SimulationTests.measures(network, "j", events: 2e5).served / 100
    }
    // Erlang B: five servers at 10 erlangs lose 56.4 %, which is 56/s.
    #expect(try abs(served("") - 0.436) < 0.02)
    #expect(try served(", fallback: spare") > 0.99)
    #expect(try abs(served(", fallback: spare", limit: "20/s") - 0.636) < 0.02)
  }
}
