import SourceText

/// A text made of lines for a width: what the detail, the manual and the help consist of.
package struct Lines: Equatable, Sendable {
  /// Neighbouring text of one role.
  package struct Run: Equatable, Sendable {
    /// What is written.
    package let text: String
    /// What it means.
    package let role: Role

    /// A text of one role.
    package init(text: String, role: Role) {
      self.text = text
      self.role = role
    }
  }

  /// Columns to fill.
  package let width: Int
  /// The lines, each made of runs.
  package private(set) var all: [[Run]] = []
  /// The values that can be changed, and the sections that do not begin with one.
  package private(set) var stops: [TextStop] = []

  /// Stands before the first line of a paragraph.
  package static let margin = Run(text: "  ", role: .text)
  /// Stands before the first line of an item.
  package static let bullet = Run(text: "  - ", role: .dim)

  /// Text for a width of at least a few columns.
  package init(width: Int) { self.width = max(8, width) }

  /// Adds an empty line.
  package mutating func blank() { all.append([]) }

  /// Adds a line as it is; what is too long is cut off when drawn.
  package mutating func add(_ runs: Run...) { all.append(runs) }

  /// Adds a text broken at blanks; the head stands before the first line, blanks before the others.
  package mutating func add(
    _ text: String, _ role: Role = .text, head: Run = Run(text: "", role: .text),
    figure: Figure? = nil
  ) {
    if let figure {
      let isFirst = stops.last.map { $0.figure == nil && $0.line == all.count - 1 } ?? false
      if isFirst { stops.removeLast() }
      stops.append(TextStop(line: all.count, figure: figure))
    }
    let margin = min(head.text.columns, width / 2)
    let indent = Run(text: String(repeating: " ", count: margin), role: .text)
    for (index, line) in text.wrapped(width: width - margin, breakingWords: true).enumerated() {
      all.append([index == 0 ? head : indent, Run(text: line, role: role)])
    }
  }

  /// Adds the heading of a section.
  package mutating func addHeading(_ text: String) {
    blank()
    stops.append(TextStop(line: all.count, figure: nil))
    add(text, .title)
  }

  /// Adds a paragraph under a heading.
  package mutating func addSection(_ heading: String, _ text: String) {
    addHeading(heading)
    add(text, head: Self.margin)
  }

  /// Adds items under a heading; nothing where there are none.
  package mutating func addList(_ heading: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    addHeading(heading)
    for text in texts { add(text, head: Self.bullet) }
  }
}
