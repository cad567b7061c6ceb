import Architecture
import Description
import Growth
import Review
import Foundation
import SourceText
import Testing

/// Replicas that follow the load: in the long run, through a climb, and in a simulation.
@Suite struct ScalingTests {
  func shop(_ scaling: String, rate: String = "rate: 70/s", replicas: String = "1..1000") -> String
  {
    """
    journeys: { j: { calls: api, \(rate) } }
    components:
      api: { kind: service, takes: 100ms, replicas: \(replicas), concurrency: 1, scaling: { \(scaling) } }
    """
  }

  @Test func `fifty replicas at 90 % with a target of 75 % become sixty`() throws {
    // https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
    let report = try grow(shop("target: 75%", rate: "rate: 450/s"))
    #expect(number(report, .element("api", "replicas")) == 60)
    #expect(number(report, .element("api", "servers")) == 60)
  }

  /// What the report says about a climb from a mean to a peak.
  func response(_ scaling: String, peak: String, replicas: String = "1..1000") throws -> [String:
    Any]
  {
    let report = try grow(shop(scaling, rate: "rate: 70/s, peak: \(peak)", replicas: replicas))
    let point = try #require((report["multiples"] as? [[String: Any]])?.first)
    let element = try #require((point["elements"] as? [[String: Any]])?.first)
    return try #require(element["scaling"] as? [String: Any])
  }

  // Processor time stops at 100 %, so that each look adds no more than 1 / 70 % of what there is;
  // requests show all that comes, and the number doubles.
  @Test(arguments: [("cpu", 15.0 * 6), ("requests", 15.0 * 3)])
  func `ten times the load takes as many looks as the measure needs`(_ on: String, _ most: Double)
    throws
  {
    let response = try response(
      "on: \(on), target: 70%, interval: 15s, lag: 0s, start: 0s", peak: "700/s")
    let enough = try #require(response["enough_after_s"] as? Double)
    #expect(response["replicas_before"] as? Double == 10)
    #expect(response["replicas_wanted"] as? Double == 100)
    #expect(abs(enough - most) < 15.1 && response["at_least"] as? Bool == false, "\(enough)")
  }

  @Test func `a slow start makes it worse, and too few replicas never suffice`() throws {
    let scaling = "on: cpu, target: 70%, interval: 15s, lag: 0s"
    let fast = try response(scaling + ", start: 0s", peak: "700/s")
    let slow = try response(scaling + ", start: 60s", peak: "700/s")
    for key in ["enough_after_s", "backlog", "longest_wait_s", "drained_after_s"] {
      let (fast, slow) = (fast[key] as? Double ?? .nan, slow[key] as? Double ?? .nan)
      #expect(slow > fast, "\(key): \(slow), \(fast)")
    }
    let few = try response(scaling + ", start: 0s", peak: "700/s", replicas: "1..50")
    #expect(few["enough_after_s"] is NSNull && few["drained_after_s"] is NSNull)
    #expect(try response(scaling, peak: "700/s")["at_least"] as? Bool == true)
  }

  @Test func `simulated replicas come and go with the load`() throws {
    let text = """
      tenfold: 1
      system: test
      \(shop("target: 70%, interval: 1s, lag: 0s, start: 2s", rate: "rate: 70/s", replicas: "1..40"))
      """
    let reading = DescriptionReader.read(
      path: "test", files: .memory(["test": Array(text.utf8)]),
      catalogue: RuleSet.builtInCatalogue)
    let architecture = try #require(reading.architecture)
    let network = try #require(
      SimulatedNetwork(GrowthModel(architecture), at: 1))
    var result = SimulationResult(of: network)
    result.add((0..<4).map { network.run(seed: 1, number: $0, plan: .init(events: 2e5)) })
    let measures = try #require(result.measures(of: 0))
    let p99 = try #require(measures.times?.p99.value)
    // Seven busy servers; ten or a few more stand, so that hardly anybody waits.
    #expect(abs(measures.busy - 7) < 0.2 && p99 < 0.6, "\(measures.busy) \(p99)")
  }

  /// All ten replicas busy are a ratio of 1.05 or of 1.11: 100 % of processor time in 95 % or 90 %.
  @Test(arguments: [(95, false), (90, true)])
  func `what is within a tenth of the target changes no number of replicas`(
    _ target: Int, _ isEnough: Bool
  ) throws {
    let scaling = "on: cpu, target: \(target)%, interval: 15s, lag: 0s, start: 0s"
    let report = try grow(shop(scaling, rate: "rate: \(target)/s, peak: 104/s"))
    let point = try #require((report["multiples"] as? [[String: Any]])?.first)
    let element = try #require((point["elements"] as? [[String: Any]])?.first)
    let response = try #require(element["scaling"] as? [String: Any])
    #expect(response["replicas_before"] as? Double == 10)
    #expect((response["enough_after_s"] is NSNull) == !isEnough)
  }
}

/// Autoscalers whose numbers nobody has, set past the reader and its ranges.
@Suite struct ScalingExtremesTests {
  @Test(arguments: [(1e-6, 3e13), (1e-6, 30), (3600, 0), (1e-300, 1e300), (15, .infinity)])
  func `a measure that is older than the climb scales nothing`(_ interval: Double, _ lag: Double)
    throws
  {
    let model = try SimulationTests.model(
      "calls: a, rate: 10/s, peak: 2000/s, peak-lasts: 1h",
      "a: { kind: service, replicas: 2..20, concurrency: 4, takes: 10ms }",
      facts: [.scalingInterval: interval, .scalingLag: lag])
    let forecast = GrowthForecast(model, at: [1])
    #expect(forecast.elements.first?.points.first?.utilisation != nil)
  }
}
