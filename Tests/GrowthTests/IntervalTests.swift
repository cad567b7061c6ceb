import Growth
import Testing

/// Whether a simulation knows how sure it is.
@Suite struct IntervalTests {
  private func network(_ rate: Double) throws -> SimulatedNetwork {
    try SimulationTests.network(
      "calls: api, rate: \(rate)/s",
      "api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms, variability: 1 }")
  }

  @Test func `nine in ten intervals hold the exact mean of M/M/1`() throws {
    let network = try network(8)
    let held = try (1...20).filter { seed in
      let measures = try SimulationTests.measures(network, "j", events: 5e4, seed: UInt64(seed))
      let mean = try #require(measures.times?.mean)
      return abs(mean.value - 0.5) <= (mean.half ?? 0)
    }
    #expect(held.count >= 17, "\(held.count) of 20")
  }

  @Test func `a run is as long as its queue takes to forget`() throws {
    let plan = SimulationPlan(events: 1e5)
    let (short, long) = try (plan.seconds(network(5)), plan.seconds(network(9.3)))
    // 20 relaxation times of 1 / (10/s x (1 - sqrt 0.93)^2) a batch.
    let gap = 1 - 0.93.squareRoot()
    #expect(abs(long.batch / (20 / (10 * gap * gap)) - 1) < 1e-6 && short.batch < long.batch)
  }

  @Test func `next to saturation no times are told`() throws {
    let measures = try SimulationTests.measures(try network(9.99), "j", events: 5e4)
    #expect(measures.times == nil && (measures.isNear || measures.isEndless))
  }

  @Test func `a queue that grows slowly has no end either`() throws {
    // Threads of a wait for b: together they carry 25.016/s (exact chain), and 25.6/s come.
    let network = try SimulationTests.network(
      "calls: a, rate: 25.6/s",
      """
      a: { kind: service, replicas: 1, concurrency: 4, takes: 50ms, calls: b }
      b: { kind: service, replicas: 1, concurrency: 3, takes: 100ms }
      """)
    let measures = try SimulationTests.measures(network, "j", events: 2.5e5)
    #expect(measures.isEndless && measures.times == nil)
    #expect(abs(measures.served / 25.016 - 1) < 0.01)
  }

  @Test func `a breaker lets a system recover that retries would hold down`() throws {
    func served(_ more: String) throws -> Double {
      let network = try SimulationTests.network(
        "calls: gw, rate: 90/s",
        """
        gw: { kind: gateway, replicas: 1, concurrency: 1000, takes: 1ms, calls: { to: b, timeout: 500ms, attempts: 3\(more) } }
        b: { kind: service, replicas: 1, concurrency: 10, takes: 100ms }
        """)
      return 1 - (try SimulationTests.measures(network, "j", events: 2e5)).loss
    }
    let (without, with) = try (served(""), served(", breaker: yes"))
    #expect(without < 0.1 && with > 0.7, "\(without) \(with)")
  }
}
