/// How a role looks, on a terminal or in a file with its escape sequences.
package struct Look: Sendable {
  /// Whether it is bold, underlined, or stands in reverse.
  package var isBold = false, isUnderlined = false, isReversed = false
  /// Its colour of 256, for white and black backgrounds alike; nil for the terminal's own.
  package var of256: Int16?
  /// Its colour of the basic eight; nil for the terminal's own.
  ///
  /// Yellow, green and cyan of the basic colours cannot be read on white, blue not on black; no
  /// role has them.
  package var ofEight: Int16?
}

extension Role {
  /// How it looks.
  package var look: Look {
    switch self {
    case .text, .low: Look()
    case .dim: Look(of256: 243)
    case .strong, .title, .key: Look(isBold: true)
    case .critical: Look(isBold: true, of256: 160, ofEight: 1)
    case .high: Look(of256: 160, ofEight: 1)
    case .medium: Look(of256: 130, ofEight: 5)
    case .caret: Look(isBold: true, of256: 133, ofEight: 5)
    case .match: Look(isBold: true, isUnderlined: true)
    case .selected: Look(isReversed: true)
    case .banner: Look(isBold: true, isReversed: true)
    }
  }
}

extension CellGrid {
  /// The rows with the escape sequences of their looks, in 256 colours.
  package var ansiText: [String] {
    (0..<height).map { index in
      var (line, role) = ("", Role.text)
      for cell in row(index) {
        guard let glyph = cell.glyph else { continue }
        if cell.role != role {
          (line, role) = (line + cell.role.look.sequence, cell.role)
        }
        line.append(glyph)
      }
      return line + (role == .text ? "" : Look().sequence)
    }
  }
}

extension Look {
  /// What sets it, whatever was before.
  fileprivate var sequence: String {
    let codes = [
      "0", isBold ? "1" : nil, isUnderlined ? "4" : nil, isReversed ? "7" : nil,
      of256.map { "38;5;\($0)" },
    ]
    return "\u{1B}[" + codes.compactMap(\.self).joined(separator: ";") + "m"
  }
}
