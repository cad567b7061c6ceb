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
    guard !place.excerpt.isEmpty else { return }
    let number = "  \(place.start.line) | "
    let (text, carets) = place.caretLines(width: max(40, width - number.columns), cut: "")
    blank()
    add(Run(text: number, role: .dim), Run(text: text, role: .text))
    let margin = String(repeating: " ", count: number.columns - 2) + "| "
    add(Run(text: margin, role: .dim), Run(text: carets, role: .caret))
  }
}

extension SourcePlace {
  /// Path, line and column; the path is left out where it goes without saying.
  func words(in path: String) -> String {
    (self.path == path ? "" : self.path + ":") + "\(start.line):\(start.column)"
  }
}
