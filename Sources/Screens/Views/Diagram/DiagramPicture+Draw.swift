import Diagram
import SourceText

extension DiagramPicture {
  /// Draws the part around the selected node.
  func draw(on grid: inout CellGrid, target: Double, isASCII: Bool) {
    let (left, top) = corner(grid)
    drawLines(on: &grid, left, top, isASCII)
    for (index, node) in scope.nodes.enumerated() {
      let role = node == selected ? Role.selected : graph.nodes[node].role(target: target)
      draw(cells.boxes[index], labels[index], role, on: &grid, left, top, isASCII)
    }
  }

  /// Where the picture goes on beyond the edges, in words; empty where all of it is there.
  func beyond(_ grid: CellGrid) -> String {
    let (left, top) = corner(grid)
    let words = [
      left > 0 ? "left" : nil, left + grid.width < cells.canvas.width ? "right" : nil,
      top > 0 ? "up" : nil, top + grid.height < cells.canvas.height ? "down" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? "" : "goes on " + words.joined(separator: ", ")
  }

  /// The node whose box covers a cell of a grid; nil where none does.
  func node(column: Int, row: Int, of grid: CellGrid) -> Int? {
    let (left, top) = corner(grid)
    let reach = cells.style == .framed ? 1 : 0
    return zip(scope.nodes, cells.boxes).first { _, box in
      let columns = box.column - left..<box.column - left + box.width
      return abs(box.row - top - row) <= reach && columns.contains(column)
    }?.0
  }

  /// The first column and row that are shown: the selected box is in the middle as far as the
  /// edges of the picture allow.
  private func corner(_ grid: CellGrid) -> (left: Int, top: Int) {
    guard let here = scope.nodes.firstIndex(of: selected) else { return (0, 0) }
    let box = cells.boxes[here]
    let left = box.column + box.width / 2 - grid.width / 2
    return (
      max(0, min(left, cells.canvas.width - grid.width)),
      max(0, min(box.row - grid.height / 2, cells.canvas.height - grid.height))
    )
  }

  private func drawLines(on grid: inout CellGrid, _ left: Int, _ top: Int, _ isASCII: Bool) {
    for row in 0..<min(grid.height, cells.canvas.height - top) {
      var (run, start, wasLit) = ("", 0, false)
      for column in 0..<min(grid.width, cells.canvas.width - left) {
        let cell = cells.canvas.sign(row: row + top, column: column + left, isASCII: isASCII)
        if cell == nil || cell?.isLit != wasLit, !run.isEmpty {
          grid.write(run, row: row, column: start, role: wasLit ? .strong : .dim)
          run = ""
        }
        guard let cell else { continue }
        if run.isEmpty { (start, wasLit) = (column, cell.isLit) }
        run.append(cell.character)
      }
      grid.write(run, row: row, column: start, role: wasLit ? .strong : .dim)
    }
  }

  private func draw(
    _ box: CellDiagram.Box, _ label: DiagramLabel, _ role: Role, on grid: inout CellGrid,
    _ left: Int, _ top: Int, _ isASCII: Bool
  ) {
    let (row, column) = (box.row - top, box.column - left)
    guard cells.style == .framed else {
      let text = "[" + label.text(columns: box.width - 2) + "]"
      grid.write(text, row: row, column: column, role: role)
      return
    }
    let frame = role == .selected ? Role.strong : .dim
    let line = String(repeating: isASCII ? "-" : "─", count: box.width - 2)
    let side = isASCII ? "|" : "│"
    grid.write(
      (isASCII ? "+" : "┌") + line + (isASCII ? "+" : "┐"), row: row - 1, column: column,
      role: frame)
    grid.write(
      (isASCII ? "+" : "└") + line + (isASCII ? "+" : "┘"), row: row + 1, column: column,
      role: frame)
    grid.write(side, row: row, column: column, role: frame)
    grid.write(
      " " + label.text(columns: box.width - 4) + " ", row: row, column: column + 1, role: role)
    grid.write(side, row: row, column: column + box.width - 1, role: frame)
  }
}
