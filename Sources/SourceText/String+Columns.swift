extension String {
  /// Columns the text takes on a terminal, control characters shown as escapes.
  ///
  /// The sum over its scalars, as POSIX' wcswidth counts and most terminals move their cursor: the
  /// parts of a joined emoji count one by one, whether or not a terminal draws them as one.
  package var columns: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    return printable.unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  /// The text with blanks up to a width in columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The text, cut to a width; a mark stands for what was cut.
  package func cut(to width: Int, _ mark: String) -> String {
    guard columns > width else { return self }
    let room = width - mark.columns
    guard room > 0 else { return "" }
    var used = 0
    let kept = printable.unicodeScalars.prefix {
      used += $0.columns
      return used <= room
    }
    return String(String.UnicodeScalarView(kept)) + mark
  }

  /// The text in lines of at most some columns, its own line breaks kept.
  ///
  /// A word that is longer stands on a line of its own, whole, so that addresses can be copied; or
  /// it comes apart, where nothing can stick out. A word that would be a command to a CI server's
  /// log at the start of a line is none.
  package func wrapped(width: Int, breakingWords: Bool = false) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var (lines, line, used) = ([String](), "", 0)
      for word in paragraph.split(separator: " ") {
        for part in breakingWords ? String(word).parts(width: width) : [String(word)] {
          let columns = part.columns
          if used > 0, used + 1 + columns > width {
            lines.append(line)
            (line, used) = ("", 0)
          }
          line += used > 0 ? " " + part : part.withoutCommands
          used += (used > 0 ? 1 : 0) + columns
        }
      }
      return lines + [line]
    }
  }

  /// The text in parts of at most some columns, cut anywhere but before a mark.
  private func parts(width: Int) -> [String] {
    guard columns > width else { return [self] }
    var (parts, used) = ([""], 0)
    for scalar in printable.unicodeScalars {
      if used + scalar.columns > width {
        parts.append("")
        used = 0
      }
      parts[parts.count - 1].unicodeScalars.append(scalar)
      used += scalar.columns
    }
    return parts
  }
}

extension Unicode.Scalar {
  /// Columns one scalar takes on a terminal: 0, 1 or 2.
  ///
  /// The table holds East Asian Wide and Fullwidth blocks (Unicode UAX #11) and emoji presentation;
  /// everything unknown counts as one column.
  package var columns: Int {
    if value < 0x300 { return isPrintable ? 1 : 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wideBlocks.contains { $0.contains(value) } ? 2 : 1
  }
}

/// East Asian Wide and Fullwidth blocks (UAX #11) and emoji shown as pictures by default.
private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
  0x2648...0x2653, 0x26CE...0x26CE, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
  0x274C...0x274C, 0x2753...0x2757, 0x2795...0x2797, 0x2E80...0x303E, 0x3041...0x33FF,
  0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
  0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]

extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
