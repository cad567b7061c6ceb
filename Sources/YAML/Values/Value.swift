/// A value of a property, in base units: seconds, per second, bytes, shares of 1.
package enum Value: Hashable, Sendable {
  case number(Double)
  /// Both ends; the first is never greater than the second.
  case range(Double, Double)
  case text(String)
  case flag(Bool)
  case list([String])
  /// So many times another value of the same element.
  case times(Double)
  /// A multiple reached after a time in seconds.
  case growth(factor: Double, period: Double)

  /// The number, or the upper end of a range.
  package var number: Double? {
    switch self {
    case .number(let number), .range(_, let number): number
    default: nil
    }
  }
}
