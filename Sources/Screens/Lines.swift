/// A text made of lines for a width: what the detail, the manual and the help consist of.
package struct Lines: Equatable {
  /// Neighbouring text of one role.
  struct Run: Equatable {
    let text: String
    let role: Role
  }

  /// Columns to fill.
  let width: Int
  /// The lines, each made of runs.
  private(set) var all: [[Run]] = []

  /// Text for a width of at least a few columns.
  init(width: Int) { self.width = max(8, width) }

  mutating func blank() { all.append([]) }

  /// Adds a line as it is; what is too long is cut off when drawn.
  mutating func add(_ runs: Run...) { all.append(runs) }

  /// Adds a text broken at blanks; the head stands before the first line, blanks before the others.
  mutating func add(_ text: String, _ role: Role = .text, head: Run = Run(text: "", role: .text)) {
    let margin = min(head.text.columns, width / 2)
    let indent = Run(text: String(repeating: " ", count: margin), role: .text)
    for (index, line) in Self.broken(text, width: width - margin).enumerated() {
      all.append([index == 0 ? head : indent, Run(text: line, role: role)])
    }
  }

  /// A text in lines of at most some columns; a word that is longer comes apart.
  package static func broken(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      for part in parts(of: String(word), width: width) {
        if !line.isEmpty, line.columns + 1 + part.columns > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + part
      }
    }
    return lines + [line]
  }

  private static func parts(of word: String, width: Int) -> [String] {
    guard word.columns > width else { return [word] }
    var parts = [""]
    var used = 0
    for glyph in word.glyphs {
      if used + glyph.width > width {
        parts.append("")
        used = 0
      }
      parts[parts.count - 1].append(glyph.character)
      used += glyph.width
    }
    return parts
  }
}
