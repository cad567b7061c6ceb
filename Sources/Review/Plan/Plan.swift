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
  /// What the description leaves open, with the least values that reach the target.
  package let solved: [SolvedValue]
  /// The changes, in the order in which demand needs them.
  package private(set) var steps: [PlanStep]
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

  /// Other ways to the target, where there are some.
  package private(set) var alternatives: [Plan]
  /// In what it is another way than the plan by the smallest numbers.
  package let way: PlanWay
  /// What changes for the target alone would serve of the journey that is served least, in the
  /// simulation, so that these are sized for more; nil where they are not.
  package let shortfall: Double?
  /// Times today's peak that the changes are sized for.
  package let size: Double

  /// What the first step builds anew; nil where it builds nothing.
  private let built: Review?

  /// Reviews the description with some what-ifs, and some files that say something else, by their
  /// paths.
  package typealias Making = (WhatIf, [String: String]) -> Review

  /// Plans for a goal; nil where nothing could be read, or no growth leads to the day.
  package init?(_ goal: PlanGoal, making: Making) {
    let before = making(goal.whatIf, [:])
    guard let model = before.growth, let target = goal.multiple(of: model.architecture) else {
      return nil
    }
    let solved = SolvedValue.all(of: model, at: target.multiple, before.sources)
    var whatIf = goal.whatIf
    whatIf.changes += solved.compactMap(\.change)
    let base = solved.isEmpty ? before : making(whatIf, [:])
    let changes = TriedChanges(base.growth ?? model, target: target.multiple)
    let alternatives = changes.others.map { way, changes in
      Plan(target, changes, way, (before, base), solved, whatIf, [], making)
    }
    self.init(target, changes, .numbers, (before, base), solved, whatIf, alternatives, making)
    self.alternatives += rebuilt(from: base, changes.changes, whatIf, making)
  }

  private init(
    _ target: (multiple: Double, reason: String), _ tried: TriedChanges, _ way: PlanWay,
    _ reviews: (before: Review, base: Review), _ solved: [SolvedValue], _ whatIf: WhatIf,
    _ alternatives: [Plan], _ making: Making
  ) {
    let changes = tried.changes
    (self.way, shortfall, size) = (way, tried.shortfall, changes.target)
    let architecture = reviews.base.architecture
    let steps =
      architecture.map { architecture in
        changes.steps.map { PlanStep($0, of: architecture, reviews.base.sources) }
      } ?? []
    (self.target, reason, self.steps) = (target.multiple, target.reason, steps)
    (before, self.alternatives, self.solved) = (reviews.before, alternatives, solved)
    built = nil
    comparison = ReviewDiff(
      old: before, new: Self.after(steps, reviews.base, whatIf, making))
    after = comparison.new
    left = Self.left(changes, of: architecture)
    isCutShort = changes.isCutShort
  }

  /// The plan that begins with something built anew.
  init(
    _ plan: Plan, _ first: PlanStep, _ tried: TriedChanges, _ way: PlanWay,
    _ built: (review: Review, files: [String: String]), _ whatIf: WhatIf, _ making: Making
  ) {
    let changes = tried.changes
    (self.way, shortfall, size) = (way, tried.shortfall, changes.target)
    (target, reason, before) = (plan.target, plan.reason, plan.before)
    self.built = built.review
    let rest =
      built.review.architecture.map { architecture in
        changes.steps.map { PlanStep($0, of: architecture, built.review.sources) }
      } ?? []
    (steps, alternatives, solved) = ([first] + rest, [], plan.solved)
    comparison = ReviewDiff(
      old: before,
      new: Self.after(rest, built.review, whatIf, making, files: built.files))
    after = comparison.new
    left = Self.left(changes, of: built.review.architecture)
    isCutShort = changes.isCutShort
  }

  private static func left(_ changes: SmallestChanges, of architecture: Architecture?) -> [Left] {
    changes.left.compactMap { bound in
      architecture.map {
        Left(
          element: $0.components[bound.component].name, limit: bound.limit,
          headroom: bound.headroom)
      }
    }
  }

  /// The review with all steps: as what-ifs, which keep what was measured for today's system, or,
  /// where something goes, as a changed text.
  private static func after(
    _ steps: [PlanStep], _ base: Review, _ whatIf: WhatIf, _ making: Making,
    files: [String: String] = [:]
  ) -> Review {
    guard !steps.isEmpty else { return base }
    var whatIf = whatIf
    whatIf.changes += steps.compactMap(\.changes).flatMap(\.self)
    let texts = (try? written(steps.filter { $0.changes == nil }.flatMap(\.edits), base)) ?? []
    return making(whatIf, files.merging(texts.map { ($0.path, $0.new) }) { _, new in new })
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

  /// What the system costs at today's load and at the target, without the steps and with them; nil
  /// without prices.
  package var costs: (before: CostForecast, after: CostForecast)? {
    guard let before = before.growth.flatMap({ CostForecast($0, at: [1, target]) }),
      let after = after.growth.flatMap({ CostForecast($0, at: [1, target]) })
    else { return nil }
    return (before, after)
  }

  /// What has to be declared so that the headroom then is no upper bound.
  package var unknown: [String] {
    guard after.headroom?.isAtMost == true, let model = after.growth else { return [] }
    return model.unknownLimits.map { $0.words(in: model.architecture) }
  }

  /// The files of the description with all steps written.
  package func written() throws(DescriptionChange.Refusal) -> [DescriptionChange] {
    let numbers = steps.dropFirst(built == nil ? 0 : 1).flatMap(\.edits)
    let later = try Self.written(solved.compactMap(\.edit) + numbers, built ?? before)
    guard built != nil, let first = steps.first else { return later }
    let earlier = try Self.written(first.edits, before)
    return earlier.map { change in
      later.first { $0.path == change.path }.map(change.followed) ?? change
    } + later.filter { change in !earlier.contains { $0.path == change.path } }
  }

  private static func written(
    _ edits: [FixStep], _ review: Review
  ) throws(DescriptionChange.Refusal) -> [DescriptionChange] {
    guard let architecture = review.architecture, !edits.isEmpty else { return [] }
    return try DescriptionChange.all(edits, in: architecture, review.sources)
  }
}
