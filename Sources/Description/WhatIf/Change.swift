/// A property said to be something else than in the description: `components.api.replicas=4..40`.
package struct Change: Hashable, Sendable {
  /// As the user wrote it.
  package let text: String
  /// The part before the equals sign, split at its dots.
  let path: [String]
  /// Where in the text the value stands, in bytes.
  let value: Range<Int>

  /// The change that a text asks for; nil when it has no equals sign, or no value behind it.
  package init?(_ text: String) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
      let first = text[text.index(after: equals)...].first(where: { !$0.isWhitespace }),
      first != "#"
    else { return nil }
    self.text = text
    path = text[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let start = text.utf8.distance(from: text.startIndex, to: equals) + 1
    value = start..<text.utf8.count
  }
}
