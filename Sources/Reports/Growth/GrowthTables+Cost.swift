import Growth
import YAML

/// What the system costs in a month, by multiple.
extension GrowthTables {
  var cost: GrowthTable {
    guard let costs else {
      return GrowthTable(title: "", subject: "", columns: [], rows: [])
    }
    return GrowthTable(
      title: "Cost a month (\(costs.currency))", subject: "Component", columns: byMultiple,
      rows: [sums(costs)] + elements(costs),
      notes: journeys(costs) + bounds(costs),
      legend:
        "at the mean of each multiple of today's load, by the prices of the description; idle: "
        + "share paid for replicas that the mean leaves unused")
  }

  /// The dearest component at the highest multiple in front.
  private func elements(_ costs: CostForecast) -> [[GrowthTable.Line]] {
    let order = costs.elements.enumerated().sorted {
      let (left, right) = ($0.element.points.last, $1.element.points.last)
      return (right?.perMonth ?? 0, $0.offset) < (left?.perMonth ?? 0, $1.offset)
    }
    return order.map { _, element in
      let points = element.points[shown]
      return [
        line(element.name, points.map { costs.money($0.perMonth).digits })
      ]
        + (points.contains { $0.replicas != nil }
          ? [
            line(
              "replicas", isMore: true, points.map { $0.replicas.map(GrowthNumber.short) ?? "-" })
          ] : [])
    }
  }

  private func sums(_ costs: CostForecast) -> [GrowthTable.Line] {
    [
      line(
        costs.isAtLeast(at: 0) ? "all, at least" : "all",
        shown.map { costs.money(costs.perMonth(at: $0)).digits }),
      line(
        "per 1,000 journeys", isMore: true,
        shown.map { place in costs.perThousand(at: place).map { costs.money($0).digits } ?? "-" }),
      line(
        "idle", isMore: true,
        shown.map { costs.idle(at: $0).map(GrowthNumber.share) ?? "-" }),
    ]
  }

  private func line(
    _ name: String, isMore: Bool = false, _ cells: [String]
  ) -> GrowthTable.Line {
    GrowthTable.Line(name: name, isMore: isMore, cells: cells.map { GrowthTable.Cell($0) })
  }

  private func journeys(_ costs: CostForecast) -> [String] {
    let words = costs.journeys.map { "one \($0.name) costs \(costs.money($0.each).words)" }
    return words.isEmpty ? [] : ["at today's mean " + listed(words)]
  }

  /// Why a sum is no more than the least.
  private func bounds(_ costs: CostForecast) -> [String] {
    let undeclared = costs.elements.flatMap { element in
      element.undeclared.map { "\($0) of \(element.name)" }
    }
    let overloaded = shown.lazy.first { !costs.overloaded(at: $0).isEmpty }.map { place in
      "from \(GrowthNumber.multiple(costs.multiples[place])) on, the mean load exceeds the "
        + "capacity of \(listed(costs.overloaded(at: place))): more replicas are needed than are "
        + "counted"
    }
    return [
      costs.unpriced.isEmpty ? nil : "no price for: \(listed(costs.unpriced))",
      undeclared.isEmpty ? nil : "not counted, because undeclared: \(listed(undeclared))",
      overloaded,
    ].compactMap(\.self)
  }
}
