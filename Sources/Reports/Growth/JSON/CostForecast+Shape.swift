import Findings
import Growth

extension CostForecast: JSONShaped {
  static let shape = JSONShape<Self>(
    "cost", "What a system costs by the prices of its description, at the mean load.",
    [
      .text("currency", "The currency of all amounts") { $0.currency },
      .list("multiples", "The bill at multiples of today's load") { costs in
        costs.multiples.indices.map { CostMultiple(costs: costs, place: $0) }
      },
      .list("journeys", "What one of each journey costs at today's mean") { costs in
        costs.journeys
      },
      .texts("unpriced", "Components in use that have no price") { $0.unpriced },
      .texts("undeclared", "What prices need and the description does not say") { costs in
        costs.elements.flatMap { element in element.undeclared.map { "\(element.name).\($0)" } }
      },
    ])
}

extension JourneyCost: JSONShaped {
  static let shape = JSONShape<Self>(
    "journey_cost", "What one of a journey costs.",
    [
      .text("journey", "Its name") { $0.name },
      .number("each", "Its share of the bill") { $0.each },
    ])
}

/// The bill at one multiple.
private struct CostMultiple: JSONShaped {
  let costs: CostForecast
  let place: Int

  static let shape = JSONShape<Self>(
    "cost_multiple", "The bill at one multiple of today's load.",
    [
      .number("multiple", "Times today's load") { $0.costs.multiples[$0.place] },
      .number("per_month", "All that has a price, in a month") { $0.costs.perMonth(at: $0.place) },
      .flag("at_least", "Whether more is paid: something has no price, or too few replicas") {
        $0.costs.isAtLeast(at: $0.place)
      },
      .number("per_thousand", "Of a thousand journeys", null: "when rates are unknown") {
        $0.costs.perThousand(at: $0.place)
      },
      .number("idle", "Share paid for replicas that the mean leaves unused", null: "when unknown") {
        $0.costs.idle(at: $0.place)
      },
      .list("elements", "The components that have a price") { row in
        row.costs.elements.map { CostRow(element: $0, point: $0.points[row.place]) }
      },
    ])
}

/// A component at one multiple.
private struct CostRow: JSONShaped {
  let element: ElementCost
  let point: CostPoint

  static let shape = JSONShape<Self>(
    "cost_element", "What a component costs at one multiple.",
    [
      .text("element", "Its name") { $0.element.name },
      .number("per_month", "What it costs in a month") { $0.point.perMonth },
      .number("replicas", "Replicas that are paid for", null: "without a price or number") {
        $0.point.replicas
      },
      .number("idle", "Share of them that the mean leaves unused", null: "when unknown") {
        $0.point.idle
      },
    ])
}
