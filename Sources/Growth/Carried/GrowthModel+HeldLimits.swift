import Architecture
import Findings

/// Servers held: all in use, and waiting for others' servers.
extension GrowthModel {
  /// What servers carry that wait for others' servers: the throughput of the closed network that
  /// they are when all are in use, at the load at which that is reached.
  func heldLimits() -> [(component: Int, limit: Limit)] {
    let front = front * Self.near
    let near = architecture.components.indices.compactMap { index -> (index: Int, law: Limit)? in
      guard let law = serverLimit(of: index),
        law.headroom <= front, waitsForServers(index)
      else { return nil }
      return (index, law)
    }.sorted { ($0.law.headroom, $0.index) < ($1.law.headroom, $1.index) }
    guard !near.isEmpty else { return [] }
    let solver = WaitSolver(waitProblem(at: 1))
    let loaded = SolvedLoads { LoadedTimes(WaitSolver(waitProblem(at: $0))) }
    return near.prefix(most).compactMap { index, law in
      guard
        let multiple = heldMultiple(index, law, solver, loaded), multiple > 0
      else { return nil }
      let limit = Limit(
        .held, law.requests, capacity: law.requests.peak(at: multiple), basis: law.basis,
        inputs: law.inputs, isAtMost: law.isAtMost)
      return limit.map { (index, $0) }
    }
  }

  /// Halvings until a load is known well enough; those with waits of callees cost more.
  private static let (heldHalvings, loadedHalvings) = (16, 9)

  func waitsForServers(_ index: Int) -> Bool {
    tree.nodes(of: index).contains { node in
      tree.calls[node].contains { stations[tree.components[$0.target]].servers != nil }
    }
  }

  /// The multiple of today's demand at which as much comes as is carried.
  private func heldMultiple(
    _ index: Int, _ law: Limit, _ solver: WaitSolver, _ loaded: SolvedLoads<LoadedTimes>
  ) -> Double? {
    func isCarried(_ multiple: Double) -> Bool? {
      solver.blockedCapacity(index, idle, at: multiple).map {
        $0 >= law.requests.peak(at: multiple) * stations[index].parts.share
      }
    }
    guard law.requests.peak > 0 else { return nil }
    let most = law.headroom * 0.99
    let alone =
      isCarried(most) == false
      ? Root.greatest(from: 0, to: most, halvings: Self.heldHalvings) { isCarried($0) == true }
      : nil
    return loadedMultiple(index, law, loaded, below: min(alone ?? most, front * 0.99)) ?? alone
  }

  /// The same where what callees wait for in turn is felt as well, and the longest of calls at the
  /// same time; nil where that is no less.
  private func loadedMultiple(
    _ index: Int, _ law: Limit, _ loaded: SolvedLoads<LoadedTimes>, below most: Double
  ) -> Double? {
    guard architecture.components.count <= Budget.usualSize else { return nil }
    let share = stations[index].parts.share
    func isCarried(_ multiple: Double) -> Bool {
      let known = loaded[multiple]
      let carried = known.solver.blockedCapacity(index, known.times, isLoaded: true)
      return carried.map { $0 >= law.requests.peak(at: multiple) * share } ?? true
    }
    guard !isCarried(most) else { return nil }
    return Root.greatest(from: 0, to: most, halvings: Self.loadedHalvings, where: isCarried)
  }
}

/// A solver of the waits at one load, and the times it finds.
private struct LoadedTimes {
  let solver: WaitSolver
  let times: NodeTimes

  init(_ solver: WaitSolver) { (self.solver, times) = (solver, solver.solved.times) }
}
