import Facts
import Findings

/// A sentence with places to fill in: `{queue} holds a message for {visibility_s}`.
package struct Template: Sendable {
  private enum Part: Sendable {
    case text(String)
    case column(String)
  }

  private let parts: [Part]

  /// Reads a sentence; what stands in braces is the name of what has to be filled in.
  package init(_ text: String) {
    var parts: [Part] = []
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      parts.append(.text(String(Substring(rest[..<open]))))
      parts.append(.column(String(Substring(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(Substring(rest))))
    self.parts = parts
  }

  /// The columns it needs.
  var columns: [String] {
    parts.compactMap { part in
      if case .column(let name) = part { name } else { nil }
    }
  }

  /// The sentence with the words for each name.
  package func filled(_ words: (String) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .column(let name): words(name)
      }
    }.joined()
  }
}

/// A value as a sentence shows it: numbers with the unit that the column's name ends with.
func words(_ value: SQLValue, column: String) -> String {
  switch value {
  case .null: return "unknown"
  case .text(let text): return text.hasPrefix(",") && text.hasSuffix(",") ? listed(text) : text
  case .integer, .real:
    return (Unit(columnName: column) ?? .count).format(value.number ?? .nan)
  }
}

/// `,a,b,` as `a, b`.
private func listed(_ text: String) -> String {
  text.split(separator: ",").joined(separator: ", ")
}
