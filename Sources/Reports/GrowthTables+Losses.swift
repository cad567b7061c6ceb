import Findings
import Growth
import SourceText

/// What is left of each limit without one zone, and while caches are cold.
extension GrowthTables {
  /// The elements that lose something; empty when zones and caches are unknown, or do not matter.
  var losses: [String] {
    let touched = forecast.elements.filter { element in
      element.first.map { $0.withoutZone != nil || $0.headroomColdCaches != nil } ?? false
    }
    guard !touched.isEmpty else { return [] }
    let title =
      left("After a loss (law)", Self.nameWidth) + right("carries", 8) + right("n-1", 8)
      + right("cold caches", 13) + right("worst zone", 12)
    return [style.strong("  " + title)] + rows(touched).map(lossRow) + rest(touched.count)
      + sentence
  }

  private func lossRow(_ element: ElementForecast) -> String {
    guard let limit = element.first else { return "" }
    func cell(_ headroom: Double?, _ width: Int) -> String {
      let text = right(headroom.map(multiple) ?? "", width)
      return headroom.map { mark(text, $0) } ?? text
    }
    let cells =
      cell(limit.headroom, 8) + cell(limit.headroomWithoutOne, 8)
      + cell(limit.headroomColdCaches, 13)
    let zone = limit.withoutZone.map { cell($0.headroom, 12) + "  " + $0.zone.printable } ?? ""
    return "  " + left(element.name, Self.nameWidth) + cells + zone
  }

  /// What the whole system carries then.
  private var sentence: [String] {
    func words(_ loss: LossForecast) -> String {
      "\(Unit.carried(loss.headroom))x, then \(loss.element.printable)"
    }
    let parts = [
      forecast.withoutZone.map { "without \($0.lost.printable) the system carries \(words($0))" },
      forecast.coldCaches.map { "while caches are cold it carries \(words($0))" },
    ].compactMap(\.self)
    return parts.joined(separator: "; ").wrapped(width: GrowthTextReport.width - 2)
      .map { "  " + style.dim($0) }
  }
}
