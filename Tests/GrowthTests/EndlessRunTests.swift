import Architecture
import Findings
import Growth
import Reports
import Review
import TestSupport
import Testing

/// Runs of a simulation that would have no end, or whose numbers nobody has.
@Suite struct EndlessRunTests {
  private func run(
    _ network: SimulatedNetwork, events: Double = 2e4, most: Int = .max,
    isStopped: () -> Bool = { false }
  ) -> SimulationResult.Run {
    network.run(
      seed: 1, number: 0, plan: .init(events: events, most: most), isStopped: isStopped)
  }

  /// Layers that each try a thousand times before a room that is always full.
  private func layers() throws -> SimulatedNetwork {
    try SimulationTests.network(
      "calls: a, rate: 1/s",
      """
      a: { kind: service, calls: { to: b, attempts: 1000 } }
      b: { kind: service, calls: { to: c, attempts: 1000 } }
      c: { kind: service, calls: { to: d, attempts: 1000 } }
      d: { kind: service, takes: 1s, replicas: 1, concurrency: 1, queue: none, calls: e }
      e: { kind: service, takes: 1000s, replicas: 1, concurrency: 1 }
      """)
  }

  @Test func `retries before a full room end the run although they take no time`() throws {
    let run = run(try layers(), events: 1e3)
    #expect(run.isOverrun && run.work < 4_000_000)
  }

  @Test func `steps that take no time ask whether to stop`() throws {
    var asked = 0
    let run = run(try layers(), events: 1e6) {
      asked += 1
      return asked > 20
    }
    #expect(asked == 21 && !run.isOverrun)
  }

  @Test func `a run ends where all of its work is done`() throws {
    let network = try SimulationTests.network(
      "calls: api, rate: 8/s", "api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }")
    let run = run(network, events: 1e6, most: 500_000)
    #expect(!run.isOverrun && (450_000...510_000).contains(run.work))
    #expect((3...5).contains(run.batches.count))
  }

  /// What an autoscaler says about itself, and servers of a replica.
  @Test(
    arguments: [
      ([.scalingInterval: 1e-6], 1), ([.scalingInterval: 1e-6, .scalingLag: 1000], 1),
      ([.scalingInterval: 1e-25, .scalingLag: 3600], 1),
      ([.scalingInterval: 1e-3, .scalingTarget: 0.01, .scalingStep: 1e9], 1_000_000_000),
    ] as [([Property: Double], Int)])
  func `looks of an autoscaler are bounded, and its servers`(
    _ scaling: [Property: Double], _ each: Int
  ) throws {
    let model = try SimulationTests.model(
      "calls: api, rate: 20/s",
      "api: { kind: service, replicas: 2..1000000000, concurrency: \(each), takes: 50ms }",
      facts: scaling)
    let run = run(try #require(SimulatedNetwork(model, at: 1)))
    #expect(!run.isOverrun && run.batches.count == 10 && run.work < 200_000)
  }

  @Test func `a short interval scales as one that nobody could tell from it`() throws {
    func busy(_ interval: Double) throws -> Double {
      let model = try SimulationTests.model(
        "calls: api, rate: 50/s",
        "api: { kind: service, replicas: 1..20, concurrency: 1, takes: 100ms }",
        facts: [.scalingInterval: interval, .scalingTarget: 0.5])
      let network = try #require(SimulatedNetwork(model, at: 1))
      return try SimulationTests.measures(network, "api", events: 1e5).busy
    }
    #expect(abs(try busy(1e-6) / busy(0.02) - 1) < 0.05)
  }

  @Test func `a file of more runs or batches than are made is refused`() throws {
    let network = try SimulationTests.network(
      "calls: api, rate: 8/s", "api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }")
    var result = SimulationResult(of: network)
    result.add([run(network)])
    let text = SimulationFile.text([result])
    #expect(try SimulationFile.results(in: text, of: [network]).count == 1)
    let line = "run\t1\t7\t1.0\t1000000000000\twhole\nbatch\n"
    for more in ["batch\n", String(repeating: line, count: 10_001)] {
      #expect(throws: SimulationFile.Malformed.self) {
        try SimulationFile.results(in: text + more, of: [network])
      }
    }
    let many = try SimulationFile.results(
      in: text + String(repeating: line, count: 9_900), of: [network])
    #expect(many.first.map { $0.events > 9_900 * 1_000_000_000_000 } == true)
  }

  @Test func `a queue without an end is told with what is carried`() {
    // The exact chain of four threads before three servers carries 25.016/s.
    let description = """
      journeys: { j: { calls: a, rate: 20/s } }
      components:
        a: { kind: service, replicas: 1, concurrency: 4, takes: 50ms, calls: b }
        b: { kind: service, replicas: 1, concurrency: 3, takes: 100ms }
      """
    var settings = GrowthReview.Settings()
    settings.multiples = [1.3]
    settings.simulation.when = .always
    let review = GrowthReview.make(
      path: "test.tenfold.yaml", files: .memory(["test.tenfold.yaml": Array(description.utf8)]),
      catalogue: RuleSet.builtInCatalogue, settings: settings)
    let text = GrowthFormat.text.render(GrowthReportInput(review: review, isUnicode: true))
    #expect(text.contains("j at 1.3x: endless, 25"), "\(text)")
  }
}
