import Growth
import Review

/// What is reached at one multiple: the elements that do not carry it well, and all journeys.
struct ReachedMultiple: JSONShaped {
  let row: MultipleRow
  /// Most rows of one list.
  private static let most = 30

  static func all(of forecast: GrowthForecast) -> [ReachedMultiple] {
    MultipleRow.all(of: forecast).map { ReachedMultiple(row: $0) }
  }

  static let shape = JSONShape<Self>(
    "reached", "What is reached at one multiple of today's peak.",
    [
      .number("multiple", "Times today's peak") { $0.row.multiple },
      .list("elements", "Elements that are tight, saturated or unknown, the first in front") {
        Array($0.row.elements.filter { $0.point.verdict != .carried }.prefix(most))
      },
      .list("journeys", "The journeys, in the order of the description") {
        Array($0.row.journeys.prefix(most))
      },
    ])
}
