import Architecture
import Facts
import Findings
import Growth
import Rules
import SourceText

/// What it takes to run some rules over one description, on whichever thread.
struct RuleWork: Sendable {
  let path: String
  let architecture: Architecture
  let derived: DerivedFacts
  let growth: GrowthModel
  let sources: SourceSet
  let catalogue: Catalogue
  let settings: ReviewSettings

  /// Runs the rules over facts of their own; a rule that fails is a problem.
  func run(_ rules: [Rule]) -> (runs: [RuleRun], problems: [Problem]) {
    var runs: [RuleRun] = []
    var problems: [Problem] = []
    do throws(QueryFailure) {
      let base = try FactBase(
        architecture: architecture, derived: derived, growth: growth, sources: sources,
        catalogue: catalogue)
      base.timeLimit = settings.timeLimit
      for rule in rules where settings.rules[rule.id]?.isOff != true {
        do throws(QueryFailure) {
          runs.append(
            try rule.run(base, sources, settings: settings.rules[rule.id] ?? RuleSettings()))
        } catch {
          problems.append(failure(of: rule, error))
        }
      }
    } catch {
      problems.append(Problem(.error, "facts", error.message, path: path))
    }
    return (runs, problems)
  }

  private func failure(of rule: Rule, _ error: QueryFailure) -> Problem {
    Problem(
      .error, "rule-failed", "the rule `\(rule.id)` did not run: \(error.message)",
      remedy: "mend the query of its page; `tenfold rules test` shows more", path: path)
  }
}
