import Architecture
package import Description
import Findings
package import Growth
package import SourceText

/// The smallest set of changes by which a system reaches a target, and what they bring.
package struct Plan: Sendable {
  /// Times today's peak that are to be handled.
  package let target: Double
  /// Where the target comes from, as a phrase.
  package let reason: String
  /// The review of today.
  package let before: Review
  /// The review with all steps; its findings say how they stand against today's.
  package let after: Review
  /// The changes, in the order in which demand needs them.
  package let steps: [PlanStep]
  /// What stays below the target, because no number moves it.
  package let left: [Left]
  /// Whether so much is below the target that not all of it was looked at.
  package let isCutShort: Bool
  /// Findings that came, went or changed.
  package let comparison: ReviewDiff

  /// A limit that no number moves.
  package struct Left: Sendable {
    /// The component.
    package let element: String
    /// Its limit.
    package let limit: LimitKind
    /// Times today's peak at which it is reached.
    package let headroom: Double
  }

  /// Reviews the description with some what-ifs.
  package typealias Making = (WhatIf) -> Review

  /// Plans for a goal; nil where nothing could be read, or no growth leads to the day.
  package init?(_ goal: PlanGoal, making: Making) {
    let before = making(goal.whatIf)
    guard let model = before.growth, let target = goal.multiple(of: model.architecture) else {
      return nil
    }
    let changes = SmallestChanges(model, target: target.multiple)
    let architecture = model.architecture
    let steps = changes.steps.map { PlanStep($0, of: architecture, before.sources) }
    var whatIf = goal.whatIf
    whatIf.changes += steps.compactMap(\.change)
    (self.target, reason, self.steps) = (target.multiple, target.reason, steps)
    self.before = before
    comparison = ReviewDiff(old: before, new: steps.isEmpty ? before : making(whatIf))
    after = comparison.new
    left = changes.left.map {
      Left(
        element: architecture.components[$0.component].name, limit: $0.limit,
        headroom: $0.headroom)
    }
    isCutShort = changes.isCutShort
  }

  /// Whether all limits that are known are at the target or above with all steps.
  package var raisesKnownLimits: Bool {
    after.headroom.map { $0.multiple >= target * (1 - 1e-9) } ?? (before.headroom != nil)
  }

  /// Whether the target is handled with all steps: nothing undeclared makes the headroom lower.
  package var isReached: Bool { raisesKnownLimits && after.headroom?.isAtMost != true }

  /// Whether all that is expected is met then as well.
  package var isMet: Bool { isReached && after.openExpectations.isEmpty && mistakes.isEmpty }

  /// What the steps would make wrong in the description.
  package var mistakes: [Problem] { after.problems.added(since: before.problems) }

  /// What is expected, with what the model says of it today and with all steps.
  package var expectations: [(before: Expectation, after: Expectation)] {
    Array(zip(before.expectations, after.expectations))
  }

  /// What has to be declared so that the headroom then is no upper bound.
  package var unknown: [String] {
    guard after.headroom?.isAtMost == true, let model = after.growth else { return [] }
    return model.unknownLimits.map { $0.words(in: model.architecture) }
  }

  /// The files of the description with all steps written.
  package func written() throws(DescriptionChange.Refusal) -> [DescriptionChange] {
    guard let architecture = before.architecture, !steps.isEmpty else { return [] }
    return try DescriptionChange.all(steps.map(\.edit), in: architecture, before.sources)
  }
}
