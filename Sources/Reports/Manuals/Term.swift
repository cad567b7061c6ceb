import SourceText

/// A word that reports use, and what it means in them.
struct Term {
  let name: String
  let meaning: String

  /// The name under which the program shows all words on one page.
  static let page = "terms"

  /// The manual as lines.
  var text: String {
    "\(name)  (term)\n\n" + meaning.wrapped(width: 98).map { "  \($0)\n" }.joined()
  }
}

extension [Term] {
  /// All words with their meanings, as a page.
  var page: String { Listing(entries: map { ($0.name, $0.meaning) }).text }
}
