/// What a property's value looks like in a description.
package enum ValueType: Sendable {
  /// One of a few words.
  case word([String])
  /// Some of a few words.
  case words([String])
  /// Free text on one line.
  case text
  /// The field of a key, or a list of those that are one key together; read as one text.
  case fields
  /// A list of free texts.
  case list
  /// `true` or `false`.
  case flag
  /// A whole number, or `none`, or `unlimited`.
  case room
  /// A whole number, or `unlimited`.
  case count
  /// A whole number of what there always is an end of: `12`.
  case whole
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
  /// Events in a time, or so many times their mean: `400/s`, `3x`.
  case peak
  /// An amount of data: `256KB`, `20GB`.
  case size
  /// An amount of data in a time: `1Gbps`, `100MB/s`.
  case bandwidth
  /// A multiple over a time: `10x in 18 months`.
  case growth
  /// How many times as much: `3.4x`.
  case multiple
  /// A day of the calendar: `2027-03-31`.
  case day
  /// An amount of money: `40 EUR`.
  case money
  /// An amount of money over a time: `0.40 EUR/h`.
  case moneyRate
  /// The name of something that is described elsewhere.
  case reference(Referent)
  /// Several such names, or one.
  case references(Referent)

  /// The right form, as shown in complaints and in the manual.
  package var form: String {
    switch self {
    case .word(let words): words.joined(separator: " | ")
    case .words(let words): "a list of " + words.joined(separator: ", ")
    case .text: "a text on one line"
    case .fields: "a field, or a list such as [tenant-id, day]"
    case .list: "a list of words in brackets, such as [a, b]"
    case .flag: "true or false"
    case .room: "a whole number such as 50, or none, or unlimited"
    case .count: "a whole number such as 64, or unlimited"
    case .whole: "a whole number such as 12"
    case .countRange: "a whole number or a range, such as 3 or 2..20"
    case .number: "a number such as 2 or 0.2"
    case .ratio: "a share with a percent sign, such as 99.95%"
    case .duration: "a time with its unit, such as 200ms, 30s, 5min, 4h or 14 days"
    case .rate: "a rate with its unit, such as 40/s, 2.5k/min or 100/day"
    case .peak: "a rate such as 400/s, or how many times the `rate` it is, such as 3x"
    case .size: "a size with its unit, such as 256KB, 20GB or 1GiB"
    case .bandwidth: "an amount of data in a time, such as 1Gbps or 100MB/s"
    case .growth: "a multiple in a time, such as 10x in 18 months"
    case .multiple: "a multiple, such as 3.4x"
    case .day: "a day, such as 2027-03-31"
    case .money: "an amount with its currency, such as 40 EUR"
    case .moneyRate: "an amount with its currency over a time, such as 0.40 EUR/h or 30 EUR/month"
    case .reference(let referent): referent.form
    case .references(let referent): referent.listForm
    }
  }

  /// A value of the type, as a description writes it.
  package var example: String {
    switch self {
    case .word(let words): Self.telling(words)
    case .words(let words): "[\(Self.telling(words))]"
    case .text: "orders"
    case .fields: "user-id"
    case .list: "[a, b]"
    case .flag: "true"
    case .room: "50"
    case .count: "64"
    case .whole: "12"
    case .countRange: "2..20"
    case .number: "2"
    case .ratio: "99.95%"
    case .duration: "200ms"
    case .rate, .peak: "400/s"
    case .size: "20GB"
    case .bandwidth: "1Gbps"
    case .growth: "10x in 18 months"
    case .multiple: "3.4x"
    case .day: "2027-03-31"
    case .money: "40 EUR"
    case .moneyRate: "0.40 EUR/h"
    case .reference(let referent), .references(let referent): referent.example
    }
  }

  /// The first word that says something, or the first.
  private static func telling(_ words: [String]) -> String {
    words.first { $0 != "none" } ?? words.first ?? ""
  }
}

/// What the names in some values are the names of.
package struct Referent: Hashable, Sendable {
  /// The right form of one name, to follow "write".
  package let form: String
  /// The right form of several, to follow "write".
  package let listForm: String
  /// One such name.
  package let example: String

  /// A referent from the forms of its names.
  package init(form: String, listForm: String, example: String) {
    self.form = form
    self.listForm = listForm
    self.example = example
  }
}
