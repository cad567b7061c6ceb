import Findings
import YAML

extension SmallestChanges {
  /// Times a change is made larger so that another one can be left out.
  private static let factors = [1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32]
  /// Sets that are tried of a system of usual size.
  private static let mostTried = 160
  /// Changes of a set from which one is to be left out, at most.
  private static let mostSteps = 4

  /// The same target with one change less, for which another one is larger; nil where none of them
  /// makes up for another.
  package var withFewer: SmallestChanges? {
    guard isReached, (2...Self.mostSteps).contains(steps.count) else { return nil }
    var rest = Budget.variants(Self.mostTried, components: model.limits.count)
    for left in steps.indices {
      var others = steps
      others.remove(at: left)
      for raised in others.indices {
        for factor in Self.factors where rest > 0 {
          guard let larger = others[raised].scaled(by: factor) else { break }
          rest -= 1
          var tried = others
          tried[raised] = larger
          if let found = replacingSteps(by: tried) { return found }
        }
      }
    }
    return nil
  }
}

extension PlannedChange {
  /// Times today's value beyond which more is no answer.
  private static let mostTimes = 1000.0

  /// The same change, so many times as large; nil where more of it is no answer.
  fileprivate func scaled(by factor: Double) -> PlannedChange? {
    guard structure == nil, edits.count == 1, let old = edits[0].old?.number,
      let new = edits[0].new?.number, new > old, new * factor <= old * Self.mostTimes
    else { return nil }
    let isWhole = new == new.rounded()
    let larger =
      isWhole ? (new * factor).rounded(.up) : RiskLevel.twoDigits(new * factor, .up)
    var change = self
    if case .range(let least, _)? = edits[0].new {
      change.edits[0].new = .range(least, larger)
    } else {
      change.edits[0].new = .number(larger)
    }
    return change
  }
}
