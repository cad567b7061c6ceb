import Facts
import Findings
import Foundation
import Rules
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

  /// The numbers of a text, without those that are part of a name.
  static func all(in text: String, without names: [String] = []) -> [WrittenNumber] {
    var text = text
    for name in names.sorted(by: { $0.count > $1.count }) where name.contains(where: \.isNumber) {
      text = text.replacing(name, with: "")
    }
    let words = text.split(separator: " ").map {
      String($0).trimmingCharacters(in: CharacterSet(charactersIn: "(),;:"))
    }
    return words.indices.compactMap { index in
      let next = words.indices.contains(index + 1) ? words[index + 1] : ""
      return WrittenNumber(words[index], before: next)
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

/// What a finding shows, and what follows from that.
///
/// Beside the values, an operand of a sentence may be one of them added to, taken from, multiplied
/// with or divided by another; a sum over one property of several elements; what growth makes of
/// today at a time; the time at which it makes that; and the number of the elements shown.
struct ShownNumbers {
  private(set) var known: [Double] = [1]
  private var growth: (factor: Double, period: Double)?

  init(_ finding: JudgedFinding, _ rule: Rule) {
    var sums: [String: Double] = [:]
    for evidence in finding.evidence {
      let property = String(evidence.name.prefix { $0 != " " })
      switch evidence.value {
      case .number(let number, _):
        known.append(number)
        sums[property, default: 0] += number
      case .range(let low, let high, _): known += [low, high]
      case .text(let text):
        let numbers = WrittenNumber.all(in: text).map(\.value)
        known += numbers
        if property == "growth", numbers.count == 2 { growth = (numbers[0], numbers[1]) }
      case .flag: break
      }
    }
    known += sums.values
    known += rule.parameters.flatMap { WrittenNumber.all(in: $0.text).map(\.value) }
    known += [finding.steps.count, finding.evidence.count].map(Double.init)
    known += finding.level.headroom.map { [$0, 1 / $0] } ?? []
  }

  /// Takes the numbers of a sentence from left to right; those that do not follow.
  mutating func take(_ numbers: [WrittenNumber]) -> [WrittenNumber] {
    numbers.filter { number in
      defer { known.append(number.value) }
      return !follows(number)
    }
  }

  private func follows(_ number: WrittenNumber) -> Bool {
    for (index, left) in known.enumerated() {
      if number.isRounded(left) || isGrown(number, left) { return true }
      for right in known[index...] {
        for value in [left * right, left / right, right / left, left + right, abs(left - right)]
        where number.isRounded(value) || isGrown(number, value) {
          return true
        }
      }
    }
    return false
  }

  /// Whether it is what a share becomes after a time, or the time after which growth is that much.
  private func isGrown(_ number: WrittenNumber, _ value: Double) -> Bool {
    guard let (factor, period) = growth, factor > 1, value > 0, value.isFinite else { return false }
    let time = log(value) / log(factor) * period
    if time > 0, abs(number.value - time) <= max(number.slack, 0.02 * time) { return true }
    return known.contains { number.isRounded(value * pow(factor, $0 / period)) }
  }
}
