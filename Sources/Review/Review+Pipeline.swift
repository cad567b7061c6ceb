package import Architecture
package import Description
package import Facts
import Findings
import Growth
package import Rules
package import SourceText

/// What a user sets for a run.
package struct ReviewSettings: Sendable {
  /// Changes to rules, by id.
  package var rules: [String: RuleSettings] = [:]
  /// What is wrong with the project's settings.
  package var problems: [Problem] = []
  /// The project's file of settings, for whoever wants to know what they were.
  package var configurationFile: SourceText?
  /// The project's file of accepted risks.
  package var acceptedFile: SourceText?
  /// Whether accepted risks are findings like all others.
  package var ignoresAccepted = false
  /// Whether `SharedDecisions` says which decisions of the file are about nothing.
  package var isOneOfRun = false
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
    let queue = RuleQueue(path: path, rules: rules, settings: settings)
    let read = Once { () -> (reading: ReadResult, facts: RuleFacts?) in
      let reading = DescriptionReader.read(path: path, files: files, catalogue: rules.catalogue)
      return (reading, reading.architecture.map { RuleFacts($0, reading.sources, rules.catalogue) })
    }
    let other = Later { () -> RuleHand.Outcome in
      read.value.facts.map { RuleHand(queue).run(over: $0) } ?? ([], [])
    }
    // Queries are prepared while the description is read.
    let hand = RuleHand(queue)
    hand.prepare(while: { !read.isThere })
    let (reading, facts) = read.value
    review.sources = reading.sources
    review.settingsFiles = [settings.configurationFile, settings.acceptedFile].compactMap(\.self)
    review.problems = settings.problems + reading.problems
    guard let facts else { return review }
    review.system = facts.architecture.name
    review.architecture = facts.architecture
    review.scenarios = reading.overlays
    review.headroom = facts.growth.headroom.map { HeadroomStatement($0, in: facts.architecture) }
    let (left, right) = (hand.run(over: facts), other.value)
    review.problems += (left.problems + right.problems).sorted { $0.message < $1.message }
    review.collect(left.runs + right.runs, rules, facts.architecture, settings)
    return review
  }

  /// The facts of one architecture, with everything derived.
  package static func factBase(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue
  ) throws(QueryFailure) -> FactBase {
    RuleFacts(architecture, sources, catalogue).base(in: try FactDatabase())
  }

  private mutating func collect(
    _ runs: [RuleRun], _ rules: RuleSet, _ architecture: Architecture,
    _ settings: ReviewSettings
  ) {
    let runs = runs.sorted { $0.rule < $1.rule }
    let byRule = Dictionary(runs.map { ($0.rule, $0) }) { first, _ in first }
    for rule in rules.rules {
      outcomes[rule.id] = RuleOutcome(
        of: byRule[rule.id], isOff: settings.rules[rule.id]?.isOff ?? false)
    }
    for run in runs {
      checks.made += run.made
      checks.of += run.applicable
    }
    findings = runs.flatMap(\.findings)
    waiting = byRule.mapValues(\.waiting)
    if !settings.ignoresAccepted {
      let (risks, mistakes) = settings.acceptedFile.map(AcceptedReader.risks) ?? ([], [])
      problems += mistakes
      accept(architecture.accepted, risks, in: architecture, rules: rules, today: settings.today)
      if !settings.isOneOfRun { settleDecisions() }
    }
    explain(by: rules)
    findings = ordered(findings)
    questions = questions(runs, architecture)
  }
}
