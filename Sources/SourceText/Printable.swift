extension String {
  /// The text made safe for a terminal, a log or a table: one line, no control characters.
  ///
  /// Control characters (C0, DEL, C1), line and paragraph separators and the characters that
  /// reorder text (Unicode Bidirectional Algorithm, UAX #9) become visible escapes, so that an
  /// escape sequence in a name shows as text and never reaches the screen. Tabs become a space.
  /// So do marks that a CI server takes for a command when they reach its log.
  package var printable: String {
    guard unicodeScalars.contains(where: { !$0.isPrintable }) else { return withoutCommands }
    return escaped { scalar in
      if scalar.isPrintable { return nil }
      return scalar == "\t" ? " " : "\\u{" + String(scalar.value, radix: 16) + "}"
    }.withoutCommands
  }

  /// The text with some of its scalars written otherwise.
  ///
  /// Never `Character` by `Character`: a sign with a combining mark behind it is another one of
  /// those, and still the sign to whoever reads the text.
  package func escaped(_ form: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let form = form(scalar) {
        result += form
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as sentences show a name; a very long one is cut, marks without a width counted.
  package var abridged: String { abridged(to: 120) }

  /// The text in so many scalars at most; a mark stands for what was cut.
  package func abridged(to limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// The text with `::` at its start, and `##[` and `##vso[` wherever they are, made harmless.
  ///
  /// GitHub's runner obeys `::name::` at the start of a line, whether blanks are before it or not,
  /// and `##[name]` within one (actions/runner, ActionCommand.cs); Azure Pipelines obeys
  /// `##vso[name]`.
  var withoutCommands: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    let isCommand = start.starts(with: "::".unicodeScalars)
    let text =
      isCommand
      ? "\(self[..<start.startIndex])\\u{3a}\(Substring(start.dropFirst()))" : self
    return text.withoutInnerCommands("\\u{23}")
  }

  /// The text with the second sign of every `##[` and `##vso[` replaced.
  func withoutInnerCommands(_ harmless: String) -> String {
    guard utf8.contains(UInt8(ascii: "#")) else { return self }
    let parts = unicodeScalars.split(separator: "#", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for (index, part) in parts.enumerated().dropFirst() {
      let start = String(part.prefix(4)).lowercased().unicodeScalars
      let isCommand = ["[", "vso["].contains { start.starts(with: $0.unicodeScalars) }
      result += index > 1 && parts[index - 1].isEmpty && isCommand ? harmless : "#"
      result += String(part)
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows the scalar instead of obeying it.
  package var isPrintable: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    case 0x2028...0x2029, 0xFEFF: false
    default: true
    }
  }
}
