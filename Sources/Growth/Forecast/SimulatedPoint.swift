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

  init(
    _ result: SimulationResult, journeyCount: Int, doubts: [ModelLimitation], reasons: [String]
  ) {
    self.reasons = reasons
    let isOnlyForTails = !doubts.isEmpty && doubts.allSatisfy(\.isOnlyAboutTails)
    runs = result.runs.count
    events = result.events
    func measures(_ stations: Range<Int>) -> [String: SimulationResult.Measures] {
      Dictionary(
        stations.compactMap { station in
          guard var measures = result.measures(of: station) else { return nil }
          measures.isOnlyForTails = isOnlyForTails
          return (result.names[station], measures)
        }, uniquingKeysWith: { first, _ in first })
    }
    let first = result.names.count - journeyCount
    components = measures(0..<first)
    journeys = measures(first..<result.names.count)
  }

  /// What was measured of a component; nil when nothing came to it.
  package func element(_ name: String) -> SimulationResult.Measures? { components[name] }

  /// What was measured of a journey; nil when it was not taken.
  package func journey(_ name: String) -> SimulationResult.Measures? { journeys[name] }
}
