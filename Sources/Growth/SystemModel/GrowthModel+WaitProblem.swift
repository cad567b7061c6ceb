import Architecture

extension GrowthModel {
  /// How requests come to the stations at a multiple of today's demand.
  func waitProblem(at multiple: Double, seen: [Int: ArrivalSeenQueue] = [:]) -> WaitProblem {
    let factors = stations.map { contentionFactor($0, at: multiple) / $0.contentionFactor }
    return WaitProblem(
      tree.stretched(by: factors), stations.indices.map { waitStation($0, at: multiple) },
      seen: seen)
  }

  /// By how much contention stretches the work of a station among the replicas that its autoscaler
  /// holds at a multiple.
  private func contentionFactor(_ station: ComponentStation, at multiple: Double) -> Double {
    guard station.isContended, !station.isConsumer, let scaler = station.scaler else {
      return station.contentionFactor
    }
    let all = station.work.reduce(0) { $0 + $1.arrivals(at: multiple) * holdingTime($1).mean }
    let busy = all * station.parts.share
    let alone = busy / station.contentionFactor
    return station.law.contentionFactor(
      scaler.replicas(for: alone * station.law.contentionFactor(scaler.least)))
  }

  private func waitStation(_ component: Int, at multiple: Double) -> WaitProblem.Station {
    let station = stations[component]
    var result = WaitProblem.Station(
      servers: station.servers, bufferCapacity: station.bufferCapacity)
    result.parts = station.parts
    result.work = station.work.map { work in
      WaitProblem.Work(
        node: work.node, message: work.relation,
        arrivals: work.arrivals(at: multiple) * station.parts.share,
        isUsed: work.load.isUsed, isAtLeast: work.load.isAtLeast)
    }
    guard component < architecture.components.count else {
      let tokens = pools[component - architecture.components.count].tokens
      let held = zip(station.work, result.work).reduce(0) {
        $0 + $1.1.arrivals * holdingTime($1.0).mean
      }
      result.isOverloaded = held >= tokens
      return result
    }
    let role = architecture.components[component].kind.role
    result.scaler = station.isConsumer ? nil : station.scaler
    result.isLost = architecture.components[component].isLost
    result.isOverloaded = limits[component].contains { $0.utilisation(at: multiple) >= 1 }
    result.isSilent = !station.isUnbounded && (role == .work || role == .store)
    return result
  }
}
