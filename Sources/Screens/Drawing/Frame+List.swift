import Findings
import SourceText

extension Frame {
  /// Columns of a row's label.
  private static let label = 9

  mutating func drawList() {
    let top = screen.list.top
    for (entry, row) in zip(screen.rows.dropFirst(top), layout.list) {
      let index = top + row - layout.list.lowerBound
      draw(entry, row: row, isSelected: index == screen.list.index)
    }
    guard screen.rows.isEmpty, screen.contents != nil, let row = layout.list.first else { return }
    let words = screen.list.filter.emptyWords ?? screen.view.emptyWords
    grid.write(words, row: row, column: 2, role: .dim)
  }

  private mutating func draw(_ entry: Entry, row: Int, isSelected: Bool) {
    if isSelected {
      let blank = String(repeating: " ", count: layout.width)
      grid.write(blank, row: row, column: 0, role: .selected)
    }
    let place = layout.isNarrow ? "" : entry.place?.words(in: screen.path) ?? ""
    let end = layout.width - 1 - (place.isEmpty ? 0 : min(place.columns, layout.width / 3) + 2)
    let role = { (role: Role) in isSelected ? Role.selected : role }
    if isSelected { grid.write(">", row: row, column: 0, role: .selected) }
    if screen.notices.fresh.contains(entry.id) {
      grid.write("+", row: row, column: 1, role: role(.key))
    }
    grid.write(entry.label, row: row, column: 2, role: role(entry.role))
    var column = 2 + Self.label
    if entry.isExplained {
      column = grid.write(marks.branch, row: row, column: column, role: role(.dim))
    }
    let message = entry.message.cut(to: end - column, marks.cut)
    let last = grid.write(
      message, row: row, column: column, role: role(entry.isAccepted ? .dim : .text))
    highlight(row: row, columns: column..<max(column, last))
    grid.write(
      place.cut(to: layout.width / 3, marks.cut), row: row, column: end + 2, role: role(.dim))
  }

  /// Marks what the filter matches in some columns of a row.
  private mutating func highlight(row: Int, columns: Range<Int>) {
    let needle = screen.list.filter.text.glyphs.flatMap { lowered($0.character) + tail($0) }
    guard !needle.isEmpty, needle.count <= columns.count else { return }
    let cells = grid.row(row).dropFirst(columns.lowerBound).prefix(columns.count)
    let hay = cells.map { $0.glyph.map(lowered) ?? [nil] }
    for start in 0...(hay.count - needle.count)
    where Array(hay[start..<start + needle.count].joined()) == needle {
      let first = columns.lowerBound + start
      grid.paint(row: row, columns: first..<first + needle.count, role: .match)
    }
  }

  private func lowered(_ character: Character) -> [Character?] {
    [character.lowercased().first ?? character]
  }

  private func tail(_ glyph: Glyph) -> [Character?] { glyph.width == 2 ? [nil] : [] }

  mutating func drawPreview() {
    guard !layout.preview.isEmpty, let entry = screen.selected, let contents = screen.contents
    else { return }
    let line = layout.preview.lowerBound - 1
    let position = " \(screen.list.index + 1) of \(screen.rows.count) "
    drawLine(line)
    grid.write(position, row: line, column: layout.width - position.columns - 1, role: .dim)
    var pane = CellGrid(width: layout.width, height: layout.preview.count)
    screen.view.draw(entry, in: contents, on: &pane, marks: marks)
    grid.paste(pane, at: layout.preview.lowerBound)
  }

  mutating func drawPage() {
    guard let open = screen.pages.last else { return }
    grid.write(screen.pageLines(layout.width), from: open.top, rows: layout.page)
  }
}
