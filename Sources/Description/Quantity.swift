import Architecture

/// Numbers with units as people write them: `200ms`, `2.5k/min`, `20GB`, `99.95%`.
enum Quantity {
  /// Seconds of `200ms`, `30 s`, `5min`, `4h`, `14 days`, `2 weeks`, `18 months`, `1 year`.
  static func duration(_ text: String) -> Double? {
    guard let (number, rest) = number(text), number >= 0 else { return nil }
    return times[rest].map { number * $0 }
  }

  /// Events per second of `40/s`, `2.5k/min`, `100/day`.
  static func rate(_ text: String) -> Double? {
    guard let (number, rest) = number(text), number >= 0,
      let slash = rest.firstIndex(of: "/")
    else { return nil }
    let unit = trimmed(rest[rest.index(after: slash)...])
    guard let factor = multiples[trimmed(rest[..<slash])], let period = times[unit] else {
      return nil
    }
    return number * factor / period
  }

  /// Bytes of `256KB` (decimal, SI) or `1GiB` (binary, IEC 80000-13).
  static func size(_ text: String) -> Double? {
    guard let (number, rest) = number(text), number >= 0 else { return nil }
    return sizes[rest.lowercased()].map { number * $0 }
  }

  /// A share of 1 of `99.95%`; from 0 to 100 percent.
  static func ratio(_ text: String) -> Double? {
    guard let (number, rest) = number(text), rest == "%", (0...100).contains(number) else {
      return nil
    }
    return number / 100
  }

  /// A plain number that is not negative.
  static func plain(_ text: String) -> Double? {
    guard let (number, rest) = number(text), number >= 0, let factor = multiples[rest] else {
      return nil
    }
    return number * factor
  }

  /// A whole number, or infinity for `unlimited`.
  static func count(_ text: String) -> Double? {
    if text == "unlimited" { return .infinity }
    guard let number = plain(text), number == number.rounded() else { return nil }
    return number
  }

  /// Factor and seconds of `10x in 18 months`.
  static func growth(_ text: String) -> Value? {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[1] == "in", words[0].hasSuffix("x"),
      let factor = plain(String(words[0].dropLast())), factor > 0,
      let period = duration(words[2...].joined(separator: " ")), period > 0
    else { return nil }
    return .growth(factor: factor, period: period)
  }

  /// The number of `3.4x`.
  static func multiple(_ text: String) -> Double? {
    guard text.hasSuffix("x") else { return nil }
    return plain(String(text.dropLast()))
  }

  /// Both ends of `2..20`, or a single number twice; nil also when one is not a whole number.
  static func range(_ text: String) -> (Double, Double)? {
    guard let dots = text.firstIndex(of: "."), text[dots...].hasPrefix("..") else {
      return count(text).map { ($0, $0) }
    }
    let high = text[text.index(dots, offsetBy: 2)...]
    guard let low = count(trimmed(text[..<dots])), let high = count(trimmed(high)) else {
      return nil
    }
    return (low, high)
  }

  /// Splits a decimal number from what follows it.
  private static func number(_ text: String) -> (Double, rest: String)? {
    let digits = text.utf8.prefix {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "-")
    }
    // `Double` reads more than people write, such as hexadecimal; the prefix keeps that out.
    guard let number = Double(Substring(digits)), number.isFinite else { return nil }
    return (number, trimmed(text[digits.endIndex...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    let space = UInt8(ascii: " ")
    var text = text.utf8.drop { $0 == space }
    while text.last == space { text.removeLast() }
    return String(Substring(text))
  }

  // MARK: - Forms, as regular expressions for the JSON Schema

  private static let decimal = #"-?[0-9]*\.?[0-9]+"#

  /// Pattern of the texts that a type reads; nil for types that are no quantity.
  static func pattern(of type: ValueType) -> String? {
    switch type {
    case .duration: "^\(decimal) *(\(choice(times.keys)))$"
    case .rate: "^\(decimal) *(\(choice(multiples.keys))) */ *(\(choice(times.keys)))$"
    case .size: "^\(decimal) *(\(choice(sizes.keys, anyCase: true)))$"
    case .ratio: "^[0-9]*\\.?[0-9]+ *%$"
    case .room: "^(none|unlimited|\(decimal) *(\(choice(multiples.keys))))$"
    case .count: "^(unlimited|\(decimal) *(\(choice(multiples.keys))))$"
    case .countRange: "^(unlimited|[0-9]+)( *\\.\\. *(unlimited|[0-9]+))?$"
    case .number: "^\(decimal) *(\(choice(multiples.keys)))$"
    case .multiple: "^[0-9]*\\.?[0-9]+ *(\(choice(multiples.keys)))x$"
    case .day: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .growth: "^[0-9]*\\.?[0-9]+[a-zA-Z]*x +in +\(decimal) *(\(choice(times.keys)))$"
    default: nil
    }
  }

  private static func choice(_ words: some Sequence<String>, anyCase: Bool = false) -> String {
    let words = words.sorted().map { word in
      guard anyCase else { return word }
      return word.map { "[\($0)\($0.uppercased())]" }.joined()
    }
    return words.joined(separator: "|")
  }

  private static let multiples: [String: Double] = [
    "": 1, "k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "G": 1e9, "bn": 1e9,
  ]

  /// A month is a twelfth of a year of 365.25 days.
  private static let times: [String: Double] = {
    let units: [([String], Double)] = [
      (["us", "µs"], 1e-6), (["ms"], 1e-3),
      (["s", "sec", "second", "seconds"], 1), (["m", "min", "minute", "minutes"], 60),
      (["h", "hour", "hours"], 3600), (["d", "day", "days"], 86400),
      (["w", "week", "weeks"], 604_800), (["month", "months"], 2_629_800),
      (["y", "year", "years"], 31_557_600),
    ]
    return Dictionary(uniqueKeysWithValues: units.flatMap { unit in unit.0.map { ($0, unit.1) } })
  }()

  private static let sizes: [String: Double] = [
    "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15,
    "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776,
  ]
}
