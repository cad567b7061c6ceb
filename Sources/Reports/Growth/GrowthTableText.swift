import SourceText

/// A table of the forecast in columns of characters.
struct GrowthTableText {
  let table: GrowthTable
  let style: TextStyle
  let signs: GrowthSigns
  let isComplete: Bool

  private static let nameWidth = 21
  /// Rows of a table before the rest is counted only.
  private static let rows = 12

  /// Columns of times by multiple that stand beside each other.
  static func multiples(in width: Int) -> Int {
    (width - nameWidth - 2) / GrowthTables.columnWidth
  }

  var lines: [String] {
    let head = row(table.title, table.columns.map { GrowthTable.Cell($0.title) })
    let shown = isComplete ? table.rows[...] : table.rows.prefix(Self.rows)
    let more = table.rows.count - shown.count
    let rest = more > 0 ? ["  and \(more) more (--all shows them)"] : []
    let notes = ([table.legend].compactMap(\.self) + table.notes).flatMap { note in
      note.printable.wrapped(width: GrowthTextReport.width - 2).map { "  " + style.dim($0) }
    }
    return [style.strong(head)] + shown.flatMap { $0.map(line) } + rest + notes
  }

  private func line(_ line: GrowthTable.Line) -> String {
    row((line.isMore ? "  " : "") + line.name, line.cells)
  }

  /// A line of the table, without blanks at its end.
  private func row(_ name: String, _ cells: [GrowthTable.Cell]) -> String {
    let last = cells.lastIndex { !$0.text.isEmpty } ?? 0
    return "  " + self.name(name)
      + zip(cells.prefix(last + 1), table.columns).enumerated().map { index, pair in
        cell(pair.0, pair.1, isLast: index == last)
      }.joined()
  }

  private func name(_ text: String) -> String {
    text.printable.cut(to: Self.nameWidth - 1, signs.cut).padded(to: Self.nameWidth)
  }

  private func cell(
    _ cell: GrowthTable.Cell, _ column: GrowthTable.Column, isLast: Bool
  ) -> String {
    // A number is parted from what stands before it.
    let room = column.side == .right ? column.width - 1 : column.width
    let text = cell.text.printable.cut(to: room, signs.cut)
    let isPadded = column.side == .right || !isLast
    let blanks = String(
      repeating: " ", count: isPadded ? max(0, column.width - text.columns) : 0)
    return switch column.side {
    case .right: mark(blanks + text, cell.tone)
    case .left, .drawn: "  " + mark(text, cell.tone) + blanks
    }
  }

  private func mark(_ text: String, _ tone: GrowthTable.Cell.Tone) -> String {
    switch tone {
    case .plain: text
    case .good: style.good(text)
    case .warn: style.warn(text)
    case .bad: style.bad(text)
    }
  }
}
