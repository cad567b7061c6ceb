import Architecture

extension NetworkParts {
  /// The limits per second of each component, as many requests as they accept of today's mix.
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
      let comes = model.demand.nodes[component].peak(at: multiple)
      guard comes > 0 else { return ofIdle(component) }
      return limits.filter(\.kind.isRate).compactMap { limit in
        let all = limit.requests.peak(at: multiple)
        let rate = limit.stops.map { rates[$0]?[component] ?? 0 } ?? all
        let used = limit.utilisation(at: multiple)
        guard rate > 0, used > 0 else { return nil }
        return SimulatedLimit(
          stops: limit.stops, perSecond: rate / used * model.stations[component].parts.share)
      }
    }
  }

  /// Those of what nobody asks but who falls back on it.
  private func ofIdle(_ component: Int) -> [SimulatedLimit] {
    let facts = model.architecture.components[component].facts
    let limits: [(Property, RelationKind?)] = [
      (.limit, nil), (.readCapacity, .reads), (.writeCapacity, .writes),
    ]
    return limits.compactMap { property, stops in
      facts.number(property).flatMap {
        $0.isFinite && $0 > 0 ? SimulatedLimit(stops: stops, perSecond: $0) : nil
      }
    }
  }
}

extension NetworkParts {
  /// The calls, with a slot for each part of what they call.
  func callsWithSlots(_ stations: [SimulatedNetwork.Station]) -> [SimulatedNetwork.Call] {
    var (calls, slots) = (calls, 0)
    for index in calls.indices {
      calls[index].slot = slots
      slots += Int(
        whole: stations[Int(nodes[Int(calls[index].target)].station)].parts.count,
        most: Budget.parts + 1)
    }
    return calls
  }
}
