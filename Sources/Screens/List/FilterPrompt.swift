/// What was before a filter began to be typed, for Esc.
struct FilterPrompt {
  /// The filter.
  let filter: ListFilter
  /// The selected entry.
  let selected: String?
}

extension String {
  /// Removes the last word with the blanks behind it.
  mutating func removeLastWord() {
    while last == " " { removeLast() }
    while let last, last != " " { removeLast() }
  }
}
