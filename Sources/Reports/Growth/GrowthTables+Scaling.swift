import Growth

/// Replicas that follow the climb from the mean to the peak, by multiple.
extension GrowthTables {
  var scaling: GrowthTable {
    let scaled = forecast.elements.filter { element in
      element.points[shown].contains { ($0.scaling?.backlog ?? 0) >= 1 }
    }
    let isAtLeast = scaled.contains { $0.points.contains { $0.scaling?.isAtLeast ?? false } }
    return GrowthTable(
      title: "Autoscaling (fluid)", subject: "Element", columns: byMultiple,
      rows: scaled.map(lines),
      notes: isAtLeast
        ? ["\(signs.atLeast) is a lower bound; declare `scaling.lag` and `scaling.start`"] : [])
  }

  private func lines(_ element: ElementForecast) -> [GrowthTable.Line] {
    func line(
      _ name: String, isMore: Bool = true, _ cell: (ScalingResponse) -> String
    ) -> GrowthTable.Line {
      GrowthTable.Line(
        name: name, isMore: isMore,
        cells: element.points[shown].map { GrowthTable.Cell($0.scaling.map(cell) ?? "-") })
    }
    var lines = [
      line(element.name, isMore: false) {
        GrowthNumber.short($0.before) + signs.arrow + GrowthNumber.short($0.after)
      },
      line("enough after") { response in
        response.enoughAfter.map { time(response, $0) } ?? "never"
      },
      line("longest wait") { time($0, $0.longestWait) },
    ]
    if element.points[shown].contains(where: { ($0.scaling?.lost ?? 0) >= 1 }) {
      lines.append(line("turned away") { $0.lost >= 1 ? GrowthNumber.short($0.lost) : "-" })
    }
    return lines
  }

  private func time(_ response: ScalingResponse, _ seconds: Double) -> String {
    guard seconds > 0 else { return "-" }
    return (response.isAtLeast ? signs.atLeast : "") + GrowthNumber.duration(seconds)
  }
}
