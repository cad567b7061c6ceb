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

  private static func model(_ text: String) throws -> GrowthModel {
    let read = reading(text)
    #expect(read.problems.isEmpty, "\(read.problems) \(text)")
    return GrowthModel(try #require(read.architecture, "\(text)"))
  }

  /// The share of each journey that is served in some runs.
  private static func served(_ model: GrowthModel, at multiple: Double) throws -> [Double] {
    let network = try #require(SimulatedNetwork(model, at: multiple))
    var result = SimulationResult(of: network)
    let plan = SimulationPlan(events: 60_000)
    result.add((0..<3).map { network.run(seed: 1, number: $0, plan: plan) })
    let journeys = network.names.suffix(model.architecture.journeys.count).indices
    return journeys.map { station in
      guard let measured = result.measures(of: station) else { return 1 }
      let isOver = result.runs.contains(where: \.isOverrun)
      return min(1 - measured.loss, isOver ? 0 : measured.served / measured.arrivals + 0.01)
    }
  }

  @Test(arguments: numbers)
  func `at 0.97 of the headroom what is promised is served`(_ number: Int) throws {
    let system = RandomSystem(number)
    let model = try Self.model(system.description)
    guard let headroom = model.headroom, headroom.multiple > 0, headroom.multiple.isFinite else {
      return
    }
    let served = try Self.served(model, at: headroom.multiple * 0.97)
    #expect(
      served.allSatisfy { $0 >= 0.99 - 0.002 },
      """
      system \(number): \(served) at 0.97 of \(headroom.multiple), \(headroom.limit) of \
      \(headroom.element)
      \(system)
      """)
  }
}
