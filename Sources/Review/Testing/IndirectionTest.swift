import Findings
import SourceText

/// Whether a rule finds the same where a system is said in another shape, which has other lines.
struct IndirectionTest {
  /// A finding without its lines and words.
  private struct Hit: Hashable {
    let rule: String
    let severity: Severity
    let element: String

    var words: String { "a \(severity.word) finding on `\(element)`" }
  }

  private let mutation: Mutation
  private let expected: Set<Hit>

  /// A test of a change to what was reviewed before.
  init(_ mutation: Mutation, before review: Review) {
    self.mutation = mutation
    expected = Set(
      review.findings.compactMap { finding in
        // Of what is folded together the operation is part of the name before, too.
        (mutation == .flat ? mutation.originalName(of: finding.element) : finding.element).map {
          Hit(rule: finding.rule, severity: finding.severity, element: $0)
        }
      })
  }

  /// What differs after the change; what is said of that which came with it is no part of that.
  func failures(_ review: Review) -> [String] {
    let found = Set(
      review.findings.compactMap { finding in
        mutation.originalName(of: finding.element).map {
          Hit(rule: finding.rule, severity: finding.severity, element: $0)
        }
      })
    let what = mutation.rawValue
    // What came with the change says nothing of itself, and may be asked about first.
    let isAsking = review.questions.contains {
      mutation != .flat && mutation.originalName(of: $0.element) != $0.element
        && !$0.rules.isEmpty
    }
    let missing = isAsking ? [] : expected.subtracting(found)
    return review.problems.map { "\(what): \($0.sentence)" }
      + missing.map { "\(what): expected \($0.words)" }.sorted()
      + found.subtracting(expected).map { "\(what): found \($0.words)" }.sorted()
  }
}
