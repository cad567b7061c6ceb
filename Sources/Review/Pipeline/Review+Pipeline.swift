package import Architecture
package import Description
package import Facts
import Findings
package import Growth
import Rules
package import SourceText

extension Review {
  /// Reviews one description with the rules of a set: reads it, derives facts, runs the rules over
  /// them, holds against it what was decided, and puts all in order.
  package static func make(
    path: String, files: FileAccess, rules: RuleSet, settings: ReviewSettings = ReviewSettings()
  ) -> Review {
    let runner = RuleRunner(rules, settings, path: path)
    let (reading, facts) = runner.preparing {
      let reading = DescriptionReader.read(
        path: path, files: files, catalogue: rules.catalogue, foreign: rules.importer,
        whatIf: settings.whatIf)
      return (reading, RuleFacts(reading, rules.catalogue, today: settings.today))
    }
    var review = Review(path: path)
    review.take(reading, settings)
    guard let facts, review.refusals.isEmpty else { return review }
    review.take(facts)
    review.take(runner.run(over: facts), about: facts, of: rules, settings)
    review.apply(settings.overrides)
    review.holdDecisions(of: facts.architecture, rules, settings)
    review.explain(by: rules)
    review.findings = review.ordered(review.findings)
    return review
  }

  /// The facts of one architecture, with everything derived, and its decisions as they are judged.
  package static func factBase(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue,
    scenarios: Scenarios?,
    judging: (GrowthModel, DerivedFacts) -> [JudgedDecision] = { _, _ in [] }
  ) throws(QueryFailure) -> FactBase {
    RuleFacts(architecture, sources, catalogue, scenarios: scenarios, judging: judging)
      .base(in: try FactDatabase())
  }

  /// The same, where no decision ends by its day.
  package static func factBase(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue,
    scenarios: Scenarios?, decisions: [Decision]
  ) throws(QueryFailure) -> FactBase {
    try factBase(architecture, sources, catalogue, scenarios: scenarios) {
      $0.judged(decisions, $1, today: nil)
    }
  }

  // MARK: - Stages

  /// Takes what the description and the project's settings say, and what is wrong with them.
  private mutating func take(_ reading: ReadResult, _ settings: ReviewSettings) {
    sources = reading.sources
    settingsFiles = settings.configurationFiles + [settings.acceptedFile].compactMap(\.self)
    problems = settings.problems + reading.problems
    scenarios = reading.overlays
    supposed = settings.whatIf.words(reading.scenarios)
    imports = reading.imports
  }

  /// Takes what is known of the system before any rule has looked.
  private mutating func take(_ facts: RuleFacts) {
    system = facts.architecture.name
    architecture = facts.architecture
    growth = facts.growth
    expectations = facts.expectations
    decisions = facts.decisions
    for (component, due) in zip(facts.architecture.components, facts.growth.monthsToSaturation()) {
      months[component.name] = due
    }
    headroom = facts.growth.headroom.map { HeadroomStatement($0, in: facts.architecture) }
  }

  /// Takes what the rules said: findings, questions, and how much could be decided.
  private mutating func take(
    _ results: RuleResults, about facts: RuleFacts, of rules: RuleSet,
    _ settings: ReviewSettings
  ) {
    problems += results.problems
    let ranking = QuestionRanking(facts)
    let standing = StandingQuestions(facts, ranking).unknowns
    let runs = LoadChecks(facts).added(to: results.runs, of: rules, for: standing)
    let byRule = Dictionary(runs.map { ($0.rule, $0) }) { first, _ in first }
    for rule in rules.entries {
      outcomes[rule.id] = RuleOutcome(
        of: byRule[rule.id], isOff: settings.rules[rule.id]?.isOff ?? false,
        isAbout: rule.isAbout(facts.words))
    }
    for run in runs {
      checks.made += run.made
      checks.of += run.applicable
    }
    checks.of += standing.count { $0.property == .managed }
    findings = runs.flatMap(\.findings).map { JudgedFinding($0) }
    tellScope()
    waiting = byRule.mapValues(\.waiting)
    questions = questions(runs, standing, facts, ranking)
  }

  /// Marks what somebody decided to live with, in the description or in the project's file.
  private mutating func holdDecisions(
    of architecture: Architecture, _ rules: RuleSet, _ settings: ReviewSettings
  ) {
    guard !settings.ignoresAccepted else { return }
    let (risks, mistakes) = settings.acceptedFile.map(AcceptedReader.risks) ?? ([], [])
    problems += mistakes
    accept(architecture.accepted, risks, in: architecture, rules: rules, today: settings.today)
    if !settings.isOneOfRun { settleDecisions() }
  }
}
