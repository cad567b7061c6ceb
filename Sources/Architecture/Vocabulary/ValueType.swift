package import Findings

/// What a property's value looks like in a description.
package enum ValueType: Sendable {
  /// One of a few words.
  case word([String])
  /// Some of a few words.
  case words([String])
  /// Free text on one line.
  case text
  /// A list of free texts.
  case list
  /// `true` or `false`.
  case flag
  /// A whole number, or `none`, or `unlimited`.
  case room
  /// A whole number, or `unlimited`.
  case count
  /// A whole number, or a range of them: `3`, `2..20`.
  case countRange
  /// A number that may have a fraction: `0.2`.
  case number
  /// A share: `95%`.
  case ratio
  /// A time: `200ms`, `30s`, `4 days`.
  case duration
  /// Events in a time: `40/s`, `2.5k/min`.
  case rate
  /// An amount of data: `256KB`, `20GB`.
  case size
  /// A multiple over a time: `10x in 18 months`.
  case growth
  /// How many times as much: `3.4x`.
  case multiple
  /// A day of the calendar: `2027-03-31`.
  case day
  /// The name of a component.
  case reference
  /// The names of components.
  case references
  /// Names of products, looked up in the technology catalogue.
  case technologies

  /// The unit of the number, for types that are one.
  package var unit: Unit? {
    switch self {
    case .room, .count, .countRange, .number: .count
    case .ratio: .ratio
    case .duration: .seconds
    case .rate: .perSecond
    case .size: .bytes
    case .multiple: .multiple
    default: nil
    }
  }

  /// The right form, as shown in complaints and in the manual.
  package var form: String {
    switch self {
    case .word(let words): words.joined(separator: " | ")
    case .words(let words): "a list of " + words.joined(separator: ", ")
    case .text: "a text on one line"
    case .list: "a list such as [email, phone]"
    case .flag: "true or false"
    case .room: "a whole number such as 50, or none, or unlimited"
    case .count: "a whole number such as 64, or unlimited"
    case .countRange: "a whole number or a range, such as 3 or 2..20"
    case .number: "a number such as 2 or 0.2"
    case .ratio: "a share with a percent sign, such as 99.95%"
    case .duration: "a time with its unit, such as 200ms, 30s, 5min, 4h or 14 days"
    case .rate: "a rate with its unit, such as 40/s, 2.5k/min or 100/day"
    case .size: "a size with its unit, such as 256KB, 20GB or 1GiB"
    case .growth: "a multiple in a time, such as 10x in 18 months"
    case .multiple: "a multiple, such as 3.4x"
    case .day: "a day, such as 2027-03-31"
    case .reference: "the name of a component"
    case .references: "names of components, such as [orders, billing]"
    case .technologies: "a product or a list of them, such as postgresql or [nodejs, kubernetes]"
    }
  }
}

/// A value of a property, in base units: seconds, per second, bytes, shares of 1.
package enum Value: Hashable, Sendable {
  case number(Double)
  /// Both ends; the first is never greater than the second.
  case range(Double, Double)
  case text(String)
  case flag(Bool)
  case list([String])
  /// A multiple reached after a time in seconds.
  case growth(factor: Double, period: Double)

  /// The number, or the upper end of a range.
  package var number: Double? {
    switch self {
    case .number(let number), .range(_, let number): number
    default: nil
    }
  }

  /// A time of planning: months of a twelfth of a year, or what is shorter.
  private static func words(_ period: Double) -> String {
    let months = period / 2_629_800
    return months >= 1 ? Unit.months.format(months) : Unit.seconds.format(period)
  }

  /// The value as evidence shows it.
  package func measure(_ type: ValueType) -> Measure {
    switch self {
    case .number(let number): .number(number, type.unit ?? .count)
    case .range(let low, let high): .range(low, high, type.unit ?? .count)
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .list(let items): .text(items.joined(separator: ", "))
    case .growth(let factor, let period):
      .text("\(Unit.digits(factor))x in \(Self.words(period))")
    }
  }
}
