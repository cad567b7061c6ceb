import Architecture

/// Waits and response times of everything at one multiple of today's demand, by queueing models.
package struct ResponseTimes: Sendable {
  /// How requests wait for a server of a component.
  enum Wait: Sendable {
    /// Nobody waits, or nothing tells who does.
    case none(isPartial: Bool)
    case endless(MultiServerQueue)
    case bounded(BoundedQueue)
    /// The queue has no end, or is too near to that.
    case saturated(Moments.Saturation)
  }

  let multiple: Double
  let tree: CallTree
  private let stations: [Station]
  /// Per node.
  let responses: [Moments]
  /// Per component.
  let waits: [Wait]
  /// Per node, the slowest of the calls it makes at the same time; nil when it makes none.
  let slowest: [Moments?]

  init(_ model: GrowthModel, at multiple: Double) {
    let (tree, stations, limits) = (model.tree, model.stations, model.limits)
    let needsServers = model.architecture.components.map {
      [.work, .store].contains($0.kind.role)
    }
    func wait(_ component: Int, _ responses: [Moments]) -> Wait {
      guard !model.architecture.components[component].isLost else { return .saturated(.beyond) }
      let station = stations[component]
      guard let servers = station.servers else { return .none(isPartial: needsServers[component]) }
      let mix = Self.mix(station, at: multiple, tree, responses)
      guard mix.hold.saturation == .none else { return .saturated(mix.hold.saturation) }
      guard mix.rate > 0 else { return .none(isPartial: mix.rate.isNaN) }
      let (service, variability) = (mix.hold.mean * station.stretch, mix.hold.variability)
      if let room = station.room {
        return .bounded(
          BoundedQueue(
            arrivals: mix.rate, service: service, servers: servers, room: room,
            variability: variability))
      }
      let queue = MultiServerQueue(
        arrivals: mix.rate, service: service, servers: servers, variability: variability)
      // Beyond what the laws allow there is no end; before it, calls that wait are to blame.
      let isBeyond = limits[component].contains { $0.utilisation(at: multiple) >= 1 }
      return queue.isStable ? .endless(queue) : .saturated(isBeyond ? .beyond : .near)
    }
    let responses = tree.responses { wait($0, $1).moments }
    self.multiple = multiple
    self.tree = tree
    self.stations = stations
    self.responses = responses
    waits = stations.indices.map { wait($0, responses) }
    slowest = responses.indices.map { tree.slowest(of: $0, responses) }
  }

  /// Rate of all work of a station, and the time a random piece of it holds a server.
  private static func mix(
    _ station: Station, at multiple: Double, _ tree: CallTree, _ responses: [Moments]
  ) -> (rate: Double, hold: Moments) {
    var (rate, mean, square) = (0.0, 0.0, 0.0)
    var flags = Moments()
    for work in station.work where work.load.isUsed {
      let own = hold(work, tree, responses)
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

  private static func hold(
    _ work: Station.Work, _ tree: CallTree, _ responses: [Moments]
  ) -> Moments {
    work.relation.map { tree.hold(ofMessage: $0, at: work.node, responses) }
      ?? tree.hold(of: work.node, responses)
  }

  /// The time that requests and messages spend at a component; nil when none come.
  package func response(of component: Int) -> ResponseTime? {
    let used = stations[component].work.filter { $0.load.peak(at: multiple) > 0 }
    let total = used.reduce(0) { $0 + $1.load.peak(at: multiple) }
    guard total > 0 else { return nil }
    let parts = used.map { work in
      ResponseTime.Part(
        weight: work.load.peak(at: multiple) / total, node: work.node, message: work.relation)
    }
    return ResponseTime(self, .oneOf(parts))
  }

  /// The time that calls take, one after the other.
  func response(of calls: [(node: Int, uses: Double)]) -> ResponseTime {
    ResponseTime(self, .allOf(calls.map { .init(weight: $0.uses, node: $0.node, message: nil) }))
  }

  /// Mean and variance of the time from request, or from a message's arrival, to the end of it.
  func moments(_ part: ResponseTime.Part) -> Moments {
    guard let relation = part.message else { return responses[part.node] }
    var time = tree.hold(ofMessage: relation, at: part.node, responses)
    time.add(waits[tree.components[part.node]].moments)
    return time
  }
}

extension ResponseTimes.Wait {
  /// Mean and variance of the wait for a server.
  var moments: Moments {
    switch self {
    case .none(let isPartial): return Moments(isPartial: isPartial)
    case .saturated(let saturation): return Moments(saturation: saturation)
    case .endless(let queue):
      let square = 2 * queue.meanWait * queue.delay
      return Moments(mean: queue.meanWait, variance: square - queue.meanWait * queue.meanWait)
    case .bounded(let queue):
      return Moments(
        mean: queue.meanWait,
        variance: max(0, queue.squaredWait - queue.meanWait * queue.meanWait))
    }
  }

  /// The transform of the wait for a server.
  func transform(_ s: Complex) -> Complex {
    switch self {
    case .none, .saturated: return Complex(1)
    case .endless(let queue):
      return Transform.repeated(
        queue.waitProbability, Transform.exponential(mean: queue.delay, s))
    case .bounded(let queue):
      let step = Transform.exponential(mean: queue.step, s)
      let ratio = queue.arrivals * queue.service / queue.servers
      // Who finds n waiting waits for n + 1 departures; n is geometric up to the last place.
      let ends =
        queue.firstInLine * step
        - queue.beyondLast * (step * step.raised(to: queue.room))
      return Complex(1 - queue.waitProbability) + ends / (Complex(1) - ratio * step)
    }
  }
}
