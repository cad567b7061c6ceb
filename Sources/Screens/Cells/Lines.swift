import SourceText

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
    for (index, line) in text.wrapped(width: width - margin, breakingWords: true).enumerated() {
      all.append([index == 0 ? head : indent, Run(text: line, role: role)])
    }
  }
}
