/// The range of something that was assumed, and what the answer becomes at its ends.
package struct Sensitivity: Hashable, Sendable {
  /// The answer at one end.
  package struct End: Hashable, Sendable {
    /// The value there, in words.
    package let value: String
    /// How many times today's peak the system carries then; nil when no limit is known.
    package let headroom: Double?
    /// The component that breaks first then.
    package let element: String?
    /// The time in seconds within which 99 of 100 of the journey are done at today's peak, where
    /// that is what the assumption moves.
    package let p99: Double?
  }

  /// The lower end of the range.
  package let low: End
  /// The upper end.
  package let high: End
  /// The journey whose time it moves; nil where it moves none.
  package let journey: String?
  /// Where the range comes from.
  package let source: String

  /// The end at which less is carried; the upper one when both carry the same.
  package var worse: End {
    low.headroom ?? .infinity < high.headroom ?? .infinity ? low : high
  }
}
