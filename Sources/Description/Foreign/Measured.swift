package import Architecture
import Findings
package import YAML

/// Facts that were measured, held against what is declared.
package enum Measured {
  private static let mark = "measured in "

  /// What a measured fact says of itself, by how long was measured.
  package static func source(_ window: String) -> String { mark + window }

  /// Whether a fact was measured.
  static func isMeasured(_ fact: Fact) -> Bool { fact.source?.hasPrefix(mark) ?? false }

  /// By how much a measured number may differ from the declared one before it is named.
  private static let tolerance = 0.25

  /// What a measured value says against a declared one; nil where they agree, or are no numbers.
  package static func contradiction(
    _ property: Property, _ declared: Fact, _ measured: Value
  ) -> String? {
    guard let first = declared.value.number, let second = measured.number, first > 0, second > 0
    else { return nil }
    let ratio = second / first
    guard ratio > 1 + tolerance || ratio < 1 / (1 + tolerance) else { return nil }
    let type = property.definition.type
    return "is \(declared.value.measure(type).words), and measured "
      + measured.measure(type).words
  }

  /// What measured facts say against those of a description, with where these are written.
  static func contradictions(
    of declared: FactList, _ measured: FactList
  ) -> [(property: Property, declared: Fact, words: String)] {
    measured.entries.compactMap { property, fact in
      guard isMeasured(fact), let own = declared[property],
        let words = contradiction(property, own, fact.value)
      else { return nil }
      return (property, own, words)
    }
  }
}
