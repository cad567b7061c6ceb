import Facts
import Findings
import Foundation
import Rules
import SourceText

/// What a finding shows, and what follows from that.
///
/// Beside the values: a sum over one property of several elements, what growth makes of today at a
/// time, the time at which it makes that, and the number of the elements shown. A formula may say
/// in addition what it computes itself, to the right of `=`.
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
        // What arrows bring adds up, and so do the elements that they come from.
        let isArrow = evidence.name.split(separator: " ").count > 3
        sums[isArrow ? "arrows' " + property : property, default: 0] += number
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

  /// Takes the numbers of a sentence; those that neither the evidence nor the formula shows.
  func missing(in sentence: [WrittenNumber]) -> [WrittenNumber] {
    sentence.filter { !isShown($0) }
  }

  /// Takes a formula from left to right; its numbers that are neither shown nor computed in it.
  mutating func take(_ formula: [WrittenNumber.Part]) -> [WrittenNumber] {
    var missing: [WrittenNumber] = []
    var term = Term()
    for part in formula {
      switch part {
      case .words: term = Term()
      case .sign(let sign): term.sign = sign
      case .number(let number):
        if term.sign == "=", let value = term.value, number.isRounded(value) {
          known.append(value)
        } else if !isShown(number) {
          missing.append(number)
        }
        known.append(number.value)
        term.append(number.value)
      }
    }
    return missing
  }

  /// What stands to the left of a `=`: products and quotients, added up.
  private struct Term {
    var sign: String?
    private var sum = 0.0
    private var last: Double?

    /// What it comes to; nil where there is nothing.
    var value: Double? { last.map { sum + $0 } }

    mutating func append(_ number: Double) {
      switch (sign, last) {
      case ("x", let left?): last = left * number
      case ("/", let left?): last = left / number
      case ("+", let left?): (sum, last) = (sum + left, number)
      case ("-", let left?): (sum, last) = (sum + left, -number)
      default: (sum, last) = (0, number)
      }
      sign = nil
    }
  }

  private func isShown(_ number: WrittenNumber) -> Bool {
    known.contains { number.isRounded($0) || isGrown(number, $0) }
  }

  /// Whether it is what growth makes of a value at a shown time, or a date.
  ///
  /// Load with a bound of its own grows less than all of it, so that a share at the horizon may be
  /// lower, and a date later: of both the growth model has the answer.
  private func isGrown(_ number: WrittenNumber, _ value: Double) -> Bool {
    guard let (factor, period) = growth, factor > 1, value > 0, value.isFinite else { return false }
    if number.text.hasSuffix("months") { return true }
    return known.contains { time in
      let grown = value * pow(factor, time / period)
      return number.isRounded(grown)
        || number.text.hasSuffix("%") && value < number.value && number.value < grown
    }
  }
}
