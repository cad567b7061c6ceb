import Foundation
import SourceText

/// A number of a sentence with its unit, in base units.
struct WrittenNumber: Hashable {
  let text: String
  let value: Double
  /// By how much rounding may have moved it.
  let slack: Double

  private static let units: [String: Double] = [
    "ms": 1e-3, "s": 1, "min": 60, "h": 3600, "d": 86400, "/s": 1, "/min": 1 / 60.0,
    "/h": 1 / 3600.0, "/day": 1 / 86400.0, "%": 0.01, "months": Seconds.month, "k": 1e3,
    "k/s": 1e3, "M/s": 1e6, "x": 1, "B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "": 1,
  ]

  /// A part of a sentence or formula: a number, a sign of arithmetic, or words.
  enum Part {
    case number(WrittenNumber), sign(String), words
  }

  /// The numbers of a text, without those that are part of a name.
  static func all(in text: String, without names: [String] = []) -> [WrittenNumber] {
    parts(of: text, without: names).compactMap { part in
      if case .number(let number) = part { number } else { nil }
    }
  }

  /// A text in parts, without numbers that are part of a name.
  static func parts(of text: String, without names: [String] = []) -> [Part] {
    var text = text
    for name in names.sorted(by: { $0.count > $1.count }) where name.contains(where: \.isNumber) {
      text = text.replacing(name, with: "")
    }
    let marks = CharacterSet(charactersIn: "(),;:")
    let words = text.split(separator: " ").map(String.init)
    let bare = words.map { $0.trimmingCharacters(in: marks) }
    return words.indices.flatMap { index -> [Part] in
      if ["x", "/", "+", "-", "=", "<", ">", "<=", ">="].contains(words[index]) {
        return [.sign(words[index])]
      }
      let next = bare.indices.contains(index + 1) ? bare[index + 1] : ""
      guard let number = WrittenNumber(bare[index], before: next) else {
        let isUnit = index > 0 && Self.units[bare[index]] != nil && words[index] == bare[index]
        return isUnit ? [] : [.words]
      }
      return bare[index] == words[index] ? [.number(number)] : [.number(number), .words]
    }
  }

  init?(_ word: String, before next: String) {
    let word = word.replacing(",", with: "")
    let digits = word.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits), !digits.isEmpty else { return nil }
    let own = String(word.dropFirst(digits.count))
    let unit = own.isEmpty && Self.units[next] != nil ? next : own
    guard let factor = Self.units[unit] else { return nil }
    text = unit == own ? word : "\(word) \(unit)"
    value = number * factor
    let places = digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0
    slack = pow(10, -Double(places)) * factor
  }

  /// Whether it is a value, rounded or cut.
  func isRounded(_ other: Double) -> Bool {
    abs(value - other) <= max(slack, 0.005 * abs(other))
  }
}
