/// What a gate that looks at more than single findings says of a review.
package struct GateOutcome: Hashable, Sendable {
  /// The gate with its limit and who sets it: `--min-headroom 10x`.
  package let name: String
  /// Whether the review passes.
  package let isPassed: Bool
  /// Why it fails, or what a pass rests on; nil where that is nothing.
  package let words: String?

  /// The same of a review among several, which the name tells.
  package func named(_ name: String) -> GateOutcome {
    GateOutcome(name: name, isPassed: isPassed, words: words)
  }

  /// `gate failed: --min-headroom 10x: headroom 4x ...`; nil for a pass that rests on nothing.
  package var sentence: String? {
    words.map { "gate \(isPassed ? "passed" : "failed"): \(name): \($0)" }
  }
}
