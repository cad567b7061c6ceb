import Architecture

extension GrowthModel {
  /// Callers up to which they are counted one by one.
  private static let mostCallers = 10_000.0

  /// Stations of which more is asked than they carry, while their callers have too few servers to
  /// make anybody wait as long as a timeout: who comes finds all the others before it.
  ///
  /// With N servers of callers and capacity X nobody waits longer than about N / X; only where the
  /// shortest timeout is longer than that, nobody gives up, and no work is done in vain.
  func waitsForCallers(at multiple: Double) -> [Int: ArrivalSeenQueue] {
    var overloaded = Set(
      limits.indices.filter { station in
        stations[station].servers != nil && stations[station].bufferCapacity == nil
          && stations[station].parts.count == 1
          && limits[station].contains { $0.kind == .servers && $0.utilisation(at: multiple) >= 1 }
      })
    guard !overloaded.isEmpty else { return [:] }
    // Those who come from outside hold no server of anybody.
    for (index, relation) in architecture.relations.enumerated()
    where relation.journey != nil || !relation.isSynchronous && demand.isReached[index] {
      overloaded.remove(relation.target.component)
    }
    guard !overloaded.isEmpty else { return [:] }
    var callers: [Int: [Int: Double]] = [:]
    var patience: [Int: Double] = [:]
    for (node, calls) in tree.calls.enumerated() {
      for (target, calls) in Dictionary(grouping: calls, by: { tree.components[$0.target] })
      where overloaded.contains(target) {
        let owner = tree.components[node]
        let atOnce = calls.reduce(0) { $0 + ($1.isParallel ? max(1, $1.uses) : 0) }
        let held =
          (stations[owner].servers ?? .infinity) * stations[owner].parts.count * max(1, atOnce)
        callers[target, default: [:]][owner] = max(callers[target]?[owner] ?? 0, held)
        for call in calls {
          let timeout = architecture.patience(of: call.relation)?.seconds ?? 0
          patience[target] = min(patience[target] ?? .infinity, timeout)
        }
      }
    }
    var waits: [Int: ArrivalSeenQueue] = [:]
    for (target, held) in callers {
      let work = stations[target].work
      guard let servers = stations[target].servers, work.allSatisfy({ $0.relation == nil }) else {
        continue
      }
      let arrivals = work.reduce(0) { $0 + $1.arrivals(at: multiple) }
      let busy = work.reduce(0) { $0 + $1.arrivals(at: multiple) * holdingTime($1).mean }
      let (count, service) = (held.values.reduce(0, +), busy / arrivals)
      guard count <= Self.mostCallers, count > servers,
        count * service / servers < patience[target] ?? 0
      else { continue }
      var found = [Double](repeating: 0, count: Int(count))
      found[found.count - 1] = 1
      waits[target] = ArrivalSeenQueue(found: found, servers: servers, service: service)
    }
    return waits
  }
}
