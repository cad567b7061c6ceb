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

extension Wait {
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

  /// Seconds in which a queue forgets how long it was; 0 where that is no longer than work takes.
  ///
  /// Of M/M/c it is 1 / (c mu (1 - sqrt rho)^2) (J. W. Cohen, "The Single Server Queue", 1982, for
  /// one server); other work prolongs it as it does waits.
  var relaxationTime: Double {
    guard case .endless(let queue) = self, queue.isStable else { return 0 }
    let gap = 1 - queue.utilisation.squareRoot()
    return queue.service * (1 + queue.variability) / 2 / (queue.servers * gap * gap)
  }

  /// Seconds until all places of a room are taken, or free again; 0 where nothing bounds it.
  ///
  /// At a load of just its capacity it takes as long as a random walk over all places.
  var fillingTime: Double {
    guard case .bounded(let queue) = self else { return 0 }
    let (places, step) = (queue.servers + queue.bufferCapacity, queue.service / queue.servers)
    return places * step * min(1 / abs(1 - queue.arrivals * step), places)
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
