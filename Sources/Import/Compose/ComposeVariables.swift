import SourceText

/// The variables of a Compose file: `${VAR}`, `${VAR:-default}`, `${VAR-default}`, `${VAR:?error}`,
/// `${VAR:+value}`, `$VAR`, and `$$` for a dollar.
///
/// The environment of whoever runs this is not looked at: only `.env` beside the file is.
struct ComposeVariables {
  /// All of them.
  let values: [String: String]

  init(_ values: [String: String] = [:]) { self.values = values }

  /// The variables that the lines of an `.env` file set.
  init(lines text: String) {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      var line = line.drop(while: \.isWhitespace)
      if line.hasPrefix("export ") { line = line.dropFirst(7) }
      guard !line.hasPrefix("#"), let sign = line.firstIndex(of: "=") else { continue }
      var value = line[line.index(after: sign)...]
      if let quote = value.first, quote == "\"" || quote == "'" {
        value = value.dropFirst().prefix { $0 != quote }
      } else if let comment = value.firstRange(of: " #") {
        value = value[..<comment.lowerBound]
      }
      while value.last?.isWhitespace == true { value = value.dropLast() }
      values[String(line[..<sign].filter { !$0.isWhitespace })] = String(value)
    }
    self.values = values
  }

  /// A text with its variables replaced; one that is not set is nothing.
  func replaced(in text: String, depth: Int = 0) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")), depth < 5 else { return text }
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      switch rest.first {
      case "$":
        result += "$"
        rest = rest.dropFirst()
      case "{":
        let inner = Self.braces(rest)
        guard let inner else { return result + "$" + rest }
        result += value(of: inner, depth)
        rest = rest[inner.endIndex...].dropFirst()
      default:
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
        result += name.isEmpty ? "$" : values[String(name)] ?? ""
        rest = rest[name.endIndex...]
      }
    }
    return result + rest
  }

  /// What stands between a brace and the one that closes it.
  private static func braces(_ text: Substring) -> Substring? {
    var depth = 0
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[text.index(after: text.startIndex)..<index] }
    }
    return nil
  }

  private func value(of inner: Substring, _ depth: Int) -> String {
    let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
    var form = inner[name.endIndex...]
    let countsEmpty = form.first == ":"
    if countsEmpty { form = form.dropFirst() }
    let value = values[String(name)]
    let isSet = value.map { !countsEmpty || !$0.isEmpty } ?? false
    let other = { replaced(in: String(form.dropFirst()), depth: depth + 1) }
    switch form.first {
    case "-": return isSet ? value ?? "" : other()
    case "+": return isSet ? other() : ""
    default: return value ?? ""
    }
  }
}
