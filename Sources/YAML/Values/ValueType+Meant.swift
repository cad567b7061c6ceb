/// What other ways of writing a value mean.
extension ValueType {
  /// The value that a text was meant to be, as a description writes it: `99.95%` for `99,95 %`,
  /// `2..20` for `2-20`; nil where the text is a value, or nothing near is one.
  package func meant(by text: String) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    let plain = PlainText.of(text)
    let words = inWords(plain)
    let candidates = shapes(of: words) + [plain, words, plain.lowercased()]
    return candidates.first { $0 != text && reads($0) }
  }

  /// Whether a text is a value of a type that has units or numbers.
  private func reads(_ text: String) -> Bool {
    switch self {
    case .flag: Quantity.flags[text] != nil
    case .growth: Quantity.growth(text) != nil
    case .countRange: Quantity.range(text) != nil
    case .peak where text.hasSuffix("x"): Quantity.multiple(text) != nil
    default: number(of: text).map { excess(of: .number($0)) == nil } ?? false
    }
  }

  /// The text with the words of the type in place of those of other tools and languages.
  private func inWords(_ text: String) -> String {
    var (result, word) = ("", "")
    func meant() -> String { words[word.lowercased()] ?? word }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        result += meant()
        word = ""
        result.append(character)
      }
    }
    return result + meant()
  }

  private var words: [String: String] {
    switch self {
    case .duration: Self.times
    case .growth: Self.times.merging(["over": "in", "within": "in"]) { first, _ in first }
    case .rate, .peak:
      Self.rates.merging(Self.multiples) { first, _ in first }
    case .size: Self.sizes
    case .ratio: ["percent": "%", "pct": "%", "prozent": "%"]
    case .flag:
      [
        "on": "true", "ja": "true", "oui": "true", "y": "true", "enabled": "true",
        "off": "false", "nein": "false", "non": "false", "n": "false", "disabled": "false",
      ]
    default: [:]
    }
  }

  /// Other shapes of what is right but for its signs.
  private func shapes(of text: String) -> [String] {
    switch self {
    case .countRange:
      return ["...", "-", " to ", ":", ","].compactMap { sign in
        let ends = text.split(separator: sign).map(PlainText.trimmed)
        return ends.count == 2 ? ends.joined(separator: "..") : nil
      }
    case .rate, .peak:
      let slash = text.firstIndex(of: "/") ?? text.endIndex
      let number = text[..<slash].prefix { !$0.isLetter && $0 != "x" }
      let multiple = number.last == " " || number.last == "-" ? number.dropLast() : number
      return [
        text.replacing(" per ", with: "/"), text.replacing(" /", with: "/"),
        PlainText.trimmed(number) + text[slash...],
        "\(multiple)x",
      ]
    case .growth:
      return [text.replacing(", ", with: " in ")]
    case .ratio:
      guard let share = Quantity.plain(text), share <= 100 else { return [] }
      let percent = share <= 1 ? (share * 1e8).rounded() / 1e6 : share
      return [percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"]
    default: return []
    }
  }

  private static let multiples = ["times": "x", "fold": "x", "mal": "x", "fois": "x"]

  private static let times: [String: String] = {
    let words: [(String, [String])] = [
      ("us", ["microsecond", "microseconds", "usec"]),
      ("ms", ["msec", "msecs", "millis", "millisecond", "milliseconds"]),
      ("s", ["secs", "sek", "sekunde", "sekunden", "seconde", "secondes"]),
      ("min", ["mins", "minuten"]), ("h", ["hr", "hrs", "std", "stunde", "stunden", "heures"]),
      ("days", ["tag", "tage", "tagen", "jour", "jours"]),
      ("weeks", ["wk", "wks", "woche", "wochen", "semaines"]),
      ("months", ["mo", "mos", "monat", "monate", "monaten", "mois"]),
      ("years", ["yr", "yrs", "jahr", "jahre", "jahren", "ans"]),
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { to, all in all.map { ($0, to) } })
  }()

  private static let rates: [String: String] = times.merging([
    "hz": "/s", "rpm": "/min", "rph": "/h", "second": "s", "sec": "s",
  ]) { first, _ in first }

  private static let sizes: [String: String] = {
    var sizes = ["byte": "B", "bytes": "B", "o": "B"]
    for (letter, name) in [("k", "kilo"), ("m", "mega"), ("g", "giga"), ("t", "tera")] {
      for ending in ["", "o", "byte", "bytes"] {
        sizes[letter + ending] = letter.uppercased() + "B"
      }
      for ending in ["byte", "bytes"] { sizes[name + ending] = letter.uppercased() + "B" }
    }
    return sizes
  }()
}
