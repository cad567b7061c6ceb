import CNcurses
package import Screens
import SourceText

/// How roles look on this terminal.
package struct Palette {
  /// Attributes and colour pair of a role.
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  /// Colours for roles: one of 256 for white and black backgrounds alike, one of the basic eight.
  ///
  /// Yellow, green and cyan of the basic colours cannot be read on white, blue not on black; no
  /// role has them. What has no basic colour keeps the terminal's own.
  package static let colours: [(role: Role, of256: Int16, ofEight: Int16?)] = [
    (.critical, 160, 1), (.high, 160, 1), (.medium, 130, 5), (.caret, 133, 5), (.dim, 243, nil),
  ]

  private var looks: [Look]

  /// The looks, with colours where terminal and user want them.
  init(isColoured: Bool) {
    looks = Role.allCases.map { Look(attributes: Self.attributes(of: $0)) }
    guard isColoured, has_colors(), start_color() == OK, use_default_colors() == OK else { return }
    for (index, colour) in Self.colours.enumerated() {
      guard let number = tui_colours() >= 256 ? colour.of256 : colour.ofEight else { continue }
      let pair = Int16(index + 1)
      if init_pair(pair, number, -1) == OK { looks[Int(colour.role.rawValue)].pair = pair }
    }
  }

  private static func attributes(of role: Role) -> attr_t {
    switch role {
    case .text, .dim, .high, .medium, .low: 0
    case .strong, .title, .critical, .caret, .key: tui_bold
    case .match: tui_bold | tui_underline
    case .selected: tui_reverse
    case .banner: tui_reverse | tui_bold
    }
  }

  /// A cell for ncurses; none for the second half of a wide glyph.
  ///
  /// Where the system's idea of a width differs, question marks keep the columns in their place.
  func cells(_ cell: CellGrid.Cell) -> [cchar_t] {
    guard let glyph = cell.glyph else { return [] }
    let scalars = glyph.unicodeScalars.map { wchar_t($0.value) }
    let width = glyph.unicodeScalars.first?.columns ?? 1
    let isAgreed =
      scalars.first.map { Int(wcwidth($0)) } == width
      && scalars.dropFirst().allSatisfy { wcwidth($0) == 0 }
    guard !isAgreed else { return [encoded(scalars, cell.role)] }
    return Array(repeating: encoded([wchar_t(63)], cell.role), count: width)
  }

  private func encoded(_ scalars: [wchar_t], _ role: Role) -> cchar_t {
    let look = looks[Int(role.rawValue)]
    var cell = cchar_t()
    _ = tui_set_cell(&cell, scalars + [0], look.attributes, look.pair)
    return cell
  }
}
