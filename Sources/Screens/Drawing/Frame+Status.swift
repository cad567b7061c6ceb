import SourceText

extension Frame {
  /// The status line: what there is to say at the moment, or else the summary.
  mutating func drawStatus() {
    if let prompt = screen.prompt { return draw(prompt) }
    let (words, role) = status
    let lines = words.wrapped(width: layout.width - 2, breakingWords: true)
    for (line, row) in zip(lines, layout.status.suffix(lines.count)) {
      let isLast = row == layout.status.upperBound - 1 && lines.count > layout.status.count
      let text = isLast ? (line + " " + marks.cut).cut(to: layout.width - 2, marks.cut) : line
      grid.write(text, row: row, column: 1, role: role)
    }
  }

  /// What is typed, in reverse the cursor or what typing replaces, and the right form below it.
  private mutating func draw(_ prompt: Prompt) {
    let row = layout.status.lowerBound
    var column = grid.write(prompt.label, row: row, column: 1, role: .strong)
    let (before, after) = prompt.field.parts
    let room = max(8, layout.width - column - 3)
    // What is far before the cursor goes out of sight.
    let shown = String(before.suffix(room))
    let start = column
    column = grid.write(shown, row: row, column: column, role: .strong)
    let end = grid.write(after.isEmpty ? " " : after, row: row, column: column, role: .strong)
    let marked = prompt.field.isOffered ? start : column
    grid.paint(row: row, columns: marked..<column + 1, role: .selected)
    drawRight(promptPlace, row: row, after: end)
    let role = screen.notice == nil ? Role.dim : .strong
    for (row, line) in zip(layout.status.dropFirst(), screen.promptNotes) {
      let isLast = row == layout.status.upperBound - 1 && line != screen.promptNotes.last
      let text = isLast ? (line + " " + marks.cut).cut(to: layout.width - 2, marks.cut) : line
      grid.write(text, row: row, column: 1, role: role)
    }
  }

  /// How far the questions have come, or how many rows what is typed leaves.
  private var promptPlace: String {
    if let interview = screen.interview { return interview.words }
    return Mode.searching.contains(screen.mode)
      ? "\(screen.rows.count)/\(screen.list.entries.count)" : ""
  }

  private var status: (words: String, role: Role) {
    if let notice = screen.notice { return (notice, .strong) }
    guard let contents = screen.contents else { return ("reading \(screen.path) ...", .dim) }
    if contents.system == nil { return ("the description could not be read", .strong) }
    if layout.isNarrow, let words = screen.filterWords { return (words, .key) }
    let age = screen.banner == nil ? "" : "last good review: "
    return (age + contents.summary(isShort: layout.isNarrow), .text)
  }

  /// The keys that work now, as many as fit.
  mutating func drawFooter() {
    var column = 1
    let hasRoom = Layout.hasRoomToSplit(width: layout.width, height: layout.height)
    for binding in screen.keys
    where binding.modes.contains(screen.mode) && (hasRoom || !binding.needsRoom) {
      guard let word = binding.footer, let key = binding.keys.first else { continue }
      guard column + key.name.columns + 1 + word.columns < layout.width else { continue }
      column = grid.write(key.name, row: layout.footer, column: column, role: .key)
      column = grid.write(" \(word)  ", row: layout.footer, column: column, role: .dim)
    }
  }
}
