import CNcurses
import Screens
import SourceText

/// How roles look on this terminal.
struct Palette {
  /// Attributes and colour pair of a role.
  private struct Pen {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private var looks: [Pen]

  /// The looks, with colours where terminal and user want them.
  init(isColoured: Bool) {
    looks = Role.allCases.map { Pen(attributes: Self.attributes(of: $0)) }
    guard isColoured, has_colors(), start_color() == OK, use_default_colors() == OK else { return }
    for role in Role.allCases {
      let look = role.look
      guard let number = tui_colours() >= 256 ? look.of256 : look.ofEight else { continue }
      let pair = Int16(role.rawValue) + 1
      if init_pair(pair, number, -1) == OK { looks[Int(role.rawValue)].pair = pair }
    }
  }

  private static func attributes(of role: Role) -> attr_t {
    let look = role.look
    return (look.isBold ? tui_bold : 0) | (look.isUnderlined ? tui_underline : 0)
      | (look.isReversed ? tui_reverse : 0)
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
