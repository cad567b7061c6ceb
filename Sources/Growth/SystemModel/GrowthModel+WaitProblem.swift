import Architecture

extension GrowthModel {
  /// How requests come to the stations at a multiple of today's demand.
  func waitProblem(at multiple: Double, seen: [Int: ArrivalSeenQueue] = [:]) -> WaitProblem {
    WaitProblem(
      tree, stations.indices.map { waitStation($0, at: multiple) }, seen: seen)
  }

  private func waitStation(_ component: Int, at multiple: Double) -> WaitProblem.Station {
    let (station, role) = (stations[component], architecture.components[component].kind.role)
    var result = WaitProblem.Station(
      servers: station.servers, bufferCapacity: station.bufferCapacity)
    result.law = station.law
    result.contentionFactor = station.contentionFactor
    result.scaler = station.isConsumer ? nil : station.scaler
    result.isLost = architecture.components[component].isLost
    result.isOverloaded = limits[component].contains { $0.utilisation(at: multiple) >= 1 }
    result.isSilent = !station.isUnbounded && (role == .work || role == .store)
    result.work = station.work.map { work in
      WaitProblem.Work(
        node: work.node, message: work.relation, arrivals: work.arrivals(at: multiple),
        isUsed: work.load.isUsed, isAtLeast: work.load.isAtLeast)
    }
    return result
  }
}
