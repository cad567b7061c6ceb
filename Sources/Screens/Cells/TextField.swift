/// A text on one line that is being typed, with a cursor.
package struct TextField: Equatable, Sendable {
  /// What stands there.
  package private(set) var text = ""
  /// Characters before the cursor.
  package private(set) var cursor = 0

  /// Whether the text is only offered: what is typed takes its place, and erasing erases it.
  package private(set) var isOffered = false

  /// A change of the text, or of the place in it.
  enum Edit {
    case left, right, start, end, eraseBefore, eraseAfter, eraseWord, eraseToStart, eraseToEnd
  }

  /// A field with a text, the cursor behind it.
  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// A field with a text that is taken with Enter and replaced by what is typed.
  init(offering text: String) {
    self.init(text)
    isOffered = !text.isEmpty
  }

  /// Types a text where the cursor stands.
  mutating func insert(_ new: String) {
    let (before, after) = isOffered ? ("", "") : parts
    isOffered = false
    text = before + new + after
    cursor = (before + new).count
  }

  /// Moves the cursor, or erases.
  mutating func apply(_ edit: Edit) {
    let wasOffered = isOffered
    isOffered = false
    if wasOffered, [.eraseBefore, .eraseAfter, .eraseWord].contains(edit) { return set("", "") }
    let (before, after) = parts
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = text.count
    case .eraseBefore: set(String(before.dropLast()), after)
    case .eraseAfter: set(before, String(after.dropFirst()))
    case .eraseWord:
      var kept = before
      kept.removeLastWord()
      set(kept, after)
    case .eraseToStart: set("", after)
    case .eraseToEnd: set(before, "")
    }
  }

  /// The text before the cursor, and the rest.
  package var parts: (before: String, after: String) {
    (String(text.prefix(cursor)), String(text.dropFirst(cursor)))
  }

  private mutating func set(_ before: String, _ after: String) {
    text = before + after
    cursor = before.count
  }
}

extension String {
  /// Removes the last word with the blanks behind it.
  fileprivate mutating func removeLastWord() {
    while last == " " { removeLast() }
    while let last, last != " " { removeLast() }
  }
}
