/// A JSON document (RFC 8259) whose objects keep their order, so that output is reproducible.
package indirect enum JSONValue: Hashable, Sendable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  /// Six significant digits are written; JSON has no infinity and no NaN, so that both are null.
  case number(Double)
  case integer(Int)
  case bool(Bool)
  case null
  /// Where items of a list go that are written later.
  case placeholder

  /// A name and its value.
  package struct Member: Hashable, Sendable {
    /// The name, unique in an object that Tenfold writes.
    package let name: String
    /// What it stands for.
    package let value: JSONValue
  }

  /// An object with its members in the given order; nil values are left out.
  package static func members(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(pairs.compactMap { pair in pair.value.map { Member(name: pair.key, value: $0) } })
  }

  /// An object of name and value pairs in the given order.
  package static func members(of pairs: [(String, JSONValue)]) -> JSONValue {
    .object(pairs.map { Member(name: $0.0, value: $0.1) })
  }

  /// A string, or null for nil.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The document, indented by two spaces, with a line feed at the end.
  package var text: String { text(indent: 0) + "\n" }

  /// The document as it stands in another one, so many levels deep; its first line begins at once.
  package func text(indent: Int) -> String {
    var output = ""
    write(to: &output, indent: indent)
    return output
  }

  /// The document on one line, which is not ended.
  package var line: String {
    var output = ""
    write(to: &output, indent: nil)
    return output
  }

  private func write(to output: inout String, indent: Int?) {
    let inner = indent.map { $0 + 1 }
    switch self {
    case .object(let members):
      Self.writeList(members, "{", "}", to: &output, indent) { member, output in
        output += Self.quoted(member.name) + (indent == nil ? ":" : ": ")
        member.value.write(to: &output, indent: inner)
      }
    case .array(let items):
      Self.writeList(items, "[", "]", to: &output, indent) { item, output in
        item.write(to: &output, indent: inner)
      }
    case .string(let text): output += Self.quoted(text)
    case .number(let number): output += number.decimal ?? "null"
    case .integer(let integer): output += "\(integer)"
    case .bool(let bool): output += bool ? "true" : "false"
    case .null: output += "null"
    case .placeholder: output += Placeholder.mark
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout String, _ indent: Int?,
    _ write: (Item, inout String) -> Void
  ) {
    let margin = { (depth: Int) in indent.map { newline(indent: $0 + depth) } ?? "" }
    output += open
    for (index, item) in items.enumerated() {
      output += (index == 0 ? "" : ",") + margin(1)
      write(item, &output)
    }
    if !items.isEmpty { output += margin(0) }
    output += close
  }

  private static func newline(indent: Int) -> String {
    "\n" + String(repeating: "  ", count: indent)
  }

  /// A string literal, of JSON or YAML; what is not printable is escaped.
  package static func quoted(_ text: String, isYAML: Bool = false) -> String {
    // Most texts are plain, and stand as they are.
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && !special.contains($0) }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.isPrintable {
          result.unicodeScalars.append(scalar)
        } else {
          result += escape(scalar, isYAML: isYAML)
        }
      }
    }
    return (result + "\"").withoutInnerCommands("\\u0023")
  }

  /// The bytes of `"`, `#` and `\`.
  private static let special: [UInt8] = [0x22, 0x23, 0x5C]

  /// A scalar by its digits.
  ///
  /// One beyond U+FFFF is two units of UTF-16 in JSON (RFC 8259, 7), and has an escape of its own
  /// in YAML, which takes no halves (YAML 1.2.2, 5.7).
  private static func escape(_ scalar: Unicode.Scalar, isYAML: Bool) -> String {
    if isYAML, scalar.value > 0xFFFF { return "\\U" + digits(scalar.value, radix: 16, width: 8) }
    return String(scalar).utf16.map { "\\u" + digits($0, radix: 16, width: 4) }.joined()
  }
}
