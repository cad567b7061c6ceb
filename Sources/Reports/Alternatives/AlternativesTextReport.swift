import Review
import SourceText

/// Designs side by side in columns of characters, within 80 columns; more of them in further
/// blocks.
struct AlternativesTextReport {
  let alternatives: Alternatives
  let style: TextStyle
  let isComplete: Bool

  private static let width = 80
  private static let titles = 24
  /// The widest column, and how many stand beside each other.
  private static let columns = (widest: 26, most: 3)
  /// Journeys before the rest is counted only.
  private static let journeys = 12

  func render() -> String {
    let all = alternatives.all.indices
    let blocks = stride(from: 0, to: all.count, by: Self.columns.most).map { start in
      block(Array(all[start..<min(start + Self.columns.most, all.count)]))
    }
    let rest = hidden > 0 ? ["and \(hidden) more journeys (--all shows them)"] : []
    return (blocks + [rest + legend]).filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private var legend: [String] {
    let hasBest = rows.contains { $0.cells.contains(where: \.isBest) }
    return hasBest ? [style.dim("* the best of its row")] : []
  }

  // MARK: - Rows

  private var hidden: Int { alternatives.rows.count - rows.count }

  private var rows: [ComparedRow] {
    var left = isComplete ? Int.max : Self.journeys
    return alternatives.rows.filter { row in
      guard row.quantity == .p99 else { return true }
      left -= 1
      return left >= 0
    }
  }

  private func block(_ columns: [Int]) -> [String] {
    let room = min(Self.columns.widest, (Self.width - Self.titles) / columns.count - 2)
    let names: [Cell] = columns.map { column in
      Cell(lines: lines(alternatives.all[column].name, room), mark: style.strong)
    }
    let head = line([], names, room)
    return head
      + rows.flatMap { row -> [String] in
        let cells: [Cell] = columns.map { cell(row.cells[$0], room) }
        return line(lines(row.title, Self.titles), cells, room)
      }
  }

  private func cell(_ cell: ComparedRow.Cell, _ room: Int) -> Cell {
    cell.isBest
      ? Cell(lines: lines(cell.text + " *", room), mark: style.good)
      : Cell(lines: lines(cell.text, room))
  }

  /// The lines of a cell, and how each is emphasised.
  private struct Cell {
    let lines: [String]
    var mark: (String) -> String = { $0 }

    func text(_ number: Int) -> String { number < lines.count ? lines[number] : "" }
  }

  private func lines(_ text: String, _ room: Int) -> [String] {
    text.printable.wrapped(width: room, breakingWords: true)
  }

  /// The lines of a row: as many as its tallest cell has, without blanks at their ends.
  private func line(_ title: [String], _ cells: [Cell], _ room: Int) -> [String] {
    let height = max(title.count, cells.map(\.lines.count).max() ?? 0)
    return (0..<height).map { number -> String in
      let head = number < title.count ? title[number] : ""
      guard let last = cells.lastIndex(where: { !$0.text(number).isEmpty }) else { return head }
      var line = head.padded(to: Self.titles)
      for index in 0...last {
        let text = cells[index].text(number)
        line += "  " + (text.isEmpty ? "" : cells[index].mark(text))
        if index < last { line += "".padded(to: room - text.columns) }
      }
      return line
    }
  }
}
