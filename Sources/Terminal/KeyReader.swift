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

  /// What terminals send before and after a pasted text, as keys of our own above ncurses's.
  private static let paste = (start: KEY_MAX + 1, end: KEY_MAX + 2)

  /// What they send before a report about the mouse.
  private static let mouse = KEY_MAX + 3

  /// Teaches ncurses the sequences that the terminal's description leaves out.
  static func defineKeys() {
    for (sequence, code) in sequences { define_key(sequence, code) }
    define_key("\u{1B}[200~", paste.start)
    define_key("\u{1B}[201~", paste.end)
    define_key("\u{1B}[<", mouse)
  }

  /// The next key that was pressed, text that was pasted or thing that was done with the mouse; nil
  /// when there is none.
  static func next() -> Event? {
    guard let (scalar, isCode) = read() else { return nil }
    if isCode {
      if scalar == paste.start { return .paste(pasted()) }
      if scalar == mouse { return pointer().map(Event.pointer) ?? next() }
      return scalar == KEY_RESIZE ? next() : .key(named[scalar] ?? .other)
    }
    return .key(scalar == 0x1B ? escape() : key(UInt32(bitPattern: scalar)))
  }

  /// The text up to its end, which is waited for a moment; of a long one the beginning.
  private static func pasted() -> String {
    var text = ""
    wtimeout(tui_window(), 200)
    defer { nodelay(tui_window(), true) }
    while let (scalar, isCode) = read(), scalar != paste.end || !isCode {
      guard !isCode, text.utf8.count < 4096 else { continue }
      if let scalar = Unicode.Scalar(UInt32(bitPattern: scalar)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a report about the mouse says, whose end is waited for a moment.
  private static func pointer() -> Pointer? {
    var report = ""
    wtimeout(tui_window(), 25)
    defer { nodelay(tui_window(), true) }
    while let (scalar, isCode) = read(), !isCode, report.utf8.count < 32,
      let character = Unicode.Scalar(UInt32(bitPattern: scalar))
    {
      if character == "M" || character == "m" {
        return MouseReport.pointer(report, isPress: character == "M")
      }
      report.unicodeScalars.append(character)
    }
    return nil
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
