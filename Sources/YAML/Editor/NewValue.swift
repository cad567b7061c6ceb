import SourceText

/// A value that is to be written into a text, and how.
package indirect enum NewValue: Hashable, Sendable {
  /// Written as it is: a number with its unit, or a word that YAML takes for a text.
  case plain(String)
  /// Any text, in double quotes.
  case quoted(String)
  /// Items in brackets, or below each other.
  case sequence([NewValue], Style = .flow)
  /// Pairs in braces, or below each other.
  case mapping([Pair], Style = .flow)

  /// Whether a collection is written in brackets; inside of brackets it always is.
  package enum Style: Hashable, Sendable { case flow, block }

  /// A key with its value.
  package struct Pair: Hashable, Sendable {
    /// The key, a word.
    package let key: String
    /// Its value.
    package let value: NewValue

    /// A pair from its parts.
    package init(_ key: String, _ value: NewValue) {
      self.key = key
      self.value = value
    }
  }

  /// A word, a number with its unit or any other text, in quotes where YAML would take it for more.
  package init(word: String) {
    let isPlain = { (byte: UInt8) in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: " ._/%-".utf8.contains(byte)
      }
    }
    let isWord = word.utf8.first.map { isPlain($0) && !" ._/%-".utf8.contains($0) } ?? false
    self =
      isWord && word.utf8.allSatisfy(isPlain) && word.last != " " ? .plain(word) : .quoted(word)
  }

  /// A value with all that it consists of, in brackets.
  ///
  /// Nil where it repeats what is said elsewhere, or where a key is no text.
  package init?(_ value: YAMLValue) {
    switch value {
    case .scalar(let text): self = text.isEmpty ? .plain("~") : NewValue(word: text)
    case .alias: return nil
    case .sequence(let items):
      let new = items.compactMap { NewValue($0) }
      guard new.count == items.count else { return nil }
      self = .sequence(new)
    case .mapping(let pairs):
      let new = pairs.compactMap { pair -> Pair? in
        guard case .scalar(let key) = pair.key else { return nil }
        return NewValue(pair.value).map { Pair(key, $0) }
      }
      guard new.count == pairs.count else { return nil }
      self = .mapping(new)
    }
  }

  /// What it says.
  package var value: YAMLValue {
    switch self {
    case .plain(let text): .scalar(["~", "null", "Null", "NULL"].contains(text) ? "" : text)
    case .quoted(let text): .scalar(text)
    case .sequence(let items, _): .sequence(items.map(\.value))
    case .mapping(let pairs, _): .mapping(pairs.map { YAMLValue.Pair($0.key, $0.value.value) })
    }
  }

  /// On one line, collections in brackets.
  var flow: String {
    switch self {
    case .plain(let text): text
    case .quoted(let text): JSONValue.quoted(text, isYAML: true)
    case .sequence(let items, _): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping([], _): "{}"
    case .mapping(let pairs, _):
      "{ \(pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ")) }"
    }
  }

  /// Whether it takes lines of its own below its key.
  var isBlock: Bool {
    switch self {
    case .sequence(let items, .block): !items.isEmpty
    case .mapping(let pairs, .block): !pairs.isEmpty
    default: false
    }
  }

  /// What stands behind the colon of a key in a column.
  func behindKey(column: Int, _ newline: String) -> String {
    guard isBlock else { return " " + flow }
    let margin = newline + String(repeating: " ", count: column + 2)
    return margin + block(column: column + 2, newline)
  }

  /// What stands in a column, its first line there already; the last line is not ended.
  package func block(column: Int, _ newline: String) -> String {
    let margin = newline + String(repeating: " ", count: column)
    return switch self {
    case .sequence(let items, .block) where isBlock:
      items.map { "- " + $0.block(column: column + 2, newline) }.joined(separator: margin)
    case .mapping(let pairs, .block) where isBlock:
      pairs.map { $0.key + ":" + $0.value.behindKey(column: column, newline) }
        .joined(separator: margin)
    default: flow
    }
  }
}
