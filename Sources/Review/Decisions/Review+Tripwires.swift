import Architecture
import Findings
import Growth
import SourceText

extension Review {
  /// Decisions of a revision that go further here, or are gone: whoever looks at the change sees
  /// which tripwire it moves.
  func looserDecisions(than earlier: Review?, at revision: String) -> [Problem] {
    guard let earlier, architecture != nil else { return [] }
    let now = Dictionary(decisions.map { ($0.decision.name, $0.decision) }) { first, _ in first }
    return earlier.decisions.map(\.decision).compactMap { before in
      let decision = now[before.name]
      let words: String
      if let decision {
        guard let limit = decision.loosening(since: before) else { return nil }
        words = "goes further here, and `\(revision)` has `\(limit)`"
      } else {
        words = "is gone here, and `\(revision)` has it"
      }
      return Problem(
        .warning, "loosened", "decision `\(before.name)` \(words)",
        remedy: "let its owner agree to that, or restore the limit",
        place: decision.map { sources.place(of: $0.span) }, path: path)
    }
  }
}

extension Decision {
  /// The limit of an earlier form of it that it no longer keeps to; nil where it keeps to all.
  fileprivate func loosening(since before: Decision) -> String? {
    let passed = before.tripwires.first { old in
      !tripwires.contains { $0.words == old.words && $0.isAsStrict(as: old) }
    }
    if let passed { return "until: \(passed.words) \(passed.bound)" }
    if let day = before.review, review.map({ $0 > day }) ?? true { return "review: \(day.text)" }
    guard let load = before.peak, let peak, peak > load else { return nil }
    return "peak: \(Unit.perSecond.format(load))"
  }
}

extension Tripwire {
  /// Whether it reopens whatever another condition on the same number does.
  fileprivate func isAsStrict(as other: Tripwire) -> Bool {
    guard comparison.isUpward == other.comparison.isUpward else { return false }
    if limit == other.limit {
      return comparison.holds(limit, limit) || !other.comparison.holds(limit, limit)
    }
    return comparison.isUpward ? limit < other.limit : limit > other.limit
  }
}
