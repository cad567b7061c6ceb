/// The place in a document where pieces go that are written later, one by one.
///
/// It is marked by a control character, which nothing that is written as text or JSON can hold.
package enum Placeholder {
  /// What stands in a document for its gap.
  package static let mark = "\u{1}"

  /// What stands before the gap of a document, and what behind it.
  package static func parts(of document: String) -> (head: String, tail: String) {
    guard let gap = document.utf8.firstIndex(of: 1) else { return (document, "") }
    return (String(document[..<gap]), String(document[document.utf8.index(after: gap)...]))
  }
}
