/// The conditions of a query: what `AND` joins below each `WHERE`, `ON` and `HAVING`.
///
/// A simple reader of SQL: it knows texts, comments, parentheses, `CASE` and `BETWEEN`. Where `OR`
/// stands beside `AND`, the whole clause is one condition.
struct QueryConditions {
  /// Where each condition stands in the query, in bytes, in their order.
  private(set) var ranges: [Range<Int>] = []
  private var levels = [Level()]

  /// What is open between two parentheses.
  private struct Level {
    /// The conditions of the clause so far, each from its first word to its last.
    var parts: [Range<Int>] = []
    var isClause = false
    var isSplit = true
    var cases = 0
    var betweens = 0

    /// Adds a word, or all up to a closing parenthesis, to the condition that is being read.
    mutating func add(_ range: Range<Int>) {
      guard isClause, let last = parts.last else { return }
      let start = last.isEmpty ? range.lowerBound : last.lowerBound
      parts[parts.count - 1] = start..<range.upperBound
    }
  }

  /// Words that end a clause.
  private static let ends: Set<String> = [
    "GROUP", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "WINDOW", "JOIN", "LEFT", "RIGHT",
    "FULL", "INNER", "CROSS", "NATURAL", ",",
  ]

  /// The conditions of a query.
  init(_ query: [UInt8]) {
    for token in QueryTokens(query) { read(token.text, token.range) }
    close()
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  private var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  private mutating func read(_ word: String, _ range: Range<Int>) {
    if word == ")" {
      close()
      if levels.count > 1 { levels.removeLast() }
      return level.add(range)
    }
    let isInCase = level.cases > 0
    switch word {
    case "CASE": level.cases += 1
    case "END" where isInCase: level.cases -= 1
    case "BETWEEN": level.betweens += 1
    case "AND" where level.betweens > 0: level.betweens -= 1
    case "AND" where !isInCase && level.isClause: return level.parts.append(0..<0)
    case "OR" where !isInCase: level.isSplit = false
    case "WHERE", "ON", "HAVING":
      close()
      level.isClause = true
      return level.parts.append(0..<0)
    default: if !isInCase, Self.ends.contains(word) { return close() }
    }
    level.add(range)
    if word == "(" { levels.append(Level()) }
  }

  /// Ends the clause that is being read.
  private mutating func close() {
    let parts = level.parts.filter { !$0.isEmpty }
    if level.isSplit {
      ranges += parts
    } else if let first = parts.first, let last = parts.last {
      ranges.append(first.lowerBound..<last.upperBound)
    }
    (level.parts, level.isClause, level.isSplit) = ([], false, true)
  }
}
