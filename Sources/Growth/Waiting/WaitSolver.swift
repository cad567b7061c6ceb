import Architecture

/// Finds how requests wait at every component, callees before callers.
struct WaitSolver {
  let model: GrowthModel
  let multiple: Double
  /// Per component, what is known from a closed network.
  let closed: [Int: ArrivalSeenQueue]

  /// Per component, the mean wait for its servers where callers are few, in seconds.
  private var finiteSourceWaits: [Int: Double] = [:]

  init(model: GrowthModel, multiple: Double, closed: [Int: ArrivalSeenQueue]) {
    self.model = model
    self.multiple = multiple
    self.closed = closed
  }

  /// Times from request to answer per node, and waits per component.
  ///
  /// Callees are first asked as if callers were many; callers whose servers are few then tell how
  /// long they can be waiting at once.
  var solved: (times: NodeTimes, waits: [ResponseTimes.Wait]) {
    var solver = self
    var solution = solver.pass
    for _ in 0..<Self.passes {
      let finiteSourceWaits = solver.finiteSourceWaits(solution.times, solution.waits)
      let isSettled = finiteSourceWaits.keys.allSatisfy { key in
        abs((finiteSourceWaits[key] ?? 0) - (solver.finiteSourceWaits[key] ?? .infinity)) <= 1e-6
          * (finiteSourceWaits[key] ?? 0)
      }
      guard !isSettled else { break }
      solver.finiteSourceWaits = finiteSourceWaits
      solution = solver.pass
    }
    return solution
  }

  /// Passes after which layers that feel each other are taken as they are.
  private static let passes = 8

  private var pass: (times: NodeTimes, waits: [ResponseTimes.Wait]) {
    let times = model.tree.times { wait($0, $1).moments }
    return (times, model.stations.indices.map { wait($0, times) })
  }

  private func wait(_ component: Int, _ times: NodeTimes) -> ResponseTimes.Wait {
    guard !model.architecture.components[component].isLost else { return .saturated(.beyond) }
    if let queue = closed[component] { return .found(queue) }
    let station = model.stations[component]
    guard station.servers != nil else {
      let role = model.architecture.components[component].kind.role
      return .none(isAtLeast: !station.isUnbounded && (role == .work || role == .store))
    }
    if station.bufferCapacity == nil, let blocked = blocked(component, times),
      let queue = blocked.queue
    {
      return .endless(queue)
    }
    let mix = mix(station, times)
    guard mix.holdingTime.saturation == .none else { return .saturated(mix.holdingTime.saturation) }
    guard mix.rate > 0 else { return .none(isAtLeast: mix.holdingTime.isAtLeast) }
    guard let staffing = station.staffing(for: mix.rate * mix.holdingTime.mean) else {
      return .none(isAtLeast: true)
    }
    let (servers, variability) = (staffing.servers, mix.holdingTime.variability)
    let service = mix.holdingTime.mean * staffing.contentionFactor
    if let bufferCapacity = station.bufferCapacity {
      return .bounded(
        BoundedQueue(
          arrivals: mix.rate, service: service, servers: servers, bufferCapacity: bufferCapacity,
          variability: variability))
    }
    var queue = MultiServerQueue(
      arrivals: mix.rate, service: service, servers: servers, variability: variability)
    if let finiteSourceWaits = finiteSourceWaits[component], queue.isStable {
      queue = queue.waiting(finiteSourceWaits)
    }
    // Beyond what the laws allow there is no end; before it, calls that wait are to blame.
    let isBeyond = model.limits[component].contains { $0.utilisation(at: multiple) >= 1 }
    return queue.isStable ? .endless(queue) : .saturated(isBeyond ? .beyond : .near)
  }

  /// Rate of all work of a station, and the time a random piece of it holds a server.
  func mix(_ station: Station, _ times: NodeTimes) -> (rate: Double, holdingTime: Moments) {
    var (rate, mean, square) = (0.0, 0.0, 0.0)
    var flags = Moments()
    for work in station.work where work.load.isUsed {
      let own = model.tree.holdingTime(work, times)
      let arrivals = work.arrivals(at: multiple)
      rate += arrivals
      mean += arrivals * own.mean
      square += arrivals * (own.variance + own.mean * own.mean)
      flags.isAtLeast = flags.isAtLeast || own.isAtLeast || work.load.isAtLeast
      flags.saturation = max(flags.saturation, own.saturation)
    }
    guard rate > 0 else { return (rate, flags) }
    flags.mean = mean / rate
    flags.variance = max(0, square / rate - flags.mean * flags.mean)
    return (rate, flags)
  }
}
