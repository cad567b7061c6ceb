import Glibc
import SourceText

/// What a number counts; every number of a review has one.
package enum Unit: String, CaseIterable, Sendable {
  case seconds = "s"
  case perSecond = "1/s"
  case bytes = "B"
  case bytesPerSecond = "B/s"
  case ratio = "ratio"
  case count = "count"
  case months = "months"
  case multiple = "x"

  /// The value as a person writes it: `200 ms`, `2.5k/s`, `20 GB`, `99.95 %`, `1.1x`.
  ///
  /// Numbers are rounded to four significant digits, multiples cut to two; an infinite one reads
  /// `unlimited`, and one that nobody can picture `more than 1e15`.
  package func format(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "unknown" : "unlimited" }
    switch self {
    case .seconds where value == 0: return "0 s"
    case .seconds where value >= 2 * Seconds.month && Self.isWhole(value / Seconds.month):
      return Self.digits(value / Seconds.month) + " months"
    case .seconds: return Self.scaled(value, Self.times, separator: " ")
    case .perSecond: return Self.rate(value)
    case .bytes: return Self.scaled(value, Self.sizes, separator: " ")
    case .bytesPerSecond: return Self.scaled(value, Self.sizes, separator: " ") + "/s"
    case .ratio: return Self.digits(value * 100, significant: 6) + " %"
    case .count: return Self.digits(value)
    case .months: return Self.digits(value, significant: 2) + " months"
    case .multiple: return Self.carried(value) + "x"
    }
  }

  private static let times: [(size: Double, name: String)] = [
    (86400, "d"), (3600, "h"), (60, "min"), (1, "s"), (1e-3, "ms"), (1e-6, "us"),
  ]

  private static let sizes: [(size: Double, name: String)] = [
    (1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"), (1, "B"),
  ]

  private static func scaled(
    _ value: Double, _ scale: [(size: Double, name: String)], separator: String
  ) -> String {
    // 90 s reads better than 1.5 min; a step is taken when two of the larger unit fit, or when the
    // value is a whole number of it. And 62 h reads better than 2.583 d.
    let steps = scale.filter {
      abs(value) >= $0.size * 2 || value != 0 && isWhole(value / $0.size)
    }
    let short = steps.first {
      abs(value / $0.size) < 1000 && isWhole(value / $0.size * 10)
    }
    guard let step = short ?? steps.first else {
      return digits(value) + separator + (scale.last?.name ?? "")
    }
    return digits(value / step.size) + separator + step.name
  }

  private static func isWhole(_ value: Double) -> Bool {
    abs(value - value.rounded()) <= 1e-9 * abs(value)
  }

  private static func rate(_ value: Double) -> String {
    switch abs(value) {
    case 1e6...: digits(value / 1e6) + "M/s"
    case 1e4...: digits(value / 1e3) + "k/s"
    case 1..., 0: digits(value) + "/s"
    case (0.1 / 60)...: digits(value * 60) + "/min"
    case (0.1 / 3600)...: digits(value * 3600) + "/h"
    default: digits(value * 86400) + "/day"
    }
  }

  /// A multiple in two digits: rounded down, so that what is said to be carried is carried; an
  /// upper bound rounded up, so that nothing above it is carried.
  package static func carried(_ multiple: Double, isAtMost: Bool = false) -> String {
    multiple == .infinity ? beyond : digits(RiskLevel.twoDigits(multiple, isAtMost ? .up : .down))
  }

  /// The largest number that is written out.
  package static let largest = 1e15
  private static let beyond = "more than 1e15"

  /// A decimal without exponent and without trailing zeros.
  package static func digits(_ value: Double, significant: Int = 4) -> String {
    guard value != 0, value.isFinite else { return "0" }
    guard abs(value) <= largest else { return value > 0 ? beyond : "less than -1e15" }
    var scale = 1.0
    var magnitude = abs(value)
    let limit = decimal(significant)
    while magnitude >= limit { (magnitude, scale) = (magnitude / 10, scale / 10) }
    while magnitude < limit / 10, scale < 1e9 { (magnitude, scale) = (magnitude * 10, scale * 10) }
    // Whole numbers keep all their digits: 12345 stays 12345.
    let rounded = scale < 1 ? value.rounded() : (value * scale).rounded() / scale
    let text = "\(rounded)"
    if abs(rounded) < 1e-3, text.utf8.contains(UInt8(ascii: "e")) { return small(rounded, scale) }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number so small that Swift writes it with an exponent, in units of 1/scale.
  private static func small(_ value: Double, _ scale: Double) -> String {
    var count = Int((abs(value) * scale).rounded())
    var places = Int(log10(scale).rounded())
    while count % 10 == 0, places > 0 { (count, places) = (count / 10, places - 1) }
    let digits = "\(count)"
    return (value < 0 ? "-" : "") + "0."
      + String(repeating: "0", count: max(0, places - digits.count)) + digits
  }

  private static func decimal(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
