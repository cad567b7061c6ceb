import Architecture
import Findings
import Growth
import Review
import SourceText

/// Elements and journeys at one multiple of today's demand.
struct MultipleRow: JSONShaped {
  let forecast: GrowthForecast
  let index: Int

  private var simulated: SimulatedPoint? { forecast.simulated[index] }

  var multiple: Double { forecast.multiples[index] }

  var elements: [ElementRow] {
    forecast.elements.map { element in
      ElementRow(
        name: element.name, point: element.points[index],
        measured: simulated?.element(element.name))
    }
  }

  var journeys: [JourneyRow] {
    forecast.journeys.map { journey in
      JourneyRow(
        journey: journey, point: journey.points[index],
        measured: simulated?.journey(journey.name))
    }
  }

  static func all(of forecast: GrowthForecast) -> [MultipleRow] {
    forecast.multiples.indices.map { MultipleRow(forecast: forecast, index: $0) }
  }

  static let shape = JSONShape<Self>(
    "multiple", "Elements and journeys at one multiple of today's peak.",
    [
      .number("multiple", "Times today's peak") { $0.multiple },
      .object("simulation", "What was simulated", null: "when nothing was") { $0.simulated },
      .list("elements", "The elements, the first to saturate first") { $0.elements },
      .list("journeys", "The journeys, in the order of the description") { $0.journeys },
    ])
}

extension SimulatedPoint: JSONShaped {
  static let shape = JSONShape<Self>(
    "simulation", "The simulation of one multiple.",
    [
      .integer("runs", "Independent runs") { $0.runs },
      .integer("events", "Events in all runs") { $0.events },
      .texts("because", "Why models are not trusted there; empty when it was asked for") {
        $0.reasons
      },
    ])
}
