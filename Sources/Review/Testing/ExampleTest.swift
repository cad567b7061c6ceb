import Architecture
import Description
import Facts
import Findings
package import Rules
import SourceText

/// One example of a rule page, checked through the whole pipeline.
package struct ExampleTest: Sendable {
  /// The rule under test.
  package let rule: Rule
  /// The example.
  package let example: Rule.Example
  private let rules: RuleSet

  /// Every example of every rule of a set, or of some themes or ids that contain a text.
  package static func all(in rules: RuleSet, matching text: String = "") -> [ExampleTest] {
    rules.rules.filter { text.isEmpty || $0.id.contains(text) }.flatMap { rule in
      rule.examples.map {
        ExampleTest(rule: rule, example: $0, rules: rules.only { $0.id == rule.id })
      }
    }
  }

  /// Name for a report: rule and heading.
  package var name: String { "\(rule.id) / \(example.heading)" }

  /// What is wrong; empty when the example, and each mutation of it, behaves as marked.
  package func failures() -> [String] {
    var failures = Mark.mistakes(in: example.description, after: example.line - 1)
    guard failures.isEmpty else { return failures }
    failures = check(example.description, as: "as written")
    guard failures.isEmpty else { return failures }
    failures = hiddenValues()
    failures += FixTest(review: review).failures(of: example.description).map {
      "as written: \($0)"
    }
    for mutation in Mutation.allCases {
      if let word = mutation.exception, rule.exceptions[word] != nil { continue }
      guard let mutated = mutation.apply(to: example.description, rule: rule.id, review: review)
      else { continue }
      failures +=
        mutation.exception == nil
        ? check(mutated, as: mutation.rawValue, after: mutation)
        : IndirectionTest(mutation, before: review(example.description)).failures(review(mutated))
    }
    return failures
  }

  /// What looks better where a fact of the example is left unsaid, for every `step`-th fact.
  package func gains(from first: Int, step: Int) -> [SilenceTest.Gain] {
    SilenceTest(review: review).gains(of: example.description, from: first, step: step)
  }

  /// Values that decide what is found and are not shown with it.
  private func hiddenValues() -> [String] {
    let path = "example.tenfold.yaml"
    let reading = DescriptionReader.read(
      path: path, files: .memory([path: Array(example.description.utf8)]),
      catalogue: rules.catalogue)
    guard let facts = RuleFacts(reading, rules.catalogue) else { return [] }
    do throws(QueryFailure) {
      return try DecidingValues(of: rule, in: facts).hidden().map { "as written: \($0)" }
    } catch {
      return ["as written: \(error.sentence)"]
    }
  }

  /// The review of a description by the rule alone.
  package func review(_ description: String) -> Review {
    let path = "example.tenfold.yaml"
    return Review.make(
      path: path, files: .memory([path: Array(description.utf8)]), rules: rules)
  }

  private func check(
    _ description: String, as what: String, after mutation: Mutation? = nil
  ) -> [String] {
    let accepted = mutation == .accepted
    let review = review(description)
    let problems = review.problems.map { problem in
      "\(what): line \(line(problem)): \(problem.sentence)"
    }
    // Other names make other sentences.
    let expected = Mark.marks(in: description).map { mutation == .renamed ? $0.wordless : $0 }
    // What is said about a component added by a mutation is no part of the example.
    let findings = (accepted ? review.open : review.findings).filter {
      $0.element != Mutation.bystander
    }
    // What no rule waits for is asked of every system.
    let questions = review.questions.filter {
      $0.element != Mutation.bystander && !$0.standsAlone
    }
    let found =
      findings.map {
        Mark.finding($0.place.start.line, $0.severity, "\($0.message) \($0.arithmetic ?? "")")
      } + questions.map { Mark.question($0.place.start.line, $0.property) }
    return problems
      + differences(expected.filter { !accepted || !$0.isFinding }, found, what)
      + (example.isCounterExample && expected.contains(where: \.isFinding)
        ? ["\(what): a counter-example expects a finding"] : [])
  }

  private func differences(_ expected: [Mark], _ found: [Mark], _ what: String) -> [String] {
    var missing = expected
    var surplus: [Mark] = []
    for mark in found {
      if let match = missing.firstIndex(where: { $0.matches(mark) }) {
        missing.remove(at: match)
      } else {
        surplus.append(mark)
      }
    }
    return missing.map { "\(what): expected \($0.words(example.line))" }
      + surplus.map { "\(what): found \($0.words(example.line))" }
  }

  /// The line on the page: of its query, or of the example.
  private func line(_ problem: Problem) -> Int {
    (problem.place?.start.line ?? 1) + (problem.isOfRule ? 0 : example.line - 1)
  }
}
