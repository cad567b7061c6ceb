import Architecture
import Description
import Growth
import Review
import Rules
import SourceText
import Testing

/// The simulation against exact results, against itself, and where models cannot follow.
@Suite struct SimulationTests {
  static func network(_ journey: String, _ components: String) throws -> SimulatedNetwork {
    try #require(SimulatedNetwork(model(journey, components), at: 1))
  }

  /// A model, with facts of all components that no description may say.
  static func model(
    _ journey: String, _ components: String, facts: [Property: Double] = [:]
  ) throws -> GrowthModel {
    let text = """
      tenfold: 1
      system: test
      journeys: { j: { \(journey) } }
      components:
      \(components.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """
    let reading = DescriptionReader.read(
      path: "test", files: .memory(["test": Array(text.utf8)]), catalogue: RuleSet.builtIn.catalogue
    )
    var architecture = try #require(reading.architecture, "\(reading.problems)")
    for (property, number) in facts {
      for index in architecture.components.indices {
        architecture.components[index].facts.set(property, Fact(.number(number), .declared))
      }
    }
    return GrowthModel(architecture)
  }

  static func measures(
    _ network: SimulatedNetwork, _ name: String, events: Double = 1e6, seed: UInt64 = 1
  ) throws -> SimulationResult.Measures {
    var result = SimulationResult(of: network)
    result.add((0..<4).map { network.run(seed: seed, number: $0, plan: .init(events: events)) })
    let station = try #require(network.names.firstIndex(of: name))
    return try #require(result.measures(of: station))
  }

  /// Twice what a limit lets through, of which half is carried, and 0.97 of it, of which all is.
  @Test(arguments: [
    "a: { kind: external, limit: 100/s }",
    "a: { kind: database, used: 50%, takes: 1ms }",
    "a: { kind: database, read-capacity: 100/s }",
  ])
  func `a limit per second turns away what is beyond it`(_ component: String) throws {
    let isUsed = component.contains("used")
    for (multiple, share) in [(2.0, 0.5), (0.97, 1)] {
      let model = try Self.model(
        "calls: s, rate: \(isUsed ? 50 : 100)/s",
        "s: { kind: service, takes: 1ms, replicas: 1, concurrency: 100, reads: a }\n" + component)
      let network = try #require(SimulatedNetwork(model, at: multiple * (isUsed ? 2 : 1)))
      let measures = try Self.measures(network, "j", events: 2e5)
      #expect(abs(1 - measures.loss - share) < 0.01, "\(component) at \(multiple)")
    }
  }

  @Test(arguments: [(1.0, 1.0, 0.8), (10, 1, 0.8), (3, 0, 0.7), (1, 4, 0.5)])
  func `a station waits as its queueing model says`(
    servers: Double, variability: Double, utilisation: Double
  ) throws {
    let rate = utilisation * servers / 0.1
    let network = try Self.network(
      "calls: api, rate: \(rate)/s",
      "api: { kind: service, replicas: 1, concurrency: \(Int(servers)), takes: 100ms, "
        + "variability: \(variability) }")
    let queue = MultiServerQueue(
      arrivals: rate, service: 0.1, servers: servers, variability: variability)
    let measures = try Self.measures(network, "api")
    let times = try #require(measures.times)
    #expect(abs(times.mean.value / queue.meanResponse - 1) < 0.03)
    #expect(abs(measures.busy / (utilisation * servers) - 1) < 0.02)
    // Little's law holds for whatever was simulated.
    #expect(abs(measures.waiting - measures.arrivals * measures.wait) < 0.05 * measures.waiting)
    if variability == 1 {
      #expect(abs(times.p99.value / queue.responsePercentile(0.99) - 1) < 0.05)
    }
  }

  @Test func `a full room turns away the share that M/M/c/K says`() throws {
    let network = try Self.network(
      "calls: api, rate: 30/s",
      "api: { kind: service, replicas: 1, concurrency: 3, takes: 100ms, queue: 5 }")
    let queue = BoundedQueue(
      arrivals: 30, service: 0.1, servers: 3, bufferCapacity: 5, variability: 1)
    let measures = try Self.measures(network, "api")
    #expect(abs(measures.loss / queue.loss - 1) < 0.05)
    // The journey fails with what it calls.
    let journey = try Self.measures(network, "j")
    #expect(abs(journey.loss - measures.loss) < 1e-9 + 0.02 * measures.loss)
  }

  @Test func `retries kill a system that carries its load, and cancelling saves it`() throws {
    // 10/s on one server, a timeout of 1 s and three attempts: at 8/s more than 10/s is attempted.
    func goodput(_ call: String) throws -> Double {
      let network = try Self.network(
        "calls: web, rate: 8/s",
        """
        web: { kind: service, replicas: 1, concurrency: 10000, calls: { to: api, \(call) } }
        api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
        """)
      return 1 - (try Self.measures(network, "j", events: 2e5)).loss
    }
    let (collapsed, alone, cancelled) = (
      try goodput("timeout: 1s, attempts: 3"), try goodput("timeout: 1s"),
      try goodput("timeout: 1s, attempts: 3, cancels: yes")
    )
    #expect(collapsed < 0.3 && alone > 0.7 && cancelled > 0.85, "\(collapsed) \(cancelled)")
  }

