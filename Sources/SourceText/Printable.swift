extension String {
  /// The text made safe for a terminal, a log or a table: one line, no control characters.
  ///
  /// Control characters (C0, DEL, C1), line and paragraph separators and the characters that
  /// reorder text (Unicode Bidirectional Algorithm, UAX #9) become visible escapes, so that an
  /// escape sequence in a name shows as text and never reaches the screen. Tabs become a space.
  /// So do marks that a CI server takes for a command when they reach its log.
  package var printable: String {
    guard unicodeScalars.contains(where: { !$0.isPrintable }) else { return withoutCommands }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isPrintable {
        result.unicodeScalars.append(scalar)
      } else if scalar == "\t" {
        result += " "
      } else {
        let digits = String(scalar.value, radix: 16)
        result += "\\u{" + digits + "}"
      }
    }
    return result.withoutCommands
  }

  /// The text with `::` at its start, and `##[` and `##vso[` wherever they are, made harmless.
  ///
  /// GitHub's runner obeys `::name::` at the start of a line, whether blanks are before it or not,
  /// and `##[name]` within one (actions/runner, ActionCommand.cs); Azure Pipelines obeys
  /// `##vso[name]`.
  private var withoutCommands: String {
    let start = unicodeScalars.drop { $0.properties.isWhitespace }
    let isCommand = start.starts(with: "::".unicodeScalars)
    let text =
      isCommand
      ? "\(self[..<start.startIndex])\\u{3a}\(Substring(start.dropFirst()))" : self
    return text.withoutInnerCommands("\\u{23}")
  }

  /// The text with the second sign of every `##[` and `##vso[` replaced.
  func withoutInnerCommands(_ harmless: String) -> String {
    guard utf8.contains(UInt8(ascii: "#")), contains("##") else { return self }
    let parts = split(separator: "#", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for (index, part) in parts.enumerated().dropFirst() {
      let start = part.prefix(4).lowercased()
      let isCommand = start.hasPrefix("[") || start.hasPrefix("vso[")
      result += (index > 1 && parts[index - 1].isEmpty && isCommand ? harmless : "#") + part
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
