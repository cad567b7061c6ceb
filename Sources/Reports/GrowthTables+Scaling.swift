import Growth

/// Replicas that follow the climb from the mean to the peak, by multiple.
extension GrowthTables {
  var scaling: [String] {
    let scaled = forecast.elements.filter { element in
      element.points[shown].contains { ($0.scaling?.backlog ?? 0) >= 1 }
    }
    guard !scaled.isEmpty else { return [] }
    let isAtLeast = scaled.contains { $0.points.contains { $0.scaling?.isAtLeast ?? false } }
    let note =
      isAtLeast
      ? ["  " + style.dim("\(signs.atLeast) until `scaling.lag` and `scaling.start` are said")] : []
    return [heading("Autoscaling (fluid)")] + rows(scaled).flatMap(lines) + rest(scaled.count)
      + note
  }

  private func lines(_ element: ElementForecast) -> [String] {
    func row(_ title: String, _ cell: (ScalingResponse) -> String) -> String {
      let cells = element.points[shown].map { right($0.scaling.map(cell) ?? "-", Self.columnWidth) }
      return "  " + left(title, Self.nameWidth) + cells.joined()
    }
    let arrow = signs.isUnicode ? "→" : ">"
    var lines = [
      row(element.name) { short($0.before) + arrow + short($0.after) },
      row("  enough after") { response in
        response.enoughAfter.map { time(response, $0) } ?? "never"
      },
      row("  longest wait") { time($0, $0.longestWait) },
    ]
    if element.points[shown].contains(where: { ($0.scaling?.lost ?? 0) >= 1 }) {
      lines.append(row("  turned away") { $0.lost >= 1 ? short($0.lost) : "-" })
    }
    return lines
  }

  private func time(_ response: ScalingResponse, _ seconds: Double) -> String {
    guard seconds > 0 else { return "-" }
    return (response.isAtLeast ? signs.atLeast : "") + duration(seconds)
  }
}
