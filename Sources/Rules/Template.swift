import Facts
import Findings
import SourceText

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

  /// The sentence with the names in braces, as it was read.
  var text: String { filled { "{\($0)}" } }

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
  case .text(let text):
    return abridged(text.hasPrefix(",") && text.hasSuffix(",") ? listed(text) : text)
  case .integer, .real:
    return (Unit(columnName: column) ?? .count).format(value.number ?? .nan)
  }
}

/// A list of very many names as its first few; all of them are in the finding's steps and facts.
private func abridged(_ text: String) -> String {
  let (most, shown) = (400, 8)
  guard text.utf8.count > most else { return text }
  let separator = [", ", " -> "].first { text.contains($0) } ?? ", "
  let names = text.split(separator: separator)
  guard names.count > 1 else { return text.abridged(to: most) }
  let few = names.prefix(names.count > shown + 1 ? shown : names.count).map { String($0).abridged }
  let rest = names.count - few.count
  return few.joined(separator: separator) + (rest > 0 ? " and \(rest) more" : "")
}

/// `,a,b,` as `a, b`.
private func listed(_ text: String) -> String {
  text.split(separator: ",").joined(separator: ", ")
}
