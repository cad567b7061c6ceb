import Facts

/// Queries over the tables of facts: from a small grammar, and some that want to do harm.
enum QueryMaker {
  /// A query.
  static func query(_ dice: inout Dice) -> String {
    if dice.happens(0.2) { return dice.pick(nasty) }
    var query = select(&dice, depth: 2)
    if dice.happens(0.1) {
      query = String(
        decoding: ByteMutator.mutated(Array(query.utf8), with: Array(nasty[0].utf8), &dice),
        as: UTF8.self)
    }
    return query
  }

  private static func select(_ dice: inout Dice, depth: Int) -> String {
    let (first, second) = (dice.pick(FactSchema.tables), dice.pick(FactSchema.tables))
    let columns = (0..<dice.number(1...3)).map { _ in expression(first, &dice) }
    var text = "SELECT \(columns.joined(separator: ", ")) FROM \(first.name) a"
    if dice.happens(0.4) {
      text += " JOIN \(second.name) b" + (dice.happens(0.7) ? " ON a.rowid = b.rowid" : "")
    }
    if dice.happens(0.5) { text += " WHERE \(expression(first, &dice)) > \(literal(&dice))" }
    if depth > 0, dice.happens(0.3) {
      text +=
        (text.contains("WHERE") ? " AND" : " WHERE")
        + " EXISTS (\(select(&dice, depth: depth - 1)))"
    }
    if dice.happens(0.3) { text += " GROUP BY 1" }
    if dice.happens(0.3) { text += " ORDER BY 1" }
    return text + (depth == 2 && dice.happens(0.7) ? " LIMIT \(dice.number(0...1000))" : "")
  }

  private static func expression(_ table: FactTable, _ dice: inout Dice) -> String {
    let column = "a.\"\(dice.pick(table.columns).name)\""
    let function = dice.pick([
      "count", "max", "avg", "group_concat", "abs", "length", "typeof", "hex", "upper", "quote",
      "json_array", "round", "sum", "printf", "char", "zeroblob", "unicode", "ln", "exp",
    ])
    switch dice.number(0...4) {
    case 0: return "\(function)(\(column))"
    case 1: return "\(column) \(dice.pick(["+", "*", "/", "||", "%", "<<"])) \(literal(&dice))"
    case 2: return "\(function)(\(literal(&dice)))"
    default: return column
    }
  }

  private static func literal(_ dice: inout Dice) -> String {
    dice.pick([
      "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "1e308", "1e999", "-1e999",
      "'x'", "''", "NULL", "x'00ff'", "'\u{1B}[2J'", "char(0)", "1e308*10", "0.0/0",
    ])
  }

  private static let nasty = [
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n",
    "SELECT * FROM components a, components b, components c, components d, components e",
    "SELECT randomblob(1000000000)", "SELECT zeroblob(4000000)", "SELECT hex(zeroblob(1999999))",
    "SELECT printf('%1000000000d', 1)",
    "SELECT replace(hex(zeroblob(90000)), '0', hex(zeroblob(900)))",
    "SELECT load_extension('x')", "ATTACH 'x' AS y", "PRAGMA writable_schema=1",
    "DROP TABLE components",
    "VACUUM INTO 'x'", "SELECT 1; SELECT 2", "", ";", "--", "SELECT ?", "SELECT :a",
    "SELECT 1 AS \"\u{1B}\"",
    "SELECT * FROM sqlite_master", "SELECT * FROM json_each('[1,2,[3]]')", "EXPLAIN SELECT 1",
    "SELECT char(0, 27, 133, 8232)", "SELECT 1e999, -1e999, 1e999 - 1e999", "SELECT x'ff', x''",
    "SELECT '" + String(repeating: "a", count: 30_000) + "'", "BEGIN", "VALUES (1),(2)",
    "SELECT " + String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
    "SELECT 'a' LIKE '" + String(repeating: "%a", count: 40) + "b'", "SELECT date('now')",
  ]
}
