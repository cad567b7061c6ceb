/// A value as evidence shows it.
package enum Measure: Hashable, Sendable {
  case number(Double, Unit)
  case range(Double, Double, Unit)
  case text(String)
  case flag(Bool)

  /// The number, or the upper end of a range.
  package var number: Double? {
    switch self {
    case .number(let number, _), .range(_, let number, _): number
    case .text, .flag: nil
    }
  }

  /// The value for people.
  package var words: String {
    switch self {
    case .number(let value, let unit): unit.format(value)
    case .range(let low, let high, let unit):
      low == high ? unit.format(low) : "\(unit.format(low))..\(unit.format(high))"
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}
