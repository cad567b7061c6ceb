import Architecture
import Findings
import Growth
import Review
import SourceText

/// How a headroom is computed: what is allowed against what comes, and the facts behind both.
struct HeadroomArithmetic: JSONShaped {
  /// The computation in a line: `payments (rate limit): 100/s / 400/s = 0.25x`.
  let words: String
  /// The facts of the element that sets it, and how much comes.
  let inputs: [Evidence]
  /// Most facts that are shown.
  private static let shown = 16

  static let shape = JSONShape<Self>(
    "arithmetic", "How the headroom is computed.",
    [
      .text("arithmetic", "What is allowed against what comes, with their numbers") { $0.words },
      .list("inputs", "The facts behind it, each with its origin and place") { $0.inputs },
    ])

  /// The arithmetic of a forecast, with the texts its facts stand in; nil where no limit is known.
  init?(
    _ forecast: GrowthForecast?, _ statement: HeadroomStatement?, _ architecture: Architecture?,
    _ sources: SourceSet
  ) {
    guard let statement, let architecture,
      let element = forecast?.elements.first(where: { $0.name == statement.element }),
      let limit = element.limits.first(where: { $0.kind == statement.limit })
    else { return nil }
    words =
      statement.limited(\.printable) + ": "
      + HeadroomFormula.words(
        limit.kind, headroom: limit.headroom, used: limit.used, handled: limit.capacity,
        coming: forecast.flatMap { Self.arrivals(element, $0) })
      + " = " + statement.phrase
    inputs = Array(
      Self.elements(behind: element.name, in: architecture).flatMap {
        Self.facts(of: $0, in: architecture, sources)
      }.prefix(Self.shown))
  }

  /// What comes at today's peak; nil where that was not looked at.
  private static func arrivals(_ element: ElementForecast, _ forecast: GrowthForecast) -> Double? {
    zip(forecast.multiples, element.points).first { $0.0 == 1 }?.1.arrivals
  }

  /// The component, its operations, what it consumes, and the journeys, whose rates come there.
  private static func elements(behind name: String, in architecture: Architecture) -> [ElementID] {
    guard let index = architecture.components.firstIndex(where: { $0.name == name }) else {
      return []
    }
    let consumed = architecture.relations.indices.filter {
      let relation = architecture.relations[$0]
      return relation.kind == .consumes && relation.source?.component == index
    }
    return [.component(index)]
      + architecture.components[index].operations.map(ElementID.operation)
      + consumed.map(ElementID.relation) + architecture.journeys.indices.map(ElementID.journey)
  }

  /// What a property has to be about to be part of a computation of capacity and load.
  private static let topics: [Question.Topic] = [.capacity, .copies, .demand]

  /// The numbers that are known of an element, and say what it handles or what comes.
  private static func facts(
    of element: ElementID, in architecture: Architecture, _ sources: SourceSet
  ) -> [Evidence] {
    architecture.facts(of: element).entries.compactMap { property, fact in
      let value = fact.value.measure(property.definition.type)
      let isPart = topics.contains(property.definition.topic) || property == .batch
      guard value.unit != nil, isPart else { return nil }
      return Evidence(
        name: "\(property.name) of \(architecture.name(of: element))", value: value,
        origin: fact.origin, basis: fact.basis, place: fact.span.map { sources.place(of: $0) },
        source: fact.source)
    }
  }

  /// For people: the computation, and a line per fact.
  var lines: [String] {
    ["Headroom: \(words)"]
      + inputs.map { "  \($0.name): \($0.value.words) (\($0.whereFrom))".printable }
  }
}
