import Findings
import SourceText

extension Frame {
  private var width: Int { layout.listWidth }

  /// The first column of labels, clear of the signs before them.
  private var start: Int { screen.list.isCompared ? 3 : 2 }

  /// Columns of a row's label: as many as the longest one needs, and no more than a third.
  private var label: Int { max(9, min(screen.list.labels, width / 3 - 3) + 1) }

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
      let blank = String(repeating: " ", count: width)
      grid.write(blank, row: row, column: 0, role: .selected)
    }
    // The text beside the list says where it is written.
    let hasPlace = width >= 60 && !layout.isSplit && entry.bar == nil
    let place =
      entry.place.flatMap { place in
        hasPlace
          ? place.words(inRowOf: screen.path, columns: width / 4, cut: marks.cut) : nil
      } ?? ""
    let end = width - 1 - (place.isEmpty ? 0 : place.columns + 2)
    let role = { (role: Role) in isSelected ? Role.selected : role }
    if isSelected { grid.write(">", row: row, column: 0, role: .selected) }
    let isSeen = screen.lookedAt.contains(entry.id)
    let isFresh = screen.notices.fresh.contains(entry.id)
    if let mark = entry.mark ?? (isSeen ? "." : isFresh ? "+" : nil) {
      grid.write(String(mark), row: row, column: 1, role: role(.key))
    }
    let words = entry.label.cut(to: entry.bar == nil ? width : label - 1, marks.cut)
    grid.write(words, row: row, column: start, role: role(entry.role))
    var column = start + label
    if let bar = entry.bar { column = draw(bar, row: row, column: column, isSelected: isSelected) }
    if entry.isExplained {
      column = grid.write(marks.branch, row: row, column: column, role: role(.dim))
    }
    let message = entry.message.cut(to: end - column, marks.cut)
    let last = grid.write(
      message, row: row, column: column, role: role(entry.isAccepted ? .dim : .text))
    highlight(row: row, columns: column..<max(column, last))
    grid.write(place, row: row, column: end + 2, role: role(.dim))
  }

  /// Draws a bar; what is full has the bar's meaning.
  private mutating func draw(_ bar: Bar, row: Int, column: Int, isSelected: Bool) -> Int {
    let columns = width < 60 ? 8 : width < 100 ? 12 : 24
    let text = bar.text(columns: columns, signs: marks)
    let end = grid.write(text, row: row, column: column, role: isSelected ? .selected : .dim)
    if !isSelected {
      let full = text.prefix { $0 != marks.empty }.count
      grid.paint(row: row, columns: column..<column + full, role: bar.role)
    }
    return end + 1
  }

  /// Marks what the filter matches in some columns of a row.
  private mutating func highlight(row: Int, columns: Range<Int>) {
    for word in screen.list.filter.marked { highlight(word, row: row, columns: columns) }
  }

  private mutating func highlight(_ word: String, row: Int, columns: Range<Int>) {
    let needle = word.glyphs.flatMap { lowered($0.character) + tail($0) }
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

  /// Lets the view draw everything in place of the list, and of what is beside or below it where
  /// it has the whole width; false where it does not.
  mutating func drawBody(width: Int) -> Bool {
    guard let contents = screen.contents, !screen.list.entries.isEmpty else { return false }
    var body = CellGrid(width: width, height: layout.body.count)
    guard screen.view.drawBody(screen.selected, in: contents, on: &body, marks: marks) else {
      return false
    }
    grid.paste(body, at: layout.body.lowerBound)
    return true
  }
}
