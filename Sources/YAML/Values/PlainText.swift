/// Texts in the characters and numbers that a description is written in.
///
/// Word processors, phones and other languages put look-alikes in place of quotes, dashes and
/// blanks, and part whole numbers and decimals by other marks.
enum PlainText {
  /// The text in plain characters, its numbers with a decimal point and nothing between thousands.
  static func of(_ text: String) -> String {
    var plain = ""
    for character in text.unicodeScalars {
      if let replacement = replacements[character.value] {
        plain += replacement
      } else {
        plain.unicodeScalars.append(character.properties.isWhitespace ? " " : character)
      }
    }
    return number(trimmed(plain))
  }

  /// The text without the blanks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " }
    return String(String(start).reversed().drop { $0 == " " }.reversed())
  }

  private static let replacements: [UInt32: String] = [
    0x2018: "'", 0x2019: "'", 0x201A: "", 0x201C: "", 0x201D: "", 0x201E: "", 0x00AB: "",
    0x00BB: "", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2212: "-",
    0x2026: "...", 0x00D7: "x", 0xFF05: "%", 0x200B: "", 0xFEFF: "", 0x2060: "",
  ]

  /// The number at the start of a text as a description writes it: `4'000/s` and `4,000/s` are
  /// `4000/s`, `99,95%` is `99.95%`.
  private static func number(_ text: String) -> String {
    let marks: Set<Character> = [".", ",", "'", " "]
    let end = text.firstIndex { !isDigit($0) && !marks.contains($0) } ?? text.endIndex
    let written = String(text[..<end])
    let head = trimmed(written).reversed().drop { !isDigit($0) }.reversed()
    let rest = text.dropFirst(head.count)
    guard head.first.map(isDigit) == true else { return text }
    return joined(String(head)) + rest
  }

  /// A number without marks between its thousands, and with a point before its decimals.
  private static func joined(_ number: String) -> String {
    let parts = number.split(omittingEmptySubsequences: false) { !isDigit($0) }
    let marks = number.filter { !isDigit($0) }
    guard parts.count == marks.count + 1, parts.count > 1, let last = marks.last else {
      return number
    }
    let isInThousands =
      parts[0].count <= 3 && parts[0] != "0"
      && parts.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    let isWhole =
      last != "." && parts[parts.count - 1].count == 3 && marks.allSatisfy { $0 == last }
    if isInThousands, isWhole { return parts.joined() }
    guard last == "." || last == ",", isInThousands || parts.count == 2,
      marks.dropLast().allSatisfy({ $0 != last })
    else { return number }
    return parts.dropLast().joined() + "." + parts[parts.count - 1]
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
