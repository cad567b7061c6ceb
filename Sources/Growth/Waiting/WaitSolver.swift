/// Finds how requests wait at every station, callees before callers.
package struct WaitSolver {
  let problem: WaitProblem

  /// Per station, how many times as long requests wait for its servers where callers are few.
  private var finiteSources: [Int: Double] = [:]

  /// A solver of one problem.
  package init(_ problem: WaitProblem) { self.problem = problem }

  /// Times from request to answer per node, and waits per station.
  ///
  /// Callees are first asked as if callers were many; callers whose servers are few then tell how
  /// long they can be waiting at once.
  package var solved: Waits {
    var solver = self
    var solution = solver.pass
    for _ in 0..<Self.passes {
      let factors = solver.finiteSourceFactors(solution.times, solution.waits)
      let isSettled = factors.allSatisfy { station, factor in
        abs(factor - (solver.finiteSources[station] ?? .infinity)) <= 1e-6 * factor
      }
      guard !isSettled else { break }
      solver.finiteSources = factors
      solution = solver.pass
    }
    return Waits(problem.tree, solution.times, solution.waits)
  }

  /// Passes after which layers that feel each other are taken as they are.
  private static let passes = 8

  private var pass: (times: NodeTimes, waits: [Wait]) {
    let times = problem.tree.times { wait($0, $1).moments }
    return (times, problem.stations.indices.map { wait($0, times) })
  }

  private func wait(_ component: Int, _ times: NodeTimes) -> Wait {
    guard !problem.stations[component].isLost else { return .saturated(.beyond) }
    if let queue = problem.seen[component] { return .found(queue) }
    let station = problem.stations[component]
    guard station.servers != nil else { return .none(isAtLeast: station.isSilent) }
    if station.bufferCapacity == nil, let blocked = blocked(component, times),
      let queue = blocked.queue
    {
      return .endless(queue)
    }
    let mix = mix(station, times)
    guard mix.holdingTime.saturation == .none else { return .saturated(mix.holdingTime.saturation) }
    guard mix.rate > 0 else { return .none(isAtLeast: mix.holdingTime.isAtLeast) }
    guard let servers = station.servers(for: mix.rate * mix.holdingTime.mean) else {
      return .none(isAtLeast: true)
    }
    let (service, variability) = (mix.holdingTime.mean, mix.holdingTime.variability)
    if let bufferCapacity = station.bufferCapacity {
      return .bounded(
        BoundedQueue(
          arrivals: mix.rate, service: service, servers: servers, bufferCapacity: bufferCapacity,
          variability: variability))
    }
    var queue = MultiServerQueue(
      arrivals: mix.rate, service: service, servers: servers, variability: variability)
    if let factor = finiteSources[component], queue.isStable {
      queue = queue.waiting(times: factor)
    }
    // Beyond what the laws allow there is no end; before it, calls that wait are to blame.
    return queue.isStable ? .endless(queue) : .saturated(station.isOverloaded ? .beyond : .near)
  }

  /// Rate of all work of a station, and the time a random piece of it holds a server.
  func mix(_ station: WaitProblem.Station, _ times: NodeTimes) -> (
    rate: Double, holdingTime: Moments
  ) {
    var mixture = MomentsMixture()
    for work in station.work where work.isUsed {
      mixture.add(problem.tree.holdingTime(work, times), weight: work.arrivals)
      mixture.isAtLeast = mixture.isAtLeast || work.isAtLeast
    }
    return (mixture.weight, mixture.moments)
  }
}
