extension String {
  /// The text made safe for a terminal, a log or a table: one line, no control characters.
  ///
  /// Control characters (C0, DEL, C1), line and paragraph separators, the characters that reorder
  /// text (Unicode Bidirectional Algorithm, UAX #9) and those that nobody sees become visible
  /// escapes, so that an escape sequence in a name shows as text and never reaches the screen, and
  /// no two names look the same for what is hidden in them. Tabs become a space. Marks that a CI
  /// server takes for a command when they reach its log become visible escapes too.
  package var printable: String {
    guard !isPlain else { return self }
    guard unicodeScalars.contains(where: { !$0.isPrintable || $0.isJoiner }) else {
      return withoutCommands
    }
    var last: Unicode.Scalar = " "
    return escaped { scalar in
      defer { last = scalar }
      // A joiner shapes the letter or picture before it; behind anything else it only hides.
      if scalar.isJoiner ? !last.isASCII && !last.isJoiner : scalar.isPrintable { return nil }
      return scalar == "\t" ? " " : "\\u{" + String(scalar.value, radix: 16) + "}"
    }.withoutCommands
  }

  /// Whether there is nothing to look at twice: letters, digits and signs of ASCII alone, of which
  /// none begins a command.
  private var isPlain: Bool {
    let start = utf8.first
    return start != UInt8(ascii: ":") && start != UInt8(ascii: " ")
      && utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
  }

  /// The text made safe line by line; its line ends stay, as line feeds.
  package var printableLines: String {
    let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let isEnded = index < lines.count - 1 && line.last == "\r"
      return String(isEnded ? line.dropLast() : line).printable
    }.joined(separator: "\n")
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

  /// The text with `::` at its start, and what `innerCommands` lists wherever it is, made harmless.
  ///
  /// GitHub's runner obeys `::name::` at the start of a line, whether blanks are before it or not,
  /// and `##[name]` within one (actions/runner, ActionCommand.cs); Azure Pipelines obeys
  /// `##vso[name]`, TeamCity `##teamcity[name]` (its documentation, "Service Messages").
  var withoutCommands: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    let isCommand = start.starts(with: "::".unicodeScalars)
    let text =
      isCommand
      ? "\(self[..<start.startIndex])\\u{3a}\(Substring(start.dropFirst()))" : self
    return text.withoutInnerCommands("\\u{23}")
  }

  /// What follows `##` where a CI server obeys within a line.
  private static let innerCommands = ["[", "vso[", "teamcity["]
  private static let longestCommand = innerCommands.map(\.utf8.count).max() ?? 0

  /// The text with the second `#` before each of `innerCommands` replaced.
  func withoutInnerCommands(_ harmless: String) -> String {
    guard utf8.contains(UInt8(ascii: "#")) else { return self }
    let parts = unicodeScalars.split(separator: "#", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for (index, part) in parts.enumerated().dropFirst() {
      let start = String(part.prefix(Self.longestCommand)).lowercased().unicodeScalars
      let isCommand = Self.innerCommands.contains { start.starts(with: $0.unicodeScalars) }
      result += index > 1 && parts[index - 1].isEmpty && isCommand ? harmless : "#"
      result += String(part)
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal shows the scalar instead of obeying it, and a reader sees it.
  ///
  /// Variation selectors and joiners are: emoji and several scripts are not written without them.
  package var isPrintable: Bool {
    switch value {
    // Controls, separators of lines and paragraphs.
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029: false
    // What reorders text.
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    // What has no width and no picture (Unicode, Default_Ignorable_Code_Point), tags among them.
    case 0xAD, 0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B, 0x2060...0x2065: false
    case 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3: false
    case 0x1D173...0x1D17A, 0xE0000...0xE0FFF: false
    default: true
    }
  }

  /// Whether the scalar joins its neighbours or keeps them apart, and shows nothing itself.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
