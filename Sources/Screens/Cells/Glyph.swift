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
      let width = scalar.columns
      if width > 0 {
        glyphs.append(Glyph(character: Character(scalar), width: width))
      } else if let last = glyphs.indices.last {
        glyphs[last].join(scalar)
      }
    }
    return glyphs
  }
}
