import CNcurses
import Screens

/// Keys from what the terminal sends.
enum KeyReader {
  /// Arrow keys and the like as terminals send them in their other mode.
  private static let sequences: [(String, Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END),
    ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE), ("\u{1B}[Z", KEY_BTAB),
  ]

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp,
    KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end, KEY_BTAB: .backTab, KEY_ENTER: .enter,
    KEY_BACKSPACE: .backspace, KEY_DC: .delete,
  ]

  /// Teaches ncurses the sequences that the terminal's description leaves out.
  static func defineKeys() {
    for (sequence, code) in sequences { define_key(sequence, code) }
  }

  /// The next key that was pressed; nil when there is none.
  static func next() -> Key? {
    guard let (scalar, isCode) = read() else { return nil }
    if isCode { return scalar == KEY_RESIZE ? next() : named[scalar] ?? .other }
    return scalar == 0x1B ? escape() : key(UInt32(bitPattern: scalar))
  }

  private static func read() -> (Int32, isCode: Bool)? {
    var scalar = wint_t()
    switch wget_wch(tui_window(), &scalar) {
    case OK: return (Int32(bitPattern: scalar), false)
    case KEY_CODE_YES: return (Int32(bitPattern: scalar), true)
    default: return nil
    }
  }

  private static func key(_ value: UInt32) -> Key {
    switch value {
    case 9: return .tab
    case 10, 13: return .enter
    case 8, 0x7F: return .backspace
    case 1...26: return .control(Character(Unicode.Scalar(UInt8(value) + 0x60)))
    case 0..<32: return .other
    default: return Unicode.Scalar(value).map { .character(Character($0)) } ?? .other
    }
  }

  /// Esc by itself, or a sequence that nobody has defined and that is skipped as one key.
  private static func escape() -> Key {
    guard let (first, isCode) = read() else { return .escape }
    guard !isCode, first == 0x5B || first == 0x4F else {
      if isCode { ungetch(first) } else { unget_wch(wchar_t(first)) }
      return .escape
    }
    while let (scalar, isCode) = read(), !isCode, !(0x40...0x7E).contains(scalar) {}
    return .other
  }
}
