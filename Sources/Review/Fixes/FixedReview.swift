import Architecture
package import Description
package import Findings
import SourceText

/// A description with the fixes of some findings made one after the other, as far as each ends its
/// finding and brings nothing graver.
package struct FixedReview {
  /// A finding whose fix was not made, and why.
  package struct Left: Sendable {
    /// The finding.
    package let finding: JudgedFinding
    /// One clause: `a person has to decide`.
    package let reason: String
  }

  /// The review before.
  package let before: Review
  /// The review with the fixes that were made.
  package private(set) var after: Review
  /// Findings that were fixed, in their order.
  package private(set) var fixed: [JudgedFinding] = []
  /// Findings that were not.
  package private(set) var left: [Left] = []
  /// What the files say now that differ, by their paths; each once, with what it said before.
  package private(set) var changes: [DescriptionChange] = []

  /// Reviews the description where some files say something else, by their paths.
  package typealias Making = ([String: String]) -> Review

  private let make: Making

  /// Fixes findings of a review.
  package init(_ review: Review, _ findings: [JudgedFinding], making: @escaping Making) {
    (before, after, make) = (review, review, making)
    for finding in findings { fix(finding) }
  }

  private mutating func fix(_ finding: JudgedFinding) {
    guard let finding = after.open.first(where: { $0.fingerprint == finding.fingerprint }) else {
      // What another fix has ended is fixed as well.
      return fixed.append(finding)
    }
    if let reason = whyLeft(finding) { left.append(Left(finding: finding, reason: reason)) }
  }

  /// Makes the fix of a finding; why it is not made, if it is not.
  private mutating func whyLeft(_ finding: JudgedFinding) -> String? {
    guard !finding.fix.isEmpty else { return "a person has to decide" }
    guard let architecture = after.architecture else { return "nothing was read" }
    let new: [DescriptionChange]
    do throws(DescriptionChange.Refusal) {
      new = try DescriptionChange.all(finding.fix, in: architecture, after.sources)
    } catch {
      return error.message
    }
    var texts = Dictionary(changes.map { ($0.path, $0.new) }) { _, last in last }
    for change in new { texts[change.path] = change.new }
    let review = make(texts)
    if let reason = objection(to: review, fixing: finding) { return reason }
    for change in new {
      if let index = changes.firstIndex(where: { $0.path == change.path }) {
        changes[index] = changes[index].followed(by: change)
      } else {
        changes.append(change)
      }
    }
    after = review
    fixed.append(finding)
    return nil
  }

  /// What speaks against a review as the outcome of a fix; nil where nothing does.
  private func objection(to review: Review, fixing finding: JudgedFinding) -> String? {
    if let problem = review.problems.added(since: after.problems).first {
      return "its fix would be a mistake: \(problem.message)"
    }
    if review.open.contains(where: { $0.fingerprint == finding.fingerprint }) {
      return "its fix would leave it as it is"
    }
    let there = Set(after.findings.map(\.fingerprint))
    let graver = review.open.first { new in
      !there.contains(new.fingerprint) && new.severity >= finding.severity
    }
    return graver.map { "its fix would bring: \($0.message)" }
  }
}
