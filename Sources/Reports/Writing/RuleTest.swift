import Findings
import Review
import Rules

/// A rule beside its findings, as formats show it that count tests.
///
/// It has passed where all its checks were made without a finding, and is skipped where it waits
/// for an answer. Rules that do not apply or did not run are no tests.
struct RuleTest {
  let rule: Rule
  /// What it waits for; nil where it has passed.
  let question: String?

  /// The tests of a review, in the order of the rules.
  static func all(of review: Review, by rules: [Rule]) -> [RuleTest] {
    let found = Set(review.findings.map(\.rule))
    var asked: [String: String] = [:]
    for question in review.questions {
      for rule in question.rules where asked[rule] == nil { asked[rule] = question.question }
    }
    return rules.compactMap { rule in
      switch review.outcomes[rule.id] {
      case .waits: RuleTest(rule: rule, question: asked[rule.id] ?? "It waits for an answer.")
      case .checked where !found.contains(rule.id): RuleTest(rule: rule, question: nil)
      case .checked, .doesNotApply, .off, .failed, nil: nil
      }
    }
  }
}
