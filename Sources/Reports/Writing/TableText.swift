package import Facts
import SourceText

/// Rows as text: aligned columns, CSV (RFC 4180) or JSON.
package struct TableText {
  private let names: [String]
  private let rows: [[SQLValue]]

  /// The text of what a query returned.
  package init(_ rows: QueryRows) { (names, self.rows) = (rows.names, rows.rows) }

  /// The text of rows of words.
  package init(names: [String], rows: [[String]]) {
    self.names = names
    self.rows = rows.map { $0.map(SQLValue.text) }
  }

  /// A table of Markdown.
  package var markdown: String {
    let cells = [names, names.map { _ in "---" }] + rows.map { $0.map(\.words) }
    return cells.enumerated().map { number, row in
      let words = number == 1 ? row : row.map { Markdown.inert($0).printable }
      return "| " + words.joined(separator: " | ") + " |\n"
    }.joined()
  }

  /// Aligned columns below their names.
  package var table: String {
    let head = names.map(\.printable)
    let cells = [head] + rows.map { $0.map { $0 == .null ? "-" : $0.words.printable } }
    let widths = names.indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    let lines = cells.map { row in
      row.enumerated().map { column, cell in
        let isLast = column == row.count - 1
        return isLast
          ? cell : cell.padded(to: widths[column])
      }.joined(separator: "  ")
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return ([lines[0], rule] + lines.dropFirst()).map { $0 + "\n" }.joined()
  }

  /// A line per row, and one of names before them.
  package var csv: String { csvText([names] + rows.map { $0.map(\.words) }) }

  /// An object per row.
  package var json: String {
    JSONValue.array(
      rows.map { row in .members(of: zip(names, row).map { ($0, $1.json) }) }
    ).text
  }
}

extension SQLValue {
  /// What JSON writes of it; it has no infinity.
  var json: JSONValue {
    switch self {
    case .null: .null
    case .integer(let integer): .integer(integer)
    case .real(let real): real.isFinite ? .number(real) : .null
    case .text(let text): .string(text)
    }
  }
}
