import SourceText

/// What libyaml found wrong, in words that name the mistake and the place where it was made.
///
/// libyaml stops where it cannot go on, which for a missing colon is a line too late.
struct SyntaxMistake {
  /// A place in a text, all of it counted from zero, in characters.
  struct Mark {
    let index: Int
    let line: Int
    let column: Int
  }

  /// What libyaml says.
  let problem: String
  /// What it was reading, such as `while parsing a block mapping`.
  let context: String
  /// Where it stopped.
  let place: Mark
  /// Where what it was reading starts.
  let start: Mark
  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>

  enum Sort {
    case openQuote, tab, openBracket, noColon, indentedTooFar, secondColon, noKey, noDash
    case openValue, other
  }

  var sort: Sort {
    if context.hasPrefix("while scanning a quoted"), problem.hasSuffix("of stream") {
      return .openQuote
    }
    if text(of: place.line).dropFirst(place.column).first == "\t" { return .tab }
    if line(place.line).contains(": ?") { return .openValue }
    if context.hasPrefix("while parsing a flow") { return .openBracket }
    switch problem {
    case "could not find expected ':'" where !hasFlow(start.line): return .noColon
    case "mapping values are not allowed in this context":
      return before.map { indent(of: $0) < indent(of: place.line) } ?? false && isFirstColon
        ? .indentedTooFar : .secondColon
    case "did not find expected key": return .noKey
    case "did not find expected '-' indicator": return .noDash
    default: return .other
    }
  }

  /// Where the mistake is best shown.
  var shown: Mark {
    switch sort {
    case .openQuote, .noColon: start
    default: place
    }
  }

  /// What is wrong, one sentence without a full stop.
  var message: String {
    switch sort {
    case .noColon: "this is not YAML: `\(quoted)` has no colon with a blank after it"
    case .indentedTooFar:
      "this is not YAML: line \(place.line + 1) is indented further than line "
        + "\((before ?? 0) + 1), which has a value"
    case .secondColon: "this is not YAML: a second colon with a blank after it on one line"
    case .noKey where isItem:
      "this is not YAML: a list item stands among keys"
    case .noKey where isAtStart:
      "this is not YAML: line \(place.line + 1) is indented by \(place.column), the keys beside it "
        + "by \(start.column)"
    case .noDash:
      "this is not YAML: a list begins on line \(start.line + 1), and line \(place.line + 1) is no "
        + "item of it"
    default: "this is not YAML: \(context.isEmpty ? "" : context + ", ")\(problem)"
    }
  }

  /// What would be right.
  var remedy: String {
    switch sort {
    case .openQuote: return "close the quote that is opened here"
    case .openValue: return "write `unknown`, or `?` in quotes, for a value to be solved for"
    case .tab: return "indent with spaces; YAML does not allow tabs there"
    case .openBracket:
      let bracket = context.hasSuffix("mapping") ? "{" : "["
      return "close the `\(bracket)` of line \(start.line + 1), column \(start.column + 1), "
        + "or put a comma before this"
    case .noColon: return odd(in: start.line) ?? didYouMean(withColon)
    case .indentedTooFar:
      let line = before ?? 0
      return odd(in: line) ?? odd(in: place.line)
        ?? "indent both by \(indent(of: line)), or remove the value of line \(line + 1)"
    case .secondColon: return "put the value in quotes, or the second key on a line of its own"
    case .noKey where isItem: return "remove the `- `, or give the list a key of its own"
    case .noKey where isAtStart:
      return odd(in: place.line)
        ?? "the mapping begins on line \(start.line + 1); indent its keys alike"
    case .noKey where closing != nil: return "remove the `\(closing ?? "}")`, or open it before"
    case .noDash:
      return "remove the `- ` of line \(start.line + 1), or write `- ` before each item"
    case .noKey, .other:
      return "check indentation, brackets and quotes here and on the line above"
    }
  }
}
