import SourceText

/// The text of the selected entry, below the list or beside it.
extension Frame {
  mutating func drawPreview() {
    guard !layout.preview.isEmpty, screen.palette == nil, let entry = screen.selected,
      let contents = screen.contents
    else { return }
    drawPosition()
    var pane = CellGrid(width: layout.text.count, height: layout.preview.count)
    screen.view.draw(entry, in: contents, on: &pane, marks: marks)
    paste(pane, at: layout.preview.lowerBound)
  }

  mutating func drawPage() {
    guard let open = screen.pages.last else { return }
    if layout.isSplit { drawPosition() }
    var pane = CellGrid(width: layout.text.count, height: layout.page.count)
    pane.write(text, from: open.top, rows: 0..<pane.height)
    if let line = screen.stopLine(in: text), (0..<pane.height).contains(line - open.top) {
      pane.write(">", row: line - open.top, column: 0)
      pane.paint(row: line - open.top, columns: 0..<pane.width, role: .selected)
    }
    paste(pane, at: layout.page.lowerBound)
  }

  /// Which of the rows is selected, in the line above the text; beside the list that is the line
  /// above both.
  private mutating func drawPosition() {
    let line = layout.preview.lowerBound - 1
    guard !layout.isSplit || screen.banner == nil else { return }
    let position = " \(screen.list.index + 1) of \(screen.rows.count) "
    if !layout.isSplit { drawLine(line) }
    grid.write(
      position, row: line, column: layout.listWidth - position.columns - 1, role: .dim)
  }

  /// Puts a text into its columns, with a line between it and a list at its left.
  private mutating func paste(_ pane: CellGrid, at top: Int) {
    grid.paste(pane, at: top, column: layout.text.lowerBound)
    guard layout.isSplit else { return }
    for row in top..<top + pane.height {
      grid.write(String(marks.mark), row: row, column: layout.listWidth, role: .dim)
    }
    guard screen.banner == nil else { return }
    grid.write(marks.corner, row: top - 1, column: layout.listWidth, role: .dim)
  }
}
