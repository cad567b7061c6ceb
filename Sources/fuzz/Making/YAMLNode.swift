/// A value on its way to YAML text: one key or item a line, so that an input can be made smaller by
/// taking lines away.
indirect enum YAMLNode {
  case scalar(String)
  case list([YAMLNode])
  case mapping([(String, YAMLNode)])

  /// The text of a document with this at the top.
  var document: String { lines(indent: 0).map { $0 + "\n" }.joined() }

  private func lines(indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    switch self {
    case .scalar(let text): return [blanks + text]
    case .list(let items):
      return items.flatMap { item in
        var lines = item.lines(indent: indent + 2)
        if let first = lines.first { lines[0] = blanks + "- " + first.dropFirst(indent + 2) }
        return lines
      }
    case .mapping(let entries):
      return entries.flatMap { key, value in
        switch value {
        case .scalar(let text): ["\(blanks)\(key): \(text)"]
        case .mapping(let inner) where inner.isEmpty: ["\(blanks)\(key): {}"]
        case .list(let items) where items.allSatisfy(\.isScalar):
          ["\(blanks)\(key): [\(items.map(\.text).joined(separator: ", "))]"]
        default: ["\(blanks)\(key):"] + value.lines(indent: indent + 2)
        }
      }
    }
  }

  private var isScalar: Bool { if case .scalar = self { true } else { false } }

  private var text: String { if case .scalar(let text) = self { text } else { "" } }
}
