/// A rectangle of cells; what is written beyond its edges is cut off.
package struct CellGrid: Equatable, Sendable {
  /// One column of one row.
  package struct Cell: Equatable, Sendable {
    /// What it shows; nil in the second column of a wide glyph.
    package fileprivate(set) var glyph: Character?
    /// What it means.
    package fileprivate(set) var role: Role
  }

  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  private var cells: [Cell]

  /// A blank grid; a negative size counts as none.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: Cell(glyph: " ", role: .text), count: self.width * self.height)
  }

  /// The cells of a row; none outside the grid.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < height else { return [] }
    return cells[row * width..<(row + 1) * width]
  }

  /// The rows as text without the blanks at their ends.
  package var text: [String] {
    (0..<height).map { index in
      var glyphs = row(index).compactMap(\.glyph)
      while glyphs.last == " " { glyphs.removeLast() }
      return String(glyphs)
    }
  }

  /// Writes a text up to a column and returns the column behind it.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, role: Role = .text, upTo limit: Int? = nil
  ) -> Int {
    let limit = min(limit ?? width, width)
    var column = column
    for glyph in text.glyphs {
      guard column + glyph.width <= limit else { break }
      put(glyph, row: row, column: column, role: role)
      column += glyph.width
    }
    return column
  }

  /// Writes the lines of a text from one of them on into some rows, a column from either edge.
  package mutating func write(_ lines: Lines, from top: Int, rows: Range<Int>) {
    for (line, row) in zip(lines.all.dropFirst(top), rows) {
      var column = 1
      for run in line {
        column = write(run.text, row: row, column: column, role: run.role, upTo: width - 1)
      }
    }
  }

  /// Copies the cells of a grid, from a row and a column on; none where that lies outside.
  package mutating func paste(_ other: CellGrid, at top: Int, column: Int = 0) {
    guard (0...width).contains(column) else { return }
    for row in 0..<other.height where top + row >= 0 && top + row < height {
      let cells = other.row(row).prefix(width - column)
      let start = (top + row) * width + column
      let end = start + cells.count
      if column > 0, start < self.cells.count, self.cells[start].glyph == nil {
        self.cells[start - 1].glyph = " "
      }
      if column + cells.count < width, self.cells[end].glyph == nil { self.cells[end].glyph = " " }
      self.cells.replaceSubrange(start..<end, with: cells)
    }
  }

  /// Gives the columns of a row another meaning.
  package mutating func paint(row: Int, columns: Range<Int>, role: Role) {
    guard row >= 0, row < height else { return }
    for column in columns.clamped(to: 0..<width) { cells[row * width + column].role = role }
  }

  /// Puts `?` in the place of everything that is not ASCII.
  package mutating func reduceToASCII() {
    for index in cells.indices where cells[index].glyph?.isASCII != true {
      cells[index].glyph = "?"
    }
  }

  private mutating func put(_ glyph: Glyph, row: Int, column: Int, role: Role) {
    guard row >= 0, row < height, column >= 0 else { return }
    let start = row * width + column
    for index in start..<start + glyph.width { clear(index, in: row) }
    cells[start] = Cell(glyph: glyph.character, role: role)
    if glyph.width == 2 { cells[start + 1] = Cell(glyph: nil, role: role) }
  }

  /// Blanks a cell, and its other half where it belongs to a wide glyph.
  private mutating func clear(_ index: Int, in row: Int) {
    if cells[index].glyph == nil { cells[index - 1].glyph = " " }
    if index + 1 < (row + 1) * width, cells[index + 1].glyph == nil { cells[index + 1].glyph = " " }
    cells[index].glyph = " "
  }
}
