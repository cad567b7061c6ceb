import Architecture
import Foundation
import Growth
import TestSupport
import Testing

/// The promise of the first sentence, held against the simulation on random systems of all kinds.
///
/// As many systems as `HEADROOM_SYSTEMS` says; a few where it says nothing.
@Suite struct HeadroomTests {
  static let numbers: [Int] = {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["HEADROOM_FIRST"].flatMap { Int($0) } ?? 1
    let count = environment["HEADROOM_SYSTEMS"].flatMap { Int($0) } ?? 30
    return Array(first..<first + count)
  }()

  /// Those of which more is simulated.
  static let few = numbers.count > 30 ? numbers : Array(numbers.prefix(8))

  private static func model(_ text: String) throws -> GrowthModel {
    let read = reading(text)
    #expect(read.problems.isEmpty, "\(read.problems) \(text)")
    return GrowthModel(try #require(read.architecture, "\(text)"))
  }

  /// Three runs of about so many events.
  private static func run(
    _ model: GrowthModel, at multiple: Double, events: Double
  ) throws -> SimulationResult {
    let network = try #require(SimulatedNetwork(model, at: multiple))
    var result = SimulationResult(of: network)
    let plan = SimulationPlan(events: events)
    result.add((0..<3).map { network.run(seed: 1, number: $0, plan: plan) })
    return result
  }

  /// The share of each journey that is served in some runs.
  static func served(
    _ model: GrowthModel, at multiple: Double, events: Double
  ) throws -> [Double] {
    let result = try run(model, at: multiple, events: events)
    return result.servedShares(journeys: model.architecture.journeys.count)
  }

  /// Whether 99 % are served; what a short run denies, a long one decides, since what comes in a
  /// short one may be a few percent more than its mean.
  private static func holds(_ served: [Double]) -> Bool { served.allSatisfy { $0 >= 0.99 - 0.002 } }

  private static func first(_ number: Int) throws -> (model: GrowthModel, headroom: Headroom)? {
    let model = try Self.model(RandomSystem(number).description)
    guard let headroom = model.headroom, headroom.multiple > 0, headroom.multiple.isFinite else {
      return nil
    }
    return (model, headroom)
  }

  @Test(arguments: numbers)
  func `at 0.97 of the headroom what is promised is served`(_ number: Int) throws {
    guard let (model, headroom) = try Self.first(number) else { return }
    var served = try Self.served(model, at: headroom.multiple * 0.97, events: 60_000)
    if !Self.holds(served) {
      served = try Self.served(model, at: headroom.multiple * 0.97, events: 1_500_000)
    }
    // What work alone takes too long for is lost at any load, and the headroom says so.
    if headroom.assumes.contains(where: { $0.kind == .timelyWork }) {
      let alone = try Self.served(model, at: headroom.multiple * 0.05, events: 200_000)
      served = zip(served, alone).map { $0 + 1 - $1 }
    }
    #expect(
      Self.holds(served),
      """
      system \(number): \(served) at 0.97 of \(headroom.multiple), \(headroom.limit) of \
      \(headroom.element)
      \(RandomSystem(number))
      """)
  }

  @Test(arguments: few)
  func `means are within 5 %, p99 within 10 %, or simulated`(_ number: Int) throws {
    guard let (model, headroom) = try Self.first(number) else { return }
    let multiple = headroom.multiple * 0.7
    let forecast = GrowthForecast(model, at: [multiple])
    guard forecast.doubts[0].isEmpty else { return }
    let result = try Self.run(model, at: multiple, events: 200_000)
    for (place, journey) in forecast.journeys.enumerated() {
      let station = result.names.count - forecast.journeys.count + place
      let response = journey.points[0].response
      guard let times = result.measures(of: station)?.times, response.isBounded else { continue }
      func isNear(_ value: Double, _ measured: SimulationResult.Estimate, _ share: Double) -> Bool {
        abs(value - measured.value) <= share * measured.value + (measured.half ?? .infinity)
      }
      let p99 = response.percentile(0.99)
      #expect(
        isNear(response.mean, times.mean, 0.05) && isNear(p99, times.p99, 0.1),
        """
        system \(number), \(journey.name) at \(multiple): mean \(response.mean) for \
        \(times.mean.value), p99 \(p99) for \(times.p99.value)
        \(RandomSystem(number))
        """)
    }
  }

  @Test(arguments: few)
  func `what is said to break first is full where it does`(_ number: Int) throws {
    guard let (model, headroom) = try Self.first(number), headroom.limit == .servers else { return }
    let multiple = headroom.multiple * 1.15
    let result = try Self.run(model, at: multiple, events: 60_000)
    var forecast = GrowthForecast(model, at: [multiple])
    forecast.add([result], of: model)
    let named = model.architecture.name(of: headroom.element)
    let measured = forecast.simulated[0]?.element(named)
    let element = forecast.elements.first { $0.name == named }
    let servers = try #require(element?.points[0].servers)
    #expect(
      measured.map { $0.isEndless || $0.refused > 0.01 || $0.busy / servers > 0.93 } == true,
      """
      system \(number): \(named) at \(multiple): \(String(describing: measured)), \(servers)
      \(RandomSystem(number))
      """)
  }
}
