import SourceText

/// Numbers with units as people write them: `200ms`, `2.5k/min`, `20GB`, `99.95%`.
package enum Quantity {
  /// Seconds of `200ms`, `30 s`, `5min`, `4h`, `14 days`, `2 weeks`, `18 months`, `1 year`.
  static func duration(_ text: String) -> Double? {
    guard let (digits, rest) = parts(text), let number = Double(digits) else { return nil }
    return times[rest].map { number * $0 }
  }

  /// Events per second of `40/s`, `2.5k/min`, `1_000/s`, `100/day`, `100 rps`.
  static func rate(_ text: String) -> Double? {
    guard let slash = text.firstIndex(of: "/") else {
      return ratesPerSecond.first { text.hasSuffix($0) }.flatMap {
        plain(trimmed(text.dropLast($0.count)))
      }
    }
    guard let number = plain(trimmed(text[..<slash])),
      let period = times[String(text[text.index(after: slash)...].drop { $0 == " " })]
    else { return nil }
    return number / period
  }

  /// Bytes of `256KB` (decimal, SI) or `1GiB` (binary, IEC 80000-13).
  static func size(_ text: String) -> Double? {
    guard let (digits, rest) = parts(text), let number = Double(digits) else { return nil }
    return sizes[rest.lowercased()].map { number * $0 }
  }

  /// Bytes per second of `1Gbps` or `100Mbit/s` (bits), and of `100MB/s` (bytes).
  static func bandwidth(_ text: String) -> Double? {
    guard let (digits, rest) = parts(text), let number = Double(digits) else { return nil }
    return bandwidths[rest].map { number * $0 }
  }

  /// A share of 1 of `99.95%`, however large.
  static func ratio(_ text: String) -> Double? {
    guard let (digits, rest) = parts(text), rest == "%", let number = Double(digits) else {
      return nil
    }
    return number / 100
  }

  /// A number that is not negative: `2.5k`, or as YAML and JSON write numbers.
  static func plain(_ text: String) -> Double? { scaled(text) ?? bare(text) }

  /// A whole number, or infinity for `unlimited`.
  static func count(_ text: String) -> Double? { text == "unlimited" ? .infinity : whole(text) }

  /// A whole number.
  static func whole(_ text: String) -> Double? {
    guard let number = plain(text), number == number.rounded() else { return nil }
    return number
  }

  /// Factor and seconds of `10x in 18 months`.
  static func growth(_ text: String) -> Value? {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[1] == "in", words[0].hasSuffix("x"),
      let factor = scaled(String(words[0].dropLast())), factor > 0,
      let period = duration(words[2...].joined(separator: " ")), period > 0
    else { return nil }
    return .growth(factor: factor, period: period)
  }

  /// The number of `3.4x`.
  static func multiple(_ text: String) -> Double? {
    guard text.hasSuffix("x") else { return nil }
    return scaled(trimmed(text.dropLast()))
  }

  /// Both ends of `2..20`, or a single number twice; nil also when one is not a whole number.
  static func range(_ text: String) -> (Double, Double)? {
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }) else {
      return count(text).map { ($0, $0) }
    }
    let high = text[text.index(dots, offsetBy: 2)...]
    guard let low = count(trimmed(text[..<dots])), let high = count(trimmed(high)) else {
      return nil
    }
    return (low, high)
  }

  /// The flags of YAML 1.2's core schema, and the `yes` and `no` that people write.
  package static let flags: [String: Bool] = [
    "true": true, "True": true, "TRUE": true, "yes": true,
    "false": false, "False": false, "FALSE": false, "no": false,
  ]

  /// The number of `2.5k`, read as the decimal that it is, so that 2.3k is 2300 to the last bit.
  private static func scaled(_ text: String) -> Double? {
    guard let (digits, rest) = parts(text), let exponent = multiples[rest] else { return nil }
    return Double("\(digits)e\(exponent)").flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number as YAML and JSON have them besides: `1e3`, `1_000`, `0x10`.
  private static func bare(_ text: String) -> Double? {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
      return UInt(text.dropFirst(2), radix: radix).map(Double.init)
    }
    let number = text.utf8.filter { $0 != UInt8(ascii: "_") }
    // `Double` reads more than people write, such as words for infinity.
    guard let first = text.utf8.first, "+.0123456789".utf8.contains(first),
      number.allSatisfy({ "+-.0123456789eE".utf8.contains($0) })
    else { return nil }
    return Double(String(decoding: number, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Splits a decimal number from what follows it.
  private static func parts(_ text: String) -> (digits: Substring, rest: String)? {
    let digits = text.utf8.prefix {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".")
    }
    guard digits.last != UInt8(ascii: "."), Double(Substring(digits)) != nil else { return nil }
    return (Substring(digits), String(text[digits.endIndex...].drop { $0 == " " }))
  }

  private static func trimmed(_ text: Substring) -> String {
    let space = UInt8(ascii: " ")
    var text = text.utf8.drop { $0 == space }
    while text.last == space { text.removeLast() }
    return String(Substring(text))
  }

  // MARK: - Forms, as regular expressions for the JSON Schema

  /// Pattern of the texts that a type reads; nil for types that are no quantity.
  package static func pattern(of type: ValueType, atLeastOne: Bool = false) -> String? {
    let upper = atLeastOne ? "\(positive)(\(whole))" : "(\(whole))"
    return form(of: type, upper).map { "^\($0)$" }
  }

  private static func form(of type: ValueType, _ whole: String) -> String? {
    let time = "(\(choice(times.keys)))"
    let scaled = "\(decimal) *(\(choice(multiples.keys)))"
    let rate = "(\(scaled)|\(bare))( */ *\(time)| *(\(choice(ratesPerSecond))))"
    return switch type {
    case .duration: "\(decimal) *\(time)"
    case .rate: rate
    case .peak: "(\(rate)|\(scaled) *x)"
    case .size: "\(decimal) *(\(choice(sizes.keys, anyCase: true)))"
    case .bandwidth: "\(decimal) *(\(choice(bandwidths.keys)))"
    case .ratio: #"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?|\.[0-9]+) *%"#
    case .room: "(none|\(whole))"
    case .count: whole
    case .whole: "(?!unlimited)\(whole)"
    case .countRange: "((\(self.whole)) *\\.\\. *)?\(whole)"
    case .number: "(\(scaled)|\(bare))"
    case .multiple: "\(scaled) *x"
    case .day: "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    case .money: Money.pattern
    case .moneyRate: "\(Money.pattern) */ *(\(choice(Money.perMonth.keys)))"
    case .growth:
      "\(positive)\(decimal)(\(choice(multiples.keys)))x +in +\(positive)\(decimal) *\(time)"
    default: nil
    }
  }

  private static let decimal = #"[0-9]*\.?[0-9]+"#

  /// What is not zero, up to the next word or the end.
  private static let positive = #"(?![0.]+ *[a-zA-Z]*( |$))"#

  private static let bare =
    #"\+?([0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+"#

  /// A whole number has no more decimals than its multiple has zeros.
  private static let whole: String = {
    let units = Dictionary(grouping: multiples.filter { $0.value > 0 }, by: \.value)
    let scaled = units.sorted { $0.key < $1.key }.map { exponent, units in
      let decimals = "\\.[0-9]{1,\(exponent)}0*"
      return "([0-9]+(\(decimals))?|\(decimals)) *(\(choice(units.map(\.key))))"
    }
    return
      (["unlimited", #"\+?[0-9][0-9_]*(\.0+)?([eE]\+?[0-9]+)?|0x[0-9a-fA-F]+|0o[0-7]+"#]
      + scaled).joined(separator: "|")
  }()

  private static func choice(_ words: some Sequence<String>, anyCase: Bool = false) -> String {
    let words = words.sorted().map { word in
      guard anyCase else { return word }
      return word.map { "[\($0)\($0.uppercased())]" }.joined()
    }
    return words.joined(separator: "|")
  }

  /// The power of ten of each multiple.
  private static let multiples: [String: Int] = [
    "": 0, "k": 3, "K": 3, "M": 6, "m": 6, "G": 9, "bn": 9,
  ]

  /// Abbreviations of so many in a second.
  private static let ratesPerSecond = ["rps", "qps", "tps"]

  /// A month is a twelfth of a year of 365.25 days.
  private static let times: [String: Double] = {
    let units: [([String], Double)] = [
      (["us", "\u{B5}s", "\u{3BC}s"], 1e-6), (["ms"], 1e-3),
      (["s", "sec", "second", "seconds"], 1), (["m", "min", "minute", "minutes"], 60),
      (["h", "hour", "hours"], 3600), (["d", "day", "days"], Seconds.day),
      (["w", "week", "weeks"], Seconds.week), (["month", "months"], Seconds.month),
      (["y", "year", "years"], Seconds.year),
    ]
    return Dictionary(uniqueKeysWithValues: units.flatMap { unit in unit.0.map { ($0, unit.1) } })
  }()

  private static let sizes: [String: Double] = [
    "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15,
    "kib": 1024, "mib": 1_048_576, "gib": 1_073_741_824, "tib": 1_099_511_627_776,
  ]

  /// A small b counts bits, a large one bytes.
  private static let bandwidths: [String: Double] = {
    let prefixes = [("", 1.0), ("k", 1e3), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12)]
    let decimal = prefixes.flatMap { prefix, factor in
      ["bps", "bit/s", "b/s"].map { (prefix + $0, factor / 8) } + [(prefix + "B/s", factor)]
    }
    let binary = [("KiB/s", 1024.0), ("MiB/s", 1_048_576), ("GiB/s", 1_073_741_824)]
    return Dictionary(uniqueKeysWithValues: decimal + binary)
  }()
}
