/// What a review says: findings, questions and problems, with their evidence.
///
/// This module knows no rules and no architecture; it is the vocabulary that rules write and
/// reports read.

/// How much a finding matters, from `low` to `critical`.
package enum Severity: Int, Comparable, CaseIterable, Sendable {
  case low, medium, high, critical

  /// The word people read and write.
  package var word: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// The severity a word names.
  package init?(word: String) {
    guard let match = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }

  /// The severity some steps up or down the ladder, staying on it.
  package func moved(by steps: Int) -> Severity {
    let moved = min(max(rawValue + steps, Self.low.rawValue), Self.critical.rawValue)
    return Severity(rawValue: moved) ?? self
  }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
