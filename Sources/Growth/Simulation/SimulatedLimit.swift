import Architecture

/// A limit on requests per second in a simulation: a bucket of tokens, of which each request takes
/// one, and turned away is who finds none.
///
/// The law holds such a limit against a mean, so that the bucket is deep enough for what comes at
/// random, and several at a time, to be let through up to it: a second's tokens, and a thousand at
/// least. Of what comes at 0.97 of it hardly any is turned away, and of more what is beyond it. It
/// is empty in the beginning, and kept as the time at which it would be full (ITU-T I.371, annex
/// A).
struct SimulatedLimit: Sendable {
  /// The only calls that it stops; nil when it stops all.
  let stops: RelationKind?
  /// Seconds until there is another token; infinite where nothing is let through.
  let interval: Double
  /// Seconds until an empty bucket is full.
  let depth: Double

  private static let fewestTokens = 1000.0

  init(stops: RelationKind?, perSecond: Double) {
    self.stops = stops
    interval = 1 / perSecond
    depth = max(1, Self.fewestTokens * interval)
  }
}

extension SimulationRun {
  /// Takes a token of each limit of a station that a request falls under; false when one has none.
  @inline(__always)
  mutating func isWithinLimits(_ request: Int32, of station: Int) -> Bool {
    let limits = network.stations[station].limits
    guard !limits.isEmpty else { return true }
    let call = requests[Int(request)].call
    let kind = call < 0 ? nil : network.calls[Int(call)].kind
    for index in limits where network.limits[index].isEmpty(due: due[index], now, kind) {
      return false
    }
    for index in limits where network.limits[index].concerns(kind) {
      due[index] = max(due[index], now) + network.limits[index].interval
    }
    return true
  }
}

extension SimulatedLimit {
  fileprivate func concerns(_ kind: RelationKind?) -> Bool { stops == nil || stops == kind }

  /// Whether it has no token for a call of some kind, with a bucket that would be full at a time.
  fileprivate func isEmpty(due: Double, _ now: Double, _ kind: RelationKind?) -> Bool {
    concerns(kind) && !(due - now + interval <= depth)
  }
}

extension NetworkParts {
  /// The limits per second of each component, as many requests as they let through of today's mix.
  func limits() -> [[SimulatedLimit]] {
    let architecture = model.architecture
    var rates: [RelationKind: [Double]] = [:]
    for (index, relation) in architecture.relations.enumerated() where model.demand.isReached[index]
    {
      guard relation.kind == .reads || relation.kind == .writes else { continue }
      rates[relation.kind, default: architecture.components.map { _ in 0 }][
        relation.target.component] += model.demand.relations[index].peak(at: multiple)
    }
    return model.limits.enumerated().map { component, limits in
      limits.filter(\.kind.isRate).compactMap { limit in
        let all = limit.requests.peak(at: multiple)
        let rate = limit.stops.map { rates[$0]?[component] ?? 0 } ?? all
        let used = limit.utilisation(at: multiple)
        guard rate > 0, used > 0 else { return nil }
        return SimulatedLimit(stops: limit.stops, perSecond: rate / used)
      }
    }
  }
}
