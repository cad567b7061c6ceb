import Architecture

extension ResponseTimes {
  /// Utilisation of callers up to which layers foretell waits well.
  ///
  /// Arrivals at what they call are then as random as the models take them for; this and the next
  /// were found by simulating random systems.
  private static let busy = 0.5
  /// Servers of callers from which on the same holds.
  private static let fewServers = 16.0

  /// Where the models are known to be wrong; when more arrives somewhere than is carried, only what
  /// keeps a queue from growing without end can be known better.
  var doubts: [ModelLimitation] {
    let isBeyond = waits.stations.contains {
      if case .saturated(.beyond) = $0 { true } else { false }
    }
    // Users who wait are never more than are carried.
    let users = closed?.doubted.map(ModelLimitation.users) ?? []
    guard !isBeyond else { return users + withdrawals }
    return users + rooms + branches + blockedServers + retries + repeats + unevenParts
  }

  private var blockedServers: [ModelLimitation] {
    waits.stations.indices.compactMap { component in
      let (utilisation, servers): (Double, Double)
      switch waits.stations[component] {
      case .saturated: return .blockedServers(component: model.owner(of: component))
      case .none, .found: return nil
      case .endless(let queue): (utilisation, servers) = (queue.utilisation, queue.servers)
      case .bounded(let queue): (utilisation, servers) = (queue.utilisation, queue.servers)
      }
      let isFelt = tree.nodes(of: component).contains { node in
        let holdingTime = tree.holdingTime(of: node, waits.times).mean
        return holdingTime - model.idleHoldingTime(of: node) > WaitSolver.felt * holdingTime
      }
      return isFelt && (utilisation > Self.busy || servers < Self.fewServers)
        ? .blockedServers(component: model.owner(of: component)) : nil
    }
  }

  /// Bounded rooms are modelled for exponential work; a loose room is none.
  private var rooms: [ModelLimitation] {
    waits.stations.indices.compactMap { component in
      guard case .bounded(let queue) = waits.stations[component], queue.loss > 1e-3,
        abs(queue.variability - 1) > 0.2
      else { return nil }
      return .rooms(component: model.owner(of: component))
    }
  }

  /// Times of calls at the same time are taken for gammas of their mean and variance, so that those
  /// with much longer tails are doubted: by the third cumulant, 2 m^3 v^2 of each gamma in them.
  private var branches: [ModelLimitation] {
    guard waits.responses.count <= Budget.largeSystem else { return [] }
    var isLong: [Int: Bool] = [:]
    return tree.calls.indices.compactMap { node in
      let isDoubted = tree.calls[node].contains { call in
        guard call.isParallel else { return false }
        let known = isLong[call.target] ?? hasLongTail(call.target)
        isLong[call.target] = known
        return known
      }
      return isDoubted ? .branches(component: model.owner(of: tree.components[node])) : nil
    }
  }

  private func hasLongTail(_ node: Int) -> Bool {
    let time = waits.responses[node]
    guard time.saturation == .none, time.mean > 0, time.variability > 0.01 else { return false }
    var cumulant = 0.0
    for (node, visits) in tree.visits([(node, 1)]).enumerated() where visits > 0 {
      guard let own = tree.own[node] else { continue }
      let spread = own.variability ?? 1
      cumulant += visits * 2 * own.mean * own.mean * own.mean * spread * spread
    }
    return cumulant > 1.8 * 2 * time.variance * time.variance / time.mean
  }

  /// Share of the variance of a journey from which waits that go together are felt in its tail.
  ///
  /// Waits of one journey for the same component are summed as if each found another day's queue;
  /// this was found by simulating stations that are asked 2 to 10 times in turn.
  private static let together = 0.1

  private var repeats: [ModelLimitation] {
    model.entries.enumerated().compactMap { journey, calls in
      let time = response(of: calls)
      guard time.isBounded, !time.isAtLeast else { return nil }
      var asked = [Double](repeating: 0, count: waits.stations.count)
      for (node, visits) in tree.visits(calls).enumerated() where visits > 0 {
        asked[tree.components[node]] += visits
      }
      let extra = asked.indices.reduce(0) { sum, component in
        asked[component] > 1
          ? sum + asked[component] * (asked[component] - 1)
            * waits.stations[component].moments.variance
          : sum
      }
      return extra > Self.together * time.variance ? .repeats(journey: journey) : nil
    }
  }

  private var unevenParts: [ModelLimitation] {
    model.stations.indices.filter {
      model.stations[$0].parts.isUneven && isQueued($0)
    }.map { .parts(component: model.owner(of: $0)) }
  }

  private func isQueued(_ component: Int) -> Bool {
    if case .none = waits.stations[component] { false } else { true }
  }

  /// Calls of what is beyond its capacity that are taken out of its queue once they are late.
  private var withdrawals: [ModelLimitation] {
    tree.calls.joined().compactMap { call in
      let facts = model.architecture.relations[call.relation].facts
      return waits.responses[call.target].saturation == .beyond
        && model.architecture.patience(of: call.relation) != nil
        && facts.isTrue(.cancels) ? .retries(relation: call.relation) : nil
    }
  }

  /// Calls that are tried again where more than one in a thousand is turned away, or exceeds its
  /// timeout, taken for a gamma.
  private var retries: [ModelLimitation] {
    tree.calls.enumerated().flatMap { node, calls in
      calls.compactMap { call -> ModelLimitation? in
        let relation = model.architecture.relations[call.relation]
        let time = waits.responses[call.target]
        if relation.attempts > 1,
          waits.stations[tree.components[call.target]].acceptedFraction < 0.999
        {
          return .retries(relation: call.relation)
        }
        guard let timeout = model.architecture.patience(of: call.relation)?.seconds, time.mean > 0,
          time.saturation == .none, isQueued(tree.components[call.target])
        else { return nil }
        let tail = Gamma.tail(
          timeout, mean: time.mean, shape: 1 / max(time.variability, 1e-4))
        return tail > 1e-3 ? .retries(relation: call.relation) : nil
      }
    }
  }
}
