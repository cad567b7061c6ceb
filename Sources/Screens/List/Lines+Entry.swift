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
    let lines = place.numberedLines(width: room, cut: "...")
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

  /// For a row of a list: the name of another file than a path's, cut in the middle where it has no
  /// room beside the line, which is whole.
  func words(inRowOf path: String, columns: Int, cut: String) -> String {
    guard self.path != path else { return words(in: path) }
    let line = ":\(start.line)"
    let name = fileName.printable
    let room = columns - line.columns - cut.columns
    guard name.columns + line.columns > columns, room > 1 else { return name + line }
    return name.cut(to: room - room / 2 + cut.columns, cut) + name.suffix(room / 2) + line
  }

  /// The last part of the path.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
