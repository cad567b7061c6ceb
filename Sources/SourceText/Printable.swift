extension String {
  /// The text made safe for a terminal, a log or a table: one line, no control characters.
  ///
  /// Control characters (C0, DEL, C1), line and paragraph separators and the characters that
  /// reorder text (Unicode Bidirectional Algorithm, UAX #9) become visible escapes, so that an
  /// escape sequence in a name shows as text and never reaches the screen. Tabs become a space.
  package var printable: String {
    guard unicodeScalars.contains(where: { !$0.isPrintable }) else { return self }
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
