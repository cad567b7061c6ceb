import Architecture

/// What a simulation measured at one multiple of today's demand.
package struct SimulatedPoint: Sendable {
  /// Why the models are not trusted there, in words; empty when the user asked for a simulation.
  package let reasons: [String]
  /// Independent runs, and events in all of them.
  package let runs: Int
  /// Events in all runs.
  package let events: Int
  private let components: [String: SimulationResult.Measures]
  private let journeys: [String: SimulationResult.Measures]

  init(_ result: SimulationResult, componentCount: Int, reasons: [String]) {
    self.reasons = reasons
    runs = result.runs.count
    events = result.events
    func measures(_ stations: Range<Int>) -> [String: SimulationResult.Measures] {
      Dictionary(
        stations.compactMap { station in
          result.measures(of: station).map { (result.names[station], $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    components = measures(0..<componentCount)
    journeys = measures(componentCount..<result.names.count)
  }

  /// What was measured of a component; nil when nothing came to it.
  package func element(_ name: String) -> SimulationResult.Measures? { components[name] }

  /// What was measured of a journey; nil when it was not taken.
  package func journey(_ name: String) -> SimulationResult.Measures? { journeys[name] }
}

extension GrowthForecast {
  /// Puts what was simulated beside what the models say.
  package mutating func add(_ results: [SimulationResult], of model: GrowthModel) {
    for result in results where !result.runs.isEmpty {
      guard let index = multiples.firstIndex(of: result.multiple) else { continue }
      simulated[index] = SimulatedPoint(
        result, componentCount: model.architecture.components.count,
        reasons: doubts[index].map { $0.words(model.architecture) })
    }
  }
}

extension ModelDoubt {
  /// As a reason.
  func words(_ architecture: Architecture) -> String {
    switch self {
    case .heldServers(let component):
      "servers of \(architecture.components[component].name) are held by calls that wait"
    case .retries(let relation):
      "callers of \(target(of: relation, architecture)) give up"
    }
  }

  private func target(of relation: Int, _ architecture: Architecture) -> String {
    architecture.components[architecture.relations[relation].target.component].name
  }
}
