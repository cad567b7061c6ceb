import Architecture
package import Description
import Findings
import Growth
import SourceText

/// What a plan is to reach, and by when.
package struct PlanGoal: Sendable {
  /// Times today's peak, as asked for; nil where the description says it.
  package var target: Double?
  /// Days until then; nil where the declared growth says it.
  package var days: Int?

  /// What the description says: what it expects to handle, the declared growth, else ten times.
  package init() {}

  /// What is supposed of the system besides.
  package var supposed = WhatIf()

  /// What is supposed of the system: that it grows to the target by the day, and what else is.
  package var whatIf: WhatIf {
    var whatIf = supposed
    if let target, let days {
      whatIf.changes += [Change("growth=\(Unit.digits(target))x in \(days)d")].compactMap(\.self)
    }
    return whatIf
  }

  /// The multiple, and where it comes from; nil where a day is named, and no growth leads there.
  func multiple(of architecture: Architecture) -> (multiple: Double, reason: String)? {
    if let target { return (target, days.map { "in \($0) days" } ?? "--target") }
    let growth = GrowthRate(architecture.facts)
    if let days {
      return growth.map {
        ($0.factor(after: Double(days) * Seconds.day), "the declared growth, in \(days) days")
      }
    }
    let journeys = architecture.journeys.map(\.facts)
    let expected = ([architecture.facts] + journeys).compactMap { $0.number(.expectCarries) }.max()
    if let expected, expected >= growth?.factor ?? 0 { return (expected, "as expected") }
    return growth.map { ($0.factor, "the declared growth") }
      ?? (Remedies.usualTarget, "no growth is declared")
  }
}
