/// Words as a shell splits them.
///
/// Blanks part them, quotes and backslashes keep what they protect together (POSIX.1-2024, Shell
/// Command Language, 2.2). Nothing is expanded.
enum ShellWords {
  /// The words of a line; a quote that is not closed reaches to its end.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (let open?, character) where open == character: quote = nil
      case (nil, "\\"): if let next = rest.popFirst() { word = (word ?? "") + String(next) }
      case ("\"", "\\") where rest.first.map { "$`\"\\".contains($0) } ?? false:
        word?.append(rest.removeFirst())
      case (nil, _) where character.isWhitespace:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + [word].compactMap(\.self)
  }
}
