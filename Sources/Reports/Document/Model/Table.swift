extension Block {
  /// A table; its first column with a title says what a row is about.
  struct Table {
    let columns: [Column]
    let rows: [[Inline]]
    var kind: Kind?
  }

  /// A column of a table.
  struct Column {
    let title: String
    /// Whether its cells are numbers, which stand below each other by their last digit.
    var isNumber = false

    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    static func words(_ title: String) -> Column { Column(title: title) }
  }

  /// A table that is laid out in a way of its own.
  enum Kind: String {
    case advice, accepted, assumptions, decisions, loads
    /// With bars on a scale.
    case headroom
    /// With a place for a hand.
    case signatures = "sign"
    /// With a column for each multiple of today's peak.
    case byMultiple = "by-multiple"
  }

  /// A table with columns of numbers.
  static func table(_ columns: [Column], _ rows: [[Inline]], _ kind: Kind? = nil) -> Block {
    .table(Table(columns: columns, rows: rows, kind: kind))
  }

  /// A table of words.
  static func table(_ titles: [String], _ rows: [[Inline]], _ kind: Kind? = nil) -> Block {
    table(titles.map(Column.words), rows, kind)
  }

  /// A long table: its first rows, and the others where the reader asks for them.
  static func foldedTable(
    _ columns: [Column], _ rows: [[Inline]], shown: Int, _ kind: Kind? = nil,
    rest: (Int) -> String = { "and \($0) more" }
  ) -> [Block] {
    let first = table(columns, Array(rows.prefix(shown)), kind)
    guard rows.count > shown else { return [first] }
    let others = table(columns, Array(rows.dropFirst(shown)), kind)
    return [first, .folded(title: rest(rows.count - shown), [others])]
  }
}
