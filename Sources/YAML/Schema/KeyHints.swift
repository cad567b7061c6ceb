/// What to answer to words that are no keys of a mapping.
package struct KeyHints: Sendable {
  /// Words that people write for a key, each with the key.
  package let synonyms: [String: String]
  /// A sentence that says where a key of another mapping belongs; asked only for keys that are
  /// wrong.
  package let home: @Sendable (String) -> String?

  /// Hints from their parts; none by default.
  package init(
    synonyms: [String: String] = [:], home: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.synonyms = synonyms
    self.home = home
  }

  /// A word as keys are spelt: `maxConnections` and `max_connections` as `max-connections`.
  package static func spelling(of word: String) -> String {
    var spelling = ""
    for letter in word.prefix(64) {
      if letter.isUppercase, let last = spelling.last, last != "-" { spelling += "-" }
      spelling += letter == "_" || letter == " " ? "-" : letter.lowercased()
    }
    return spelling
  }
}
