import SourceText

/// Keys as words, such as `j j Enter C-p`, to drive the screen without a person.
package enum KeyScript {
  /// Keys that have a name, in lower case; `C-` and a letter is one with Ctrl.
  private static let named: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown,
    "home": .home, "end": .end, "tab": .tab, "s-tab": .backTab, "btab": .backTab, "enter": .enter,
    "esc": .escape, "escape": .escape, "backspace": .backspace, "bspace": .backspace,
    "del": .delete, "delete": .delete, "space": .character(" "),
  ]

  /// The keys of some words; a word that names no key is typed letter by letter.
  package static func keys(_ text: String) -> [Key] {
    text.split(whereSeparator: \.isWhitespace).flatMap { word -> [Key] in
      if word.count == 1 { return word.map(Key.character) }
      if let key = named[word.lowercased()] { return [key] }
      if word.hasPrefix("C-"), word.count == 3, let letter = word.lowercased().last {
        return [.control(letter)]
      }
      return word.map(Key.character)
    }
  }
}
