package import Architecture
package import Description
package import Facts
package import Findings
import Growth
package import Rules
package import SourceText

/// What a user sets for a run.
package struct ReviewSettings: Sendable {
  /// Changes to rules, by id.
  package var rules: [String: RuleSettings] = [:]
  /// What is wrong with the project's settings.
  package var problems: [Problem] = []
  /// The project's file of accepted risks.
  package var acceptedFile: SourceText?
  /// Whether accepted risks are findings like all others.
  package var ignoresAccepted = false
  /// How long the query of a rule may work; nil where the rules are the program's own.
  package var timeLimit: TimeLimit?
  /// Today, for decisions that end; nil when no decision ends.
  package var today: Day?

  /// No changes.
  package init() {}
}

extension Review {
  /// Reviews one description with the rules of a set.
  package static func make(
    path: String, files: FileAccess, rules: RuleSet, settings: ReviewSettings = ReviewSettings()
  ) -> Review {
    var review = Review(path: path)
    let reading = Reading.read(path: path, files: files, catalogue: rules.catalogue)
    review.sources = reading.sources
    review.problems = settings.problems + reading.problems
    guard let architecture = reading.architecture else { return review }
    review.system = architecture.name
    review.architecture = architecture
    let (derived, growth) = derivedFacts(of: architecture)
    review.headroom = growth.headroom.map { HeadroomStatement($0, in: architecture) }
    let work = RuleWork(
      path: path, architecture: architecture, derived: derived, growth: growth,
      sources: reading.sources, catalogue: rules.catalogue, settings: settings)
    // Neighbours in the book are of one theme and cost about the same, so they are dealt out.
    let hands = [0, 1].map { hand in
      rules.rules.enumerated().filter { $0.offset % 2 == hand }.map(\.element)
    }
    let other = Later { work.run(hands[1]) }
    let (left, right) = (work.run(hands[0]), other.value)
    review.problems += left.problems + right.problems
    review.collect(left.runs + right.runs, rules, architecture, settings)
    return review
  }

  /// What the graph says and what the growth model says, which know nothing of each other.
  private static func derivedFacts(
    of architecture: Architecture
  ) -> (facts: DerivedFacts, growth: GrowthModel) {
    let graph = Later { architecture.graphFacts() }
    let growth = GrowthModel(architecture)
    var derived = graph.value
    derived.merge(growth.facts)
    return (derived, growth)
  }

  /// The facts of one architecture, with everything derived.
  package static func factBase(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue
  ) throws(QueryFailure) -> FactBase {
    let (derived, growth) = derivedFacts(of: architecture)
    return try FactBase(
      architecture: architecture, derived: derived, growth: growth, sources: sources,
      catalogue: catalogue)
  }

  private mutating func collect(
    _ runs: [RuleRun], _ rules: RuleSet, _ architecture: Architecture,
    _ settings: ReviewSettings
  ) {
    let runs = runs.sorted { $0.rule < $1.rule }
    for run in runs {
      checks.made += run.made
      checks.of += run.applicable
    }
    findings = runs.flatMap(\.findings)
    if !settings.ignoresAccepted {
      var file = Reading()
      let risks = settings.acceptedFile.map { file.acceptedRisks(in: $0) } ?? []
      problems += file.problems
      accept(architecture.accepted + risks, in: architecture, rules: rules, today: settings.today)
    }
    explain(by: rules)
    findings = ordered(findings)
    questions = questions(runs, architecture)
  }
}
