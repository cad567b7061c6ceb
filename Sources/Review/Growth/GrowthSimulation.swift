import Architecture
import Growth
import SourceText

/// Simulates a model where that is asked for, or where its queueing models are not to be trusted.
package struct GrowthSimulation: Sendable {
  let model: GrowthModel
  let settings: Settings

  /// When to simulate, and how.
  package struct Settings: Sendable {
    /// Which multiples are simulated.
    package enum When: Sendable { case whereModelsFail, always, never }

    /// When to simulate.
    package var when = When.whereModelsFail
    /// What the runs can be repeated by.
    package var seed: UInt64 = 1
    /// Whether the user wants to see what there is by now; asked from several threads.
    package var isStopped: @Sendable () -> Bool = { false }
    /// Told the share that is done at most.
    package var progress: @Sendable (Double) -> Void = { _ in }
    /// Texts of earlier runs to take instead of new ones.
    package var merged: [(path: String, text: String)] = []

    /// The usual seed, and simulation where models fail.
    package init() {}
  }

  /// Runs of a round; their number does not depend on the cores, so that a seed gives the same
  /// numbers on every machine.
  private static let runs: UInt64 = 4
  /// Most rounds until the intervals have to be narrow enough.
  private static let rounds: UInt64 = 12

  /// Events of the run that tells whether a network comes to an end at all.
  private static let trial = 100_000.0

  /// Events of all multiples together where nobody asked for a simulation: seconds of a processor.
  private static let unaskedWork = 40_000_000
  /// The same where somebody did.
  private static let askedWork = 600_000_000

  /// The runs of earlier calls, those of one multiple together; throws what is wrong with them.
  func merged(_ forecast: GrowthForecast) throws(UnmergeableRuns) -> [SimulationResult] {
    let networks = forecast.multiples.compactMap { SimulatedNetwork(model, at: $0) }
    var results: [Double: SimulationResult] = [:]
    var seen: Set<[UInt64]> = []
    for file in settings.merged {
      do throws(SimulationFile.Malformed) {
        for result in try SimulationFile.results(in: file.text, of: networks) {
          for run in result.runs {
            let key = [run.seed, run.number, result.multiple.bitPattern]
            guard seen.insert(key).inserted else {
              throw SimulationFile.Malformed(
                line: 2, text: "seed \(run.seed) was merged already, and its runs count once")
            }
          }
          var sum = results[result.multiple] ?? SimulationResult(like: result)
          sum.add(result.runs)
          results[result.multiple] = sum
        }
      } catch {
        throw UnmergeableRuns(
          text: "\(file.path.printable):\(error.line):1: \(error.text.printable)")
      }
    }
    return results.values.sorted { $0.multiple < $1.multiple }
  }

  /// Why runs cannot be merged.
  struct UnmergeableRuns: Error {
    let text: String
  }

  /// One result per multiple that was simulated.
  func results(_ forecast: GrowthForecast) -> [SimulationResult] {
    guard settings.when != .never else { return [] }
    let chosen = forecast.multiples.indices.filter {
      settings.when == .always || !forecast.doubts[$0].isEmpty
    }
    var budget = settings.when == .always ? Self.askedWork : Self.unaskedWork
    return chosen.enumerated().compactMap { place, index in
      guard !settings.isStopped(), budget > 0,
        let network = SimulatedNetwork(model, at: forecast.multiples[index])
      else { return nil }
      return simulate(network, &budget) { part in
        settings.progress((Double(place) + part) / Double(chosen.count))
      }
    }
  }

  /// Rounds of runs until the intervals are narrow, or patience ends.
  private func simulate(
    _ network: SimulatedNetwork, _ budget: inout Int, progress: (Double) -> Void
  ) -> SimulationResult {
    var result = SimulationResult(of: network)
    let isAsked = settings.when == .always
    let (seed, isStopped) = (settings.seed, settings.isStopped)
    if isAsked {
      // What is endless at one multiple is so at all larger ones, and a short run says so as well.
      let trial = network.run(
        seed: seed, number: 0, plan: SimulationPlan(events: Self.trial), isStopped: isStopped)
      if trial.isOverrun {
        budget = 0
        result.add([trial])
        return result
      }
    }
    for round in 0..<(isAsked ? Self.rounds : 6) {
      let plan = SimulationPlan(
        events: isAsked ? 1_000_000 : 250_000, most: budget / Int(Self.runs))
      let numbers = Array(round * Self.runs..<(round + 1) * Self.runs)
      let run = { @Sendable (number: UInt64) in
        network.run(seed: seed, number: number, plan: plan, isStopped: isStopped)
      }
      // Two runs in which work gathers without end say so as well as four, in half the memory.
      var runs = inParallel(Array(numbers.prefix(2)), run)
      if runs.allSatisfy(\.isOverrun) {
        result.add(runs)
        budget -= runs.reduce(0) { $0 + $1.work }
        break
      }
      runs += inParallel(Array(numbers.dropFirst(2)), run)
      result.add(runs)
      budget -= runs.reduce(0) { $0 + $1.work }
      progress(Double(round + 1) / Double(Self.rounds))
      let isDone = isStopped() || budget <= 0
      if isDone || result.isPrecise(from: model.architecture.components.count) { break }
    }
    return result
  }
}
