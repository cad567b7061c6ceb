import Findings
import Growth

/// How much of each limit is in use by multiple, and what the shares are of.
extension GrowthTables {
  /// How much of each limit is in use.
  var utilisation: GrowthTable {
    GrowthTable(
      title: "Utilisation (law)", subject: "Element", columns: byMultiple,
      rows: limited.map { element in
        let cells = element.points[shown].map { point -> GrowthTable.Cell in
          let tone: GrowthTable.Cell.Tone =
            switch point.utilisation ?? 0 {
            case 1...: .bad
            case 0.7...: .warn
            default: .plain
            }
          return GrowthTable.Cell(point.utilisation.map(GrowthNumber.share) ?? "-", tone)
        }
        return [GrowthTable.Line(name: element.name, cells: cells)]
      }, notes: shares)
  }

  // MARK: - What the shares are of

  /// What some shares are of, where that is not today's capacity and peak.
  private var shares: [String] {
    func names(_ isMeant: (ElementPoint) -> Bool) -> [String] {
      limited.filter { $0.points[shown].contains(where: isMeant) }.map(\.name)
    }
    let scaled = names { $0.limit == .autoscaler }
    let connections = names { $0.limit == .connections }
    let held = limited.filter(isHeldBack).map(\.name)
    return means(names { $0.limit?.isAboutMeans == true })
      + (scaled.isEmpty ? [] : ["\(listed(scaled)): share of the autoscaler's maximum"])
      + (connections.isEmpty
        ? [] : ["\(listed(connections)): connections of as few replicas as the load needs"])
      + (held.isEmpty ? [] : ["\(listed(held)): what is in front lets no more through"])
  }

  /// Whether its use stays behind the demand, and it is not full.
  private func isHeldBack(_ element: ElementForecast) -> Bool {
    guard let first = element.points[shown].first?.utilisation, first > 0,
      let start = shown.first
    else { return false }
    return shown.contains { index in
      guard let point = element.points[index].utilisation, point < 1,
        element.points[index].limit == element.points[start].limit
      else { return false }
      return point < first * 0.95 * forecast.multiples[index] / forecast.multiples[start]
    }
  }

  /// Of what its queue spares the peak.
  func means(_ names: [String]) -> [String] {
    names.isEmpty
      ? []
      : ["\(listed(names)): counted from the mean rate, since the queue in front absorbs the peak"]
  }
}
