import SourceText

extension Lines {
  /// The text of an entry: label, message, what it is about, and the excerpt of its place.
  package init(of entry: Entry, about: String, width: Int) {
    self.init(width: width)
    add(entry.message, .strong, head: Run(text: entry.label.padded(to: 10), role: entry.role))
    add(about, .dim, head: Run(text: "          ", role: .text))
    if let place = entry.place { addExcerpt(place) }
  }

  private mutating func addExcerpt(_ place: SourcePlace) {
    let room = max(40, width - "  \(place.start.line) | ".columns)
    let lines = place.numberedLines(width: room, cut: "")
    if !lines.isEmpty { blank() }
    for (row, line) in lines.enumerated() {
      add(
        Run(text: "  " + line.gutter, role: .dim),
        Run(text: line.text, role: row == 0 ? .text : .caret))
    }
  }
}

extension SourcePlace {
  /// Path, line and column; the path is left out where it goes without saying.
  func words(in path: String) -> String {
    (self.path == path ? "" : self.path + ":") + "\(start.line):\(start.column)"
  }
}
