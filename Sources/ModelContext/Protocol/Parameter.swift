import SourceText

/// One argument of a tool: the single definition for its schema and for what is taken.
struct Parameter: Sendable {
  let name: String
  let form: Form
  let documentation: String
  var isRequired = false

  enum Form: Sendable {
    /// So many bytes of text at most.
    case text(most: Int)
    case word([String])
    case integer(ClosedRange<Int>)
    case flag
    /// A list of texts; so many at most.
    case texts(most: Int)
    /// A list of numbers above zero; so many at most.
    case multiples(most: Int)
  }

  /// What a schema says of it.
  var schema: JSONValue {
    let rules: [(String, JSONValue)] =
      switch form {
      case .text(let most): [("type", .string("string")), ("maxLength", .integer(most))]
      case .word(let words):
        [("type", .string("string")), ("enum", .array(words.map(JSONValue.string)))]
      case .integer(let range):
        [
          ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
          ("maximum", .integer(range.upperBound)),
        ]
      case .flag: [("type", .string("boolean"))]
      case .texts(let most): Self.list(.members(["type": .string("string")]), most)
      case .multiples(let most):
        Self.list(
          .members(["type": .string("number"), "exclusiveMinimum": .integer(0)]), most)
      }
    return .members(of: rules + [("description", .string(documentation))])
  }

  private static func list(_ item: JSONValue, _ most: Int) -> [(String, JSONValue)] {
    [("type", .string("array")), ("items", item), ("maxItems", .integer(most))]
  }

  /// Bytes of one text of a list at most.
  private static let longestItem = 10_000

  /// Whether a value has the form.
  func takes(_ value: JSONValue) -> Bool {
    switch form {
    case .text(let most): (value.string?.utf8.count ?? .max) <= most
    case .word(let words): value.string.map(words.contains) ?? false
    case .integer(let range): value.number.flatMap { Int(exactly: $0) }.map(range.contains) ?? false
    case .flag: value.flag != nil
    case .texts(let most):
      Self.isList(value, most) { ($0.string?.utf8.count ?? .max) <= Self.longestItem }
    case .multiples(let most):
      Self.isList(value, most) { $0.number.map { $0 > 0 && $0 <= 1e6 } ?? false }
    }
  }

  private static func isList(
    _ value: JSONValue, _ most: Int, of isItem: (JSONValue) -> Bool
  ) -> Bool {
    value.items.map { $0.count <= most && $0.allSatisfy(isItem) } ?? false
  }

  /// The form in words.
  var words: String {
    switch form {
    case .text(let most): "a text of at most \(most) bytes"
    case .word(let words): "one of " + words.joined(separator: ", ")
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .texts(let most): "a list of at most \(most) texts"
    case .multiples(let most): "a list of at most \(most) numbers above 0, such as [1, 10, 100]"
    }
  }
}
