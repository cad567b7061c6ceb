package import Architecture

/// One thing that a description expects of its system, held against the model.
package struct Expectation: Sendable {
  /// What the model says of it.
  package enum Verdict: String, Sendable {
    case met, unmet
    /// Something has to be known first.
    case undecided
  }

  /// The scenario that it is part of; nil for today.
  package let scenario: String?
  /// What it is expected of: the system, or a journey.
  package let element: ElementID
  /// Which key says so.
  package let property: Property
  /// The loss to survive, as written; nil for other keys.
  package let loss: String?
  /// What is written, and where.
  package let fact: Fact
  /// What is expected, to follow `is expected to`: `handle 3x today's peak`.
  package let words: String
  /// What the model says of it.
  package let answer: Answer

  /// A verdict with the numbers that it rests on.
  package struct Answer: Sendable {
    /// Whether it is met.
    package let verdict: Verdict
    /// What there is: `it handles 1.4x: orders-db (write capacity) saturates first`.
    package let words: String

    init(_ verdict: Verdict, _ words: String) {
      (self.verdict, self.words) = (verdict, words)
    }
  }

  /// Its key: `carries`, `survives`.
  package var key: String { Group.expect.key(of: property) ?? property.name }

  /// What tells it from others of its element, whatever its number: `sale survives west-2`.
  package var about: String { [scenario, key, loss].compactMap(\.self).joined(separator: " ") }
}
