extension SimulationResult {
  /// The share of what comes to each of the last stations, which are the journeys, that is served
  /// without gathering; what is under way at the end of a short run counts as served.
  package func servedShares(journeys count: Int) -> [Double] {
    names.indices.suffix(count).map { station in
      guard let measured = measures(of: station) else { return 1 }
      let isOver = runs.contains(where: \.isOverrun)
      let answered = isOver ? 0 : measured.served / measured.arrivals + Self.underWay
      return min(1 - measured.loss, answered)
    }
  }

  /// Share of what comes in a short run that may be under way at its end.
  private static let underWay = 0.01
}
