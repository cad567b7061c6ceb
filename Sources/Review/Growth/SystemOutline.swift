package import Architecture
import Findings
package import Growth
package import SourceText

/// A reviewed system as views go through it: components with their neighbours and journeys, and the
/// model by which they carry more or less.
package struct SystemOutline: Sendable {
  /// Demand and limits of today.
  package let today: GrowthVariant
  /// The texts that were read, for places.
  package let sources: SourceSet
  /// Times today's peak that are aimed at: the declared growth, or ten.
  package let target: Double
  /// Months until a component's first limit is reached, by its name; none where growth does not
  /// lead there.
  package let months: [String: Double]
  /// Who uses whom.
  package let uses: ComponentGraph
  /// Per component, the journeys that come there, in their order.
  package let journeys: [[Int]]
  /// Per journey, the components on its way, the first to reach a limit in front; of many, those.
  package let ways: [[Stop]]
  /// What the system is after each loss and under each of its scenarios.
  package let variants: [GrowthVariant]
  /// Several of them together, as solved last.
  var combined: SolvedVariant?
  let losses: LossSwitches
  let identity = SolvedVariant.Identity()
  /// Whether the components stand in more than one file.
  package let hasSeveralFiles: Bool
  private let owners: [String: [Int]]
  private let named: [String: ElementID]

  /// A component on the way of a journey.
  package struct Stop: Sendable {
    /// Its index.
    package let component: Int
    /// How it is used there.
    package let kinds: Set<RelationKind>

    /// Whether the journey runs into a limit: one on writes does not stop who only reads.
    package func meets(_ limit: Limit) -> Bool { limit.stops.map(kinds.contains) ?? true }
  }

  /// Journeys times nodes up to which it is listed who is on whose way.
  private static let mostSteps = 20_000_000
  /// Components of a journey's way that are kept: those that may end first.
  private static let longestWay = 24

  /// The outline of a review; nil where nothing could be read.
  package init?(_ review: Review) {
    guard let model = review.growth else { return nil }
    let architecture = model.architecture
    today = GrowthVariant(name: "today", model: model)
    sources = review.sources
    hasSeveralFiles = Set(architecture.components.map(\.span.source)).count > 1
    target = GrowthRate(architecture.facts)?.factor ?? Remedies.usualTarget
    months = review.months
    uses = ComponentGraph(architecture, withBrokers: true) { _ in true }
    (journeys, ways) = Self.ways(architecture, today.order)
    losses = LossSwitches(model, review.scenarios)
    variants = losses.alone()
    var owners: [String: [Int]] = [:]
    named = Dictionary(architecture.elements.map { (architecture.name(of: $0), $0) }) { first, _ in
      first
    }
    for element in architecture.elements {
      let components = architecture.components(of: element)
      if !components.isEmpty { owners[architecture.name(of: element)] = components }
    }
    self.owners = owners
  }

  /// Demand and limits of today.
  package var model: GrowthModel { today.model }

  /// What is reviewed.
  package var architecture: Architecture { model.architecture }

  /// The components that an element belongs to, by its name: of an arrow, both its ends.
  package func components(of element: String) -> [Int] { owners[element] ?? [] }

  /// The element of a name; nil where there is none.
  package func element(named name: String) -> ElementID? { named[name] }

  /// What saturates first with another value of a property; nil where no limit is known.
  ///
  /// Solved at once, without the time until then, for a screen that cannot wait for a review.
  package func verdict(
    with property: Property, _ fact: Fact, of element: ElementID
  ) -> GrowthVerdict? {
    verdict(of: GrowthVariant(name: "", model: model.setting(property, fact, of: element)))
  }

  /// What saturates first of a variant; nil where no limit is known.
  package func verdict(of variant: GrowthVariant) -> GrowthVerdict? {
    variant.statement.map { GrowthVerdict($0, growth: GrowthRate(architecture.facts)) }
  }

  /// Where a component is written.
  package func place(of component: Int) -> SourcePlace {
    sources.place(of: architecture.components[component].span)
  }

  /// Where a scenario's name is written; nil where the description has none of that name.
  package func place(ofScenario name: String) -> SourcePlace? {
    losses.span(ofScenario: name).map { sources.place(of: $0) }
  }

  /// Who is on whose way; nothing for what would take too long to tell.
  private static func ways(
    _ architecture: Architecture, _ order: [Int]
  ) -> (journeys: [[Int]], ways: [[Stop]]) {
    let graph = NodeGraph(architecture)
    var rank = [Int](repeating: .max, count: architecture.components.count)
    for (place, component) in order.enumerated() { rank[component] = place }
    var journeys = [[Int]](repeating: [], count: architecture.components.count)
    var ways: [[Stop]] = []
    var walk = GraphWalk(graph)
    let affordable = mostSteps / max(1, graph.nodeCount)
    let starts = architecture.entriesByJourney
    for journey in architecture.journeys.indices.prefix(affordable) {
      walk.run(from: starts[journey])
      var kinds: [Int: Set<RelationKind>] = [:]
      for node in walk.nodes {
        let own = architecture.component(ofNode: node)
        if kinds[own] == nil { kinds[own] = [] }
        for edge in graph.edges(from: node) {
          guard let relation = edge.relation else { continue }
          kinds[architecture.component(ofNode: edge.target), default: []]
            .insert(architecture.relations[relation].kind)
        }
      }
      for component in kinds.keys { journeys[component].append(journey) }
      let sorted = kinds.sorted { (rank[$0.key], $0.key) < (rank[$1.key], $1.key) }
      ways.append(sorted.prefix(longestWay).map { Stop(component: $0.key, kinds: $0.value) })
    }
    return (journeys, ways)
  }
}
