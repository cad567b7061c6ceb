import Architecture
import Description
import Facts
import Growth
import SourceText
import YAML

/// All that rules may know of one description.
struct RuleFacts: Sendable {
  let architecture: Architecture
  let growth: GrowthModel
  let derived: DerivedFacts
  let sources: SourceSet
  /// What the description is made of.
  let words: Set<String>
  private let shared: SharedFacts
  private let catalogue: Catalogue

  /// What the graph says and what the growth model says, which know nothing of each other.
  init(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue,
    growth known: GrowthModel? = nil, scenarios: Scenarios? = nil,
    judging: (GrowthModel, DerivedFacts) -> [JudgedDecision] = { _, _ in [] }
  ) {
    let graph = Future { architecture.graphFacts() }
    let growth = known ?? GrowthModel(architecture)
    self.growth = growth
    var derived = graph.value
    derived.merge(growth.facts)
    shared = SharedFacts(growth, decisions: judging(growth, derived)) {
      growth.expectations() + (scenarios?.expectations(since: growth) ?? [])
    }
    self.derived = derived
    self.architecture = architecture
    words = architecture.words()
    self.sources = sources
    self.catalogue = catalogue
  }

  /// What may be known of what was read; nil where that was nothing.
  ///
  /// Decisions end by their day where one is today.
  init?(_ reading: ReadResult, _ catalogue: Catalogue, today day: Day? = nil) {
    guard let architecture = reading.architecture else { return nil }
    let today = reading.today.map { GrowthModel($0) }
    self.init(
      architecture.changed(since: today), reading.sources, catalogue, scenarios: reading.overlays
    ) { $0.judged(reading.decisions, $1, today: day) }
  }

  /// What is said, assumed or computed of an element.
  func fact(of element: ElementID, _ property: Property) -> Fact? {
    architecture.facts(of: element)[property] ?? derived.fact(of: element, property)
  }

  /// What is expected of the system, held against the model.
  var expectations: [Expectation] { shared.expectations.value }

  /// The decisions of the description, held against the model.
  var decisions: [JudgedDecision] { shared.decisions }

  /// Whether an element is part of a critical journey.
  func isCritical(_ element: ElementID) -> Bool {
    fact(of: element, .critical)?.value == .flag(true)
  }

  /// Whether each component is on the way of some journey.
  var reachedComponents: [Bool] {
    let graph = NodeGraph(architecture) { $0.kind.carriesLoad }
    let reached = graph.reached(from: architecture.entries())
    var components = [Bool](repeating: false, count: architecture.components.count)
    for node in 0..<graph.nodeCount where reached[node] {
      components[architecture.component(ofNode: node)] = true
    }
    return components
  }

  /// The facts as tables, filled as they are read.
  func base(in database: FactDatabase) -> FactBase {
    FactBase(
      architecture: architecture, derived: derived, growth: growth, shared: shared,
      sources: sources, catalogue: catalogue, in: database)
  }
}
