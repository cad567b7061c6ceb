import SourceText

/// An amount of money, as descriptions write it: `40 EUR`.
package struct Money: Hashable, Sendable {
  /// How much.
  package let amount: Double
  /// In which currency: three letters of ISO 4217.
  package let currency: String

  /// So much of a currency.
  package init(amount: Double, currency: String) {
    (self.amount, self.currency) = (amount, currency)
  }

  /// Reads `40 EUR`, `0.05USD` or `$40`; nil for other texts.
  package init?(_ text: String) {
    let text = text.filter { $0 != " " }
    if let currency = text.first.flatMap({ Self.symbols[$0] }) {
      self.init(digits: text.dropFirst(), currency: currency)
    } else {
      self.init(digits: text.dropLast(3), currency: String(text.suffix(3)))
    }
  }

  private init?(digits: Substring, currency: String) {
    guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (65...90).contains($0) }),
      !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let amount = Double(digits), amount <= Self.most
    else { return nil }
    self.init(amount: amount, currency: currency)
  }

  /// What `0.40 EUR/h` or `30 EUR/month` are in a month; nil for other texts.
  package init?(perMonth text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let money = Money(String(parts[0])),
      let times = Self.perMonth[parts[1].filter { $0 != " " }]
    else { return nil }
    self = times * money
  }

  /// Hours of a month as bills count them: 8,760 hours of a year / 12.
  private static let hoursPerMonth = 8760.0 / 12

  /// Seconds of such a month.
  package static let secondsPerMonth = hoursPerMonth * 3600

  /// How often each time comes in a month.
  static let perMonth: [String: Double] = [
    "h": hoursPerMonth, "hour": hoursPerMonth, "d": hoursPerMonth / 24, "day": hoursPerMonth / 24,
    "month": 1, "y": 1.0 / 12, "year": 1.0 / 12,
  ]

  /// Signs that stand before an amount.
  private static let symbols: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP"]
  /// More than this is no price.
  private static let most = 1e12

  /// Its pattern, for the JSON Schema.
  static let pattern = #"([0-9]*\.?[0-9]+ *[A-Z]{3}|[€$£] *[0-9]*\.?[0-9]+)"#

  /// So many times as much.
  package static func * (factor: Double, money: Money) -> Money {
    Money(amount: factor * money.amount, currency: money.currency)
  }

  /// As a description writes it.
  package var text: String { "\(amount.decimalDigits) \(currency)" }

  /// In two digits, thousands apart: `27,000 EUR`, `1.2M EUR`.
  package var words: String { "\(digits) \(currency)" }

  /// The same without the currency: `27,000`.
  package var digits: String {
    let (number, unit) =
      amount >= 1e9 ? (amount / 1e9, "bn") : amount >= 1e6 ? (amount / 1e6, "M") : (amount, "")
    var scale = 1.0
    while number / scale >= 100 { scale *= 10 }
    while number > 0, number / scale < 10, scale > 1e-6 { scale /= 10 }
    let rounded = (number / scale).rounded() * scale
    return Self.grouped(rounded.decimalDigits) + unit
  }

  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    for (place, digit) in parts[0].reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { whole = "," + whole }
      whole = String(digit) + whole
    }
    return ([whole] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}

extension Double {
  /// Six significant digits without an exponent.
  fileprivate var decimalDigits: String { decimal ?? "0" }
}
