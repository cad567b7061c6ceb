/// Lines in cells, which join only where they are told to.
package struct LineCanvas: Sendable {
  /// What a cell shows.
  struct Cell: Sendable {
    /// Where lines leave a joint: up 1, right 2, down 4, left 8.
    var arms: UInt8 = 0
    var isJoint = false
    /// Whether a line in it is waited for.
    var isSolid = false
    /// Whether a line in it belongs to what is selected.
    var isLit = false
    /// Stands in place of the line.
    var sign: Character?

    /// The same with up for left, and left for up.
    var turned: Cell {
      var turned = self
      let (up, right, down, left) = (arms & 1, arms & 2, arms & 4, arms & 8)
      turned.arms = up << 3 | right << 1 | down >> 1 | left >> 3
      let signs: [Character: Character] = [">": "v", "<": "^", "v": ">", "^": "<"]
      turned.sign = sign.map { signs[$0] ?? $0 }
      return turned
    }
  }

  /// Columns.
  package let width: Int
  /// Rows.
  package let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// The sign of a cell and whether it belongs to what is selected; nil where there is none.
  package func sign(
    row: Int, column: Int, isASCII: Bool
  ) -> (character: Character, isLit: Bool)? {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return nil }
    let cell = cells[row * width + column]
    guard cell.arms != 0 || cell.sign != nil else { return nil }
    let signs = isASCII ? Self.ascii : Self.unicode
    // A crossing is the upright line; the other one has a gap there.
    let arms = cell.isJoint ? Int(cell.arms) : cell.arms & 5 != 0 ? 5 : 10
    let line = (cell.isSolid ? signs.solid : signs.dashed)[arms]
    return (cell.sign ?? line, cell.isLit)
  }

  /// Draws a line along a row, from the left to the right.
  mutating func across(row: Int, _ columns: ClosedRange<Int>, _ pen: Pen) {
    for column in columns {
      let left: UInt8 = column > columns.lowerBound ? 8 : 0
      let right: UInt8 = column < columns.upperBound ? 2 : 0
      add(row, column, left | right == 0 ? 10 : left | right, pen)
    }
  }

  /// Draws a line along a column, whose ends join what is there.
  mutating func upright(column: Int, _ rows: ClosedRange<Int>, _ pen: Pen) {
    for row in rows {
      add(row, column, (row > rows.lowerBound ? 1 : 0) | (row < rows.upperBound ? 4 : 0), pen)
    }
    cells[rows.lowerBound * width + column].isJoint = true
    cells[rows.upperBound * width + column].isJoint = true
  }

  /// Puts a sign on a line, or beside one.
  mutating func put(_ sign: Character, row: Int, column: Int, isLit: Bool = false) {
    let index = row * width + column
    cells[index].sign = sign
    cells[index].isLit = cells[index].isLit || isLit
  }

  /// The same with rows for columns: what leads to the right leads down.
  var turned: LineCanvas {
    var turned = LineCanvas(width: height, height: width)
    for row in 0..<height {
      for column in 0..<width {
        turned.cells[column * height + row] = cells[row * width + column].turned
      }
    }
    return turned
  }

  private mutating func add(_ row: Int, _ column: Int, _ arms: UInt8, _ pen: Pen) {
    let index = row * width + column
    cells[index].arms |= arms
    cells[index].isSolid = cells[index].isSolid || pen.isSolid
    cells[index].isLit = cells[index].isLit || pen.isLit
  }

  /// How a line is drawn.
  struct Pen {
    let isSolid: Bool
    let isLit: Bool
  }

  /// The signs by arms.
  private static let unicode = (
    solid: Array(" │─└││┌├─┘─┴┐┤┬┼"), dashed: Array(" ╎╌└╎╎┌├╌┘╌┴┐┤┬┼")
  )
  private static let ascii = (
    solid: Array(" |-+||++-+-+++++"), dashed: Array(" :.+::++.+.+++++")
  )
}