  @Test func `the rate from which retries can kill a system is capacity over all attempts`() throws
  {
    func risks(_ call: String, queue: String = "") throws -> [RetryRisk] {
      let text = """
        tenfold: 1
        system: test
        journeys: { j: { calls: web, rate: 4/s } }
        components:
          web: { kind: service, calls: { to: api, \(call) } }
          api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms\(queue) }
        """
      let reading = DescriptionReader.read(
        path: "test", files: .memory(["test": Array(text.utf8)]),
        catalogue: RuleSet.builtIn.catalogue)
      return GrowthForecast(GrowthModel(try #require(reading.architecture))).retryRisks
    }
    let risk = try #require(try risks("timeout: 1s, attempts: 3").first)
    #expect(abs(risk.multiple * 4 - 10.0 / 3) < 1e-9 && risk.element == "api")
    #expect(abs(risk.multipleWithoutRetries - 2.5) < 1e-9 && risk.bound == 7)
    // The largest load with a healthy state: 6.94658/s for 10/s, 1 s and 3 attempts.
    #expect(abs(try #require(risk.fold) * 4 / 6.94658 - 1) < 1e-5)
    #expect(try #require(risk.amplification) > 1)
    for safe in [
      "timeout: 1s", "timeout: 1s, attempts: 3, breaker: yes", "attempts: 3, cancels: yes",
    ] {
      #expect(try risks(safe).isEmpty, "\(safe)")
    }
    #expect(try risks("timeout: 1s, attempts: 3", queue: ", queue: 5").isEmpty)
    // Cancelled alone does not help: who comes to its turn is about to give up.
    #expect(try !risks("timeout: 1s, attempts: 3, cancels: yes").isEmpty)
  }

  @Test func `what gathers without end is said to, and ends the run`() throws {
    let network = try Self.network(
      "calls: api, rate: 30/s",
      "api: { kind: service, replicas: 1, concurrency: 2, takes: 100ms }")
    let measures = try Self.measures(network, "api")
    #expect(measures.isEndless && measures.times == nil)
  }

  @Test(arguments: ["calls: api", "calls: { to: api, timeout: 1ms, attempts: 3, parallel: yes }"])
  func `what calls itself without taking time ends the run as well`(_ call: String) throws {
    let network = try Self.network("calls: api, rate: 1/s", "api: { kind: service, \(call) }")
    #expect(network.run(seed: 1, number: 0, plan: .init(events: 1e4)).isOverrun)
  }

  @Test func `a seed gives the same numbers, another one gives others`() throws {
    let network = try Self.network(
      "calls: api, rate: 8/s", "api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }")
    let runs = [(1, 0), (1, 0), (1, 1), (2, 0)].map {
      network.run(seed: $0.0, number: $0.1, plan: .init(events: 1e4)).batches
    }
    #expect(runs[0] == runs[1] && runs[0] != runs[2] && runs[0] != runs[3])
  }

  @Test func `runs survive their file, and files of other systems are refused`() throws {
    let component = "api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }"
    let network = try Self.network("calls: api, rate: 8/s", component)
    var result = SimulationResult(of: network)
    result.add([network.run(seed: 3, number: 0, plan: .init(events: 1e4))])
    let text = SimulationFile.text([result])
    let read = try #require(try SimulationFile.results(in: text, of: [network]).first)
    #expect(SimulationFile.text([read]) == text)
    let other = try Self.network("calls: api, rate: 7/s", component)
    #expect(throws: SimulationFile.Malformed.self) {
      try SimulationFile.results(in: text, of: [other])
    }
    let elsewhere = text.replacing("station\t0", with: "station\t9")
    for broken in ["", "x", text.replacing("batch", with: "bat"), elsewhere] {
      #expect(throws: SimulationFile.Malformed.self) {
        try SimulationFile.results(in: broken, of: [network])
      }
    }
  }

  @Test func `what fails by retries is said not to be carried`() throws {
    var settings = GrowthReview.Settings()
    settings.multiples = [1]
    let text = """
      tenfold: 1
      system: test
      journeys: { j: { calls: web, rate: 8/s } }
      components:
        web: { kind: service, takes: 1ms, replicas: 1, concurrency: 10000, calls: { to: api, timeout: 1s, attempts: 3 } }
        api: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
      """
    let review = GrowthReview.make(
      path: "test", files: .memory(["test": Array(text.utf8)]),
      catalogue: RuleSet.builtInCatalogue, settings: settings)
    let point = try #require(review.forecast?.journeys.first?.points.first)
    #expect(point.verdict == .saturated && (point.goodput ?? 8) < 4)
  }
}
