/// The smallest set of numbers by which a system carries a target.
///
/// All limits below the target get the value that carries it, and the model is solved anew, until
/// none is left: pools grow with replicas, and what comes next may break. What rests on others is
/// looked at after them: pools after replicas, connections after pools, and what follows from
/// models after what follows from laws, one by one. A limit that no number moves is left and said,
/// and the others go on. In the end, each change without which the target is carried is dropped.
package struct SmallestChanges: Sendable {
  /// Times today's peak that is to be carried.
  package let target: Double
  /// The changes, in the order in which demand needs them.
  package private(set) var steps: [PlannedChange] = []
  /// Limits below the target that no value of a property moves, the first one reached in front.
  package private(set) var left: [PlannedChange.Bound] = []
  /// Whether so much had to be solved again and again that the search was ended.
  package private(set) var isCutShort = false

  /// Times that the model is solved while changes are looked for; each time settles all limits of
  /// one kind, but for those that follow from models.
  private static let rounds = 48

  let model: GrowthModel
  private let most: Int
  private let search: ChangeSearch

  /// Looks for the changes of a model.
  ///
  /// Where structure is preferred, a cache, shards or breakers stand for larger numbers.
  package init(_ model: GrowthModel, target: Double, prefersStructure: Bool = false) {
    (self.model, self.target) = (model, target)
    most = Budget.variants(Budget.remedies, components: model.limits.count)
    var search = ChangeSearch(model, target: target, prefersStructure: prefersStructure)
    var rounds = Budget.variants(Self.rounds, components: model.limits.count) + Self.fewestRounds
    while rounds > 0, search.step() { rounds -= 1 }
    self.search = search
    isCutShort = rounds == 0 && !search.isDone
    steps = search.changes
    tellMonths()
    sort()
    dropNeedless()
    solveEach()
    left = search.left
  }

  /// Rounds for systems of any size: one for each kind of limit that rests on others, and again.
  private static let fewestRounds = 8

  /// The model with all changes made.
  package var result: GrowthModel { search.applying(steps) }

  /// Whether the changes reach the target.
  package var isReached: Bool { left.isEmpty }

  /// The same with other steps; nil where they leave a limit below the target.
  func replacingSteps(by steps: [PlannedChange]) -> SmallestChanges? {
    guard search.isDone(search.applying(steps)) else { return nil }
    var changes = self
    changes.steps = steps
    changes.solveEach()
    changes.tellMonths()
    return changes
  }

  /// Puts the changes in the order in which demand needs them: by when, as far as growth leads
  /// there, then by load.
  private mutating func sort() {
    steps = steps.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      return (left.months ?? .infinity, left.bound.headroom, one.offset)
        < (right.months ?? .infinity, right.bound.headroom, other.offset)
    }.map(\.element)
  }

  /// Drops each change without which no further limit is below the target.
  private mutating func dropNeedless() {
    guard steps.count <= most else { return }
    for index in steps.indices.reversed() {
      var others = steps
      others.remove(at: index)
      if search.isDone(search.applying(others)) { steps = others }
    }
  }

  /// Solves the model after each change, as far as there is time.
  private mutating func solveEach() {
    for index in steps.indices.prefix(most) {
      steps[index].after = search.applying(Array(steps[...index])).headroom
    }
  }

  private mutating func tellMonths() {
    let growth = model.growthByComponent()
    for index in steps.indices {
      let bound = steps[index].bound
      steps[index].months =
        bound.headroom <= 1
        ? 0 : growth?[bound.component].of(bound.limit).months(until: bound.headroom)
    }
  }
}
