import Architecture
import Facts
import Growth
import SourceText

/// All that rules may know of one description.
struct RuleFacts: Sendable {
  let architecture: Architecture
  let growth: GrowthModel
  private let derived: DerivedFacts
  let sources: SourceSet
  private let catalogue: Catalogue

  /// What the graph says and what the growth model says, which know nothing of each other.
  init(_ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue) {
    let graph = Later { architecture.graphFacts() }
    growth = GrowthModel(architecture)
    var derived = graph.value
    derived.merge(growth.facts)
    self.derived = derived
    self.architecture = architecture
    self.sources = sources
    self.catalogue = catalogue
  }

  /// The facts as tables, filled as they are read.
  func base(in database: FactDatabase) -> FactBase {
    FactBase(
      architecture: architecture, derived: derived, growth: growth, sources: sources,
      catalogue: catalogue, in: database)
  }
}
