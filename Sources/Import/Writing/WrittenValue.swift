import Findings
import SourceText
import YAML

/// Values in the forms in which descriptions have them, to the last digit.
enum WrittenValue {
  static func text(of value: Value, _ type: ValueType) -> String {
    switch value {
    case .number(let number): self.number(number, type)
    case .range(let low, let high):
      low == high ? number(low, type) : number(low, type) + ".." + number(high, type)
    case .text(let text): scalar(text)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items):
      items.count == 1 ? scalar(items[0]) : "[" + items.map(scalar).joined(separator: ", ") + "]"
    case .times(let factor): Unit.digits(factor, significant: 12) + "x"
    case .growth(let factor, let period):
      "\(Unit.digits(factor, significant: 12))x in \(Unit.digits(period, significant: 12))s"
    }
  }

  private static func number(_ number: Double, _ type: ValueType) -> String {
    guard number.isFinite else { return "unlimited" }
    let digits = { Unit.digits($0, significant: 12) }
    return switch type {
    case .duration: number < 1 ? digits(number * 1000) + "ms" : digits(number) + "s"
    case .rate, .peak: digits(number) + "/s"
    case .size: size(number)
    case .bandwidth: digits(number) + "B/s"
    case .ratio: digits(number * 100) + "%"
    case .multiple: digits(number) + "x"
    default: digits(number)
    }
  }

  private static let sizes = [
    (0x1p30, "GiB"), (1e9, "GB"), (0x1p20, "MiB"), (1e6, "MB"), (0x1p10, "KiB"), (1e3, "KB"),
  ]

  /// A size in the largest unit of which it is a whole number.
  private static func size(_ bytes: Double) -> String {
    let unit = sizes.first { bytes >= $0.0 && bytes.remainder(dividingBy: $0.0) == 0 } ?? (1, "B")
    return Unit.digits(bytes / unit.0, significant: 12) + unit.1
  }

  /// A text as it is, or in quotes where YAML would take it for something else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "-_./ ".unicodeScalars.contains($0)
      }
      && text.first?.isLetter == true && text.last != " "
      && !["true", "false", "yes", "no", "null", "on", "off"].contains(text.lowercased())
    return isPlain ? text : JSONValue.quoted(text)
  }
}
