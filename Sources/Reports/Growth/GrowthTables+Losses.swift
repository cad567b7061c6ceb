import Findings
import Growth

/// What is left of each limit without one zone, and while caches are cold.
extension GrowthTables {
  /// The elements that lose something; empty when zones and caches are unknown, or do not matter.
  var losses: GrowthTable {
    let touched = forecast.elements.compactMap { element in
      element.first.map { (name: element.name, limit: $0) }
    }.filter { $0.limit.withoutZone != nil || $0.limit.headroomColdCaches != nil }
    return GrowthTable(
      title: "After a loss (law)", subject: "Element",
      columns: [
        .number("x peak", 8, "Headroom"), .number("n-1", 8, "Without one replica"),
        .number("cold caches", 13, "With cold caches"),
        .number("worst zone", 12, "Without the worst zone"), .words("", 14, "Zone"),
      ],
      rows: touched.map { name, limit in
        let cells = [
          limit.headroom, limit.headroomWithoutOne, limit.headroomColdCaches,
          limit.withoutZone?.headroom,
        ]
        let zone = GrowthTable.Cell(limit.withoutZone?.zone ?? "")
        return [GrowthTable.Line(name: name, cells: cells.map(cell) + [zone])]
      }, notes: touched.isEmpty ? [] : whole)
  }

  /// The headroom of the whole system then.
  private var whole: [String] {
    func words(_ loss: LossForecast) -> String {
      "headroom \(Unit.carried(loss.headroom))x: \(loss.element) saturates first"
    }
    let parts = [
      forecast.withoutZone.map { "without zone \($0.lost), \(words($0))" },
      forecast.coldCaches.map { "with cold caches, \(words($0))" },
    ].compactMap(\.self)
    return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
  }
}
