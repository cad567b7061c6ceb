import Architecture

/// Waits and response times of everything at one multiple of today's demand, by queueing models.
package struct ResponseTimes: Sendable {
  /// How requests wait for a server of a component.
  enum Wait: Sendable {
    /// Nobody waits, or nothing tells who does.
    case none(isAtLeast: Bool)
    case endless(MultiServerQueue)
    case bounded(BoundedQueue)
    /// As in a closed network.
    case found(ArrivalSeenQueue)
    /// The queue has no end, or is too near to that.
    case saturated(Moments.Saturation)
  }

  let multiple: Double
  /// The model under the demand at this multiple: users come as fast as they are answered, and who
  /// is turned away asks nothing further on.
  let model: GrowthModel
  /// Per node.
  let times: NodeTimes
  /// Per component.
  let waits: [Wait]
  /// Per node, the slowest of the calls it makes at the same time; nil when it makes none.
  let slowest: [Moments?]
  /// What users who come again do; nil when there are none.
  let closed: ClosedLoad?
  var tree: CallTree { model.tree }
  /// Per node, from request to answer.
  var responses: [Moments] { times.responses }

  init(_ today: GrowthModel, at multiple: Double) {
    let closed = today.closedLoad(at: multiple)
    var model = closed.map { today.with(throughput: $0.throughput, at: multiple) } ?? today
    var solver = WaitSolver(model: model, multiple: multiple, closed: closed?.waits ?? [:])
    var (times, waits) = solver.solved
    // What full rooms turn away is missing further on, where it may leave rooms less full in turn.
    for _ in 0..<Self.rounds {
      let acceptedFraction = waits.map(\.acceptedFraction)
      let change = zip(acceptedFraction, model.acceptedFraction).map { abs($0 - $1) }.max() ?? 0
      guard change > 1e-9 else { break }
      model = GrowthModel(model, journeys: model.journeys, acceptedFraction: acceptedFraction)
      solver = WaitSolver(model: model, multiple: multiple, closed: closed?.waits ?? [:])
      (times, waits) = solver.solved
    }
    self.multiple = multiple
    self.model = model
    self.closed = closed
    self.times = times
    self.waits = waits
    slowest = times.responses.indices.map { model.tree.slowest(of: $0, times) }
  }

  /// Rounds after which losses that feed on each other are taken as they are.
  private static let rounds = 20

  /// The time that requests and messages spend at a component; nil when none come.
  package func response(of component: Int) -> ResponseTime? {
    let used = model.stations[component].work.filter { $0.arrivals(at: multiple) > 0 }
    let total = used.reduce(0) { $0 + $1.arrivals(at: multiple) }
    guard total > 0 else { return nil }
    let parts = used.map { work in
      ResponseTime.Part(
        weight: work.arrivals(at: multiple) / total, node: work.node, message: work.relation)
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
    var time = tree.holdingTime(ofMessage: relation, at: part.node, times)
    time.add(waits[tree.components[part.node]].moments)
    return time
  }
}

extension ResponseTimes.Wait {
  /// Mean and variance of the wait for a server.
  var moments: Moments {
    switch self {
    case .none(let isAtLeast): return Moments(isAtLeast: isAtLeast)
    case .saturated(let saturation): return Moments(saturation: saturation)
    case .endless(let queue):
      return Moments(
        mean: queue.meanWait, variance: queue.squaredWait - queue.meanWait * queue.meanWait)
    case .bounded(let queue):
      return Moments(
        mean: queue.meanWait,
        variance: max(0, queue.squaredWait - queue.meanWait * queue.meanWait))
    case .found(let queue):
      return Moments(
        mean: queue.meanWait,
        variance: max(0, queue.squaredWait - queue.meanWait * queue.meanWait))
    }
  }

  /// Servers that are there; nil where that does not matter.
  var servers: Double? {
    switch self {
    case .none, .saturated: nil
    case .endless(let queue): queue.servers
    case .bounded(let queue): queue.servers
    case .found(let queue): queue.servers
    }
  }

  /// Share of what comes that is not turned away.
  var acceptedFraction: Double {
    if case .bounded(let queue) = self { 1 - queue.loss } else { 1 }
  }

  /// The transform of the wait for a server.
  func transform(_ s: Complex) -> Complex {
    switch self {
    case .none, .saturated: return Complex(1)
    case .endless(let queue): return queue.waitTransform(s)
    case .found(let queue): return queue.transform(s)
    case .bounded(let queue):
      let step = queue.step(s)
      let ratio = queue.arrivals * queue.service / queue.servers
      // Who finds n waiting waits for n + 1 departures; n is geometric up to the last place.
      let ends =
        queue.firstInLine * step
        - queue.beyondLast * (step * step.raised(to: queue.bufferCapacity))
      return Complex(1 - queue.waitProbability) + ends / (Complex(1) - ratio * step)
    }
  }
}
