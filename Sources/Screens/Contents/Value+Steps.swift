import Architecture
import Findings
import Glibc
import YAML

extension Value {
  /// The value as a description writes it; nil for one that the type would not read back.
  func written(as type: ValueType) -> String? {
    let words = measure(type).words
    return [words.filter { $0 != " " }, words].first { type.value(of: $0) != nil }
  }

  /// The next greater or lesser value; nil where there is none.
  ///
  /// Whole numbers change by a quarter and at least by one, shares by five in a hundred, others by
  /// a quarter; of a range its upper end.
  func next(_ direction: Double, of type: ValueType) -> Value? {
    switch self {
    case .flag(let flag): .flag(!flag)
    case .number(let number): Self.next(number, direction, of: type).map(Value.number)
    case .times(let factor): Self.next(factor, direction, of: type).map(Value.times)
    case .range(let low, let high):
      Self.next(high, direction, of: type).map { .range(low == high ? $0 : min(low, $0), $0) }
    case .text, .list, .growth: nil
    }
  }

  private static func next(_ number: Double, _ direction: Double, of type: ValueType) -> Double? {
    guard number.isFinite else { return nil }
    switch type {
    case .ratio:
      let share = ((number + direction * 0.05) * 100).rounded() / 100
      return (0...1).contains(share) ? share : nil
    case .count, .whole, .countRange, .room:
      let next = number + direction * max(1, (number * 0.25).rounded())
      return next >= 1 ? next : nil
    default:
      guard number > 0 else { return nil }
      let next = direction > 0 ? number * 1.25 : number / 1.25
      let digit = pow(10, (log10(next)).rounded(.down) - 1)
      return (next / digit).rounded() * digit
    }
  }
}
