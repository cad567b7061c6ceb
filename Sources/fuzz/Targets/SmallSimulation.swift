import Architecture
import Growth

/// Simulations of few events: the whole way, in no time, and the same on every machine.
enum SmallSimulation {
  /// Enough that queues fill, and that intervals can be told.
  private static let plan = SimulationPlan(events: 4_000)

  /// The multiples that are simulated.
  static let multiples: [Double] = [1, 10]

  /// Runs as `grow --simulate --output` would write them.
  static func text(_ architecture: Architecture) -> String {
    let model = GrowthModel(architecture)
    return SimulationFile.text(
      multiples.compactMap { multiple in
        guard let network = SimulatedNetwork(model, at: multiple) else { return nil }
        var result = SimulationResult(of: network)
        result.add(
          (0..<2).map { network.run(seed: 1, number: $0, plan: plan, isStopped: { false }) })
        return result
      })
  }
}
