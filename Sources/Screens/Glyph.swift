import SourceText

/// What one cell, or a pair of cells, shows: a base character with the marks above and below it.
///
/// Joined emoji come apart into their parts, so that every terminal agrees on the width.
package struct Glyph: Equatable {
  /// The base with its marks.
  package fileprivate(set) var character: Character
  /// Columns: 1 or 2.
  package let width: Int

  /// Marks that one cell carries at most; ncurses stores five scalars a cell.
  private static let marks = 4

  /// Appends a scalar of no width; selectors and joiners are left out.
  fileprivate mutating func join(_ scalar: Unicode.Scalar) {
    let isSelector = (0xFE00...0xFE0F).contains(scalar.value)
    let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
    let scalars = character.unicodeScalars
    guard isMark, !isSelector, scalars.count <= Self.marks else { return }
    var joined = String.UnicodeScalarView(scalars)
    joined.append(scalar)
    let text = String(joined)
    // A mark that does not belong to the base would be a second character.
    if text.count == 1, let whole = text.first { character = whole }
  }
}

extension String {
  /// The text in cells; control characters are visible escapes.
  package var glyphs: [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in printable.unicodeScalars {
      let character = Character(scalar)
      let width = scalar.isASCII ? 1 : displayWidth(character)
      if width > 0 {
        glyphs.append(Glyph(character: character, width: width))
      } else if let last = glyphs.indices.last {
        glyphs[last].join(scalar)
      }
    }
    return glyphs
  }

  /// Columns the text takes in a grid.
  package var columns: Int { glyphs.reduce(0) { $0 + $1.width } }

  /// The text with blanks up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The text, cut to a width; a mark stands for what was cut.
  package func cut(to width: Int, _ mark: String) -> String {
    guard columns > width else { return self }
    let room = width - mark.columns
    guard room > 0 else { return "" }
    var used = 0
    let kept = glyphs.prefix { glyph in
      used += glyph.width
      return used <= room
    }
    return String(kept.map(\.character)) + mark
  }
}
