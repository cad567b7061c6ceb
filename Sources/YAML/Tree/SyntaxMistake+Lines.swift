import SourceText

/// What stands on the lines around a mistake.
extension SyntaxMistake {
  /// The line without its colon, to be quoted.
  var quoted: String { String(PlainText.trimmed(line(start.line)).prefix(60)) }

  /// The same with a colon and a blank where they were left out.
  var withColon: String {
    let text = quoted
    guard let end = text.firstIndex(where: { ":= ".contains($0) }) else { return text + ":" }
    return text[..<end] + ": " + text[end...].drop { ":= ".contains($0) }
  }

  /// The character of a line that looks like another one: a no-break space, a full-width colon.
  func odd(in number: Int) -> String? {
    let odd = text(of: number).first {
      !$0.isASCII && ($0.properties.isWhitespace || $0.value == 0xFF1A)
    }
    guard let odd, let name = odd.properties.name else { return nil }
    let code = String(odd.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - code.count))
    return "line \(number + 1) holds the character U+\(zeros)\(code) (\(name)); write a plain one"
  }

  /// The last line before the place that has more than blanks.
  var before: Int? {
    (max(0, place.line - 50)..<place.line).reversed().first { number in
      let text = PlainText.trimmed(line(number))
      return !text.isEmpty && !text.hasPrefix("#")
    }
  }

  /// Whether the place is the first thing on its line.
  var isAtStart: Bool { place.column == indent(of: place.line) && closing == nil }

  var isItem: Bool {
    text(of: place.line).dropFirst(place.column).starts(with: "- ".unicodeScalars)
  }

  var isFirstColon: Bool {
    !String(line(place.line).prefix(place.column)).contains(": ")
  }

  var closing: String? {
    let rest = text(of: place.line).dropFirst(place.column)
    return rest.first.flatMap { "}]".unicodeScalars.contains($0) ? String($0) : nil }
  }

  func hasFlow(_ number: Int) -> Bool {
    line(number).prefix(start.column).contains { "{[".contains($0) }
  }

  func indent(of number: Int) -> Int { text(of: number).prefix { $0 == " " }.count }

  func line(_ number: Int) -> String {
    var line = String.UnicodeScalarView()
    line.append(contentsOf: text(of: number))
    return String(line)
  }

  /// The start of a line, as far as anybody reads.
  func text(of number: Int) -> [Unicode.Scalar] {
    var (index, line) = (0, 0)
    while line < number, index < bytes.count {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
    let rest = bytes[index..<min(bytes.count, index + 400)].prefix { $0 != 0x0A && $0 != 0x0D }
    return Array(String(decoding: rest, as: UTF8.self).unicodeScalars)
  }
}
