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
    review.problems = reading.problems
    guard let architecture = reading.architecture else { return review }
    review.system = architecture.name
    do {
      let base = try factBase(architecture, reading.sources, rules.catalogue)
      review.headroom = statement(architecture.headroom(base.derived), architecture)
      let runs = review.run(rules.rules, over: base, settings)
      review.collect(runs, rules, architecture)
    } catch {
      review.problems.append(Problem(.error, "facts", error.message, path: path))
    }
    return review
  }

  /// The facts of one architecture, with everything derived.
  package static func factBase(
    _ architecture: Architecture, _ sources: SourceSet, _ catalogue: Catalogue
  ) throws(QueryFailure) -> FactBase {
    var derived = architecture.graphFacts()
    derived.merge(architecture.growthFacts())
    return try FactBase(
      architecture: architecture, derived: derived, sources: sources, catalogue: catalogue)
  }

  private static func statement(
    _ headroom: Headroom?, _ architecture: Architecture
  ) -> HeadroomStatement? {
    headroom.map {
      HeadroomStatement(
        multiple: $0.multiple, element: architecture.name(of: $0.element), limit: $0.limit,
        origin: $0.origin)
    }
  }

  private mutating func run(
    _ rules: [Rule], over base: FactBase, _ settings: ReviewSettings
  ) -> [RuleRun] {
    rules.compactMap { rule -> RuleRun? in
      let own = settings.rules[rule.id] ?? RuleSettings()
      guard !own.isOff else { return nil }
      do throws(QueryFailure) {
        return try rule.run(base, sources, settings: own)
      } catch {
        problems.append(
          Problem(
            .error, "rule-failed", "the rule `\(rule.id)` did not run: \(error.message)",
            remedy: "mend the query of its page; `tenfold rules test` shows more", path: path))
        return nil
      }
    }
  }

  private mutating func collect(
    _ runs: [RuleRun], _ rules: RuleSet, _ architecture: Architecture
  ) {
    for run in runs {
      checks.made += run.made
      checks.of += run.applicable
    }
    findings = accepting(runs.flatMap(\.findings), architecture.accepted)
    explain(by: rules)
    findings = ordered(findings)
    questions = questions(runs, architecture)
  }
}
