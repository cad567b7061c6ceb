import Growth

extension SystemChapter {
  /// A verdict per journey: what it carries, which losses it survives, and its time against its
  /// target.
  var journeys: [Block] {
    guard let table = growthSection?.tables.verdicts, !table.rows.isEmpty else { return [] }
    let rows = table.rows.joined().map { line in
      [.text(line.name)] + line.cells.map(\.inline)
    }
    let notes = table.notes.map { Block.paragraph($0, .dim) }
    return Block.foldedTable(
      [.words(table.subject)] + table.columns.map(\.column), rows, shown: GrowthSection.shownRows)
      + (notes.count > 2 ? [.folded(title: "Notes on journeys", notes)] : notes)
  }
}
