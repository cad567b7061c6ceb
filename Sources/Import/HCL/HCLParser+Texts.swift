/// Texts in quotes and heredocs.
extension HCLParser {
  /// A text in quotes.
  mutating func string() -> HCLExpression? {
    let start = index
    index += 1
    var parts: [HCLExpression?] = []
    var literal: [UInt8] = []
    var from = index
    while index < end, byte() != UInt8(ascii: "\n") {
      switch byte() {
      case UInt8(ascii: "\""):
        Self.flush(&literal, into: &parts, from..<index)
        index += 1
        return Self.joined(parts, start..<index)
      case UInt8(ascii: "\\"): escape(into: &literal)
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        if isTemplate(into: &literal) {
          Self.flush(&literal, into: &parts, from..<index)
          guard let part = interpolation() else { return nil }
          parts.append(part)
          from = index
        }
      case let byte:
        literal.append(byte)
        index += 1
      }
    }
    complain("a text is not closed", "add the quote that is missing")
    return nil
  }

  /// Makes a part of the bytes so far, where there are some.
  private static func flush(
    _ literal: inout [UInt8], into parts: inout [HCLExpression?], _ range: Range<Int>
  ) {
    guard !literal.isEmpty else { return }
    parts.append(
      HCLExpression(form: .literal(String(decoding: literal, as: UTF8.self)), range: range))
    literal = []
  }

  private static func joined(_ parts: [HCLExpression?], _ range: Range<Int>) -> HCLExpression {
    if parts.isEmpty { return HCLExpression(form: .literal(""), range: range) }
    if parts.count == 1, let only = parts[0] { return HCLExpression(form: only.form, range: range) }
    return HCLExpression(form: .template(parts), range: range)
  }

  private mutating func escape(into literal: inout [UInt8]) {
    let escapes: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x22: 0x22, 0x5C: 0x5C]
    if let byte = escapes[byte(1)] {
      literal.append(byte)
    } else {
      literal.append(UInt8(ascii: "?"))
    }
    index = min(end, index + 2)
  }

  /// Whether `${` or `%{` begins here; `$${` is a text, and any other byte is one.
  private mutating func isTemplate(into literal: inout [UInt8]) -> Bool {
    if byte(1) == UInt8(ascii: "{") { return true }
    if byte(1) == byte(), byte(2) == UInt8(ascii: "{") {
      literal += [byte(), UInt8(ascii: "{")]
      index += 3
    } else {
      literal.append(byte())
      index += 1
    }
    return false
  }

  /// What is filled in, nothing for a directive; nil where it cannot be read.
  private mutating func interpolation() -> HCLExpression?? {
    let isDirective = byte() == UInt8(ascii: "%")
    index += 2
    _ = take("~")
    if isDirective {
      while index < end, byte() != UInt8(ascii: "}"), byte() != UInt8(ascii: "\n") { index += 1 }
      return take("}") ? .some(nil) : nil
    }
    nesting += 1
    defer { nesting -= 1 }
    skipBlanks(lines: true)
    guard let value = expression() else { return nil }
    skipBlanks(lines: true)
    _ = take("~")
    guard take("}") else {
      complain("a `}` is missing", "close what is open")
      return nil
    }
    return value
  }

  /// `<<EOF` and the lines up to one that is `EOF`.
  mutating func heredoc() -> HCLExpression? {
    let start = index
    index += 2
    _ = take("-")
    guard let marker = word() else {
      complain("`<<` has no marker", "write `<<EOF`")
      return nil
    }
    skipLine()
    var parts: [HCLExpression?] = []
    var literal: [UInt8] = []
    while index < end {
      if byte() == UInt8(ascii: "\n"), isLine(marker) {
        Self.flush(&literal, into: &parts, start..<index)
        index += 1
        skipBlanks(lines: false)
        index += marker.utf8.count
        return Self.joined(parts, start..<index)
      }
      switch byte() {
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        guard isTemplate(into: &literal) else { continue }
        Self.flush(&literal, into: &parts, start..<index)
        guard let part = interpolation() else { return nil }
        parts.append(part)
      case let byte:
        literal.append(byte)
        index += 1
      }
    }
    complain(
      "the text after `<<\(marker.prefix(40))` has no end", "add a line `\(marker.prefix(40))`",
      at: start)
    return nil
  }

  /// Whether the next line is a marker.
  private func isLine(_ marker: String) -> Bool {
    var at = index + 1
    while at < end, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
    guard bytes[at..<end].starts(with: marker.utf8) else { return false }
    let after = at + marker.utf8.count
    return after >= end || !Self.isLetter(bytes[after]) && !Self.isDigit(bytes[after])
  }
}
