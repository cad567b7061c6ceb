import Architecture

/// Finds how requests wait at every component, callees before callers.
struct WaitSolver {
  let model: GrowthModel
  let multiple: Double
  /// Per component, what is known from a closed network.
  let closed: [Int: FoundQueue]

  /// Times from request to answer per node, and waits per component.
  var solved: (responses: [Moments], waits: [ResponseTimes.Wait]) {
    let responses = model.tree.responses { wait($0, $1).moments }
    return (responses, model.stations.indices.map { wait($0, responses) })
  }

  private func wait(_ component: Int, _ responses: [Moments]) -> ResponseTimes.Wait {
    guard !model.architecture.components[component].isLost else { return .saturated(.beyond) }
    if let queue = closed[component] { return .found(queue) }
    let station = model.stations[component]
    guard station.servers != nil else {
      let role = model.architecture.components[component].kind.role
      return .none(isPartial: !station.isUnbounded && (role == .work || role == .store))
    }
    let mix = mix(station, responses)
    guard mix.hold.saturation == .none else { return .saturated(mix.hold.saturation) }
    guard mix.rate > 0 else { return .none(isPartial: mix.rate.isNaN) }
    guard let crew = station.crew(for: mix.rate * mix.hold.mean) else {
      return .none(isPartial: true)
    }
    let (servers, variability) = (crew.servers, mix.hold.variability)
    let service = mix.hold.mean * crew.stretch
    if let room = station.room {
      return .bounded(
        BoundedQueue(
          arrivals: mix.rate, service: service, servers: servers, room: room,
          variability: variability))
    }
    let queue = MultiServerQueue(
      arrivals: mix.rate, service: service, servers: servers, variability: variability)
    // Beyond what the laws allow there is no end; before it, calls that wait are to blame.
    let isBeyond = model.limits[component].contains { $0.utilisation(at: multiple) >= 1 }
    return queue.isStable ? .endless(queue) : .saturated(isBeyond ? .beyond : .near)
  }

  /// Rate of all work of a station, and the time a random piece of it holds a server.
  private func mix(_ station: Station, _ responses: [Moments]) -> (rate: Double, hold: Moments) {
    var (rate, mean, square) = (0.0, 0.0, 0.0)
    var flags = Moments()
    for work in station.work where work.load.isUsed {
      let own = model.tree.hold(work, responses)
      let arrivals = work.load.peak(at: multiple)
      rate += arrivals
      mean += arrivals * own.mean
      square += arrivals * (own.variance + own.mean * own.mean)
      flags.isPartial = flags.isPartial || own.isPartial
      flags.saturation = max(flags.saturation, own.saturation)
    }
    guard rate > 0 else { return (rate, flags) }
    flags.mean = mean / rate
    flags.variance = max(0, square / rate - flags.mean * flags.mean)
    return (rate, flags)
  }
}
