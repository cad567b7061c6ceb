package import SourceText

/// A text with its tree, before a reader keeps it.
package struct ParsedText: Sendable {
  /// The text as it was read.
  package let text: SourceText
  /// Its nodes, up to the first error in its YAML.
  package internal(set) var tree: SourceTree
  /// Why it is no YAML from some point on; nil when it is.
  package let failure: SyntaxFailure?
  /// The bytes that are YAML, of which nothing else is looked at.
  let part: SourceText

  /// A text, or the bytes of it that are YAML, read into a tree.
  package init(_ text: SourceText, yaml range: Range<Int>? = nil) {
    self.text = text
    part = range.map(text.blanked) ?? text
    (tree, failure) = SourceTree.parse(part, source: 0)
  }

  /// The keys at the top of each document that is a mapping, with the numbers of their values.
  package var documents: [[(key: String, value: Int)]] {
    tree.roots.filter { tree.kind($0) == .mapping }.map { root in
      tree.pairs(root).map { (tree.text($0.key), $0.value) }
    }
  }

  /// The offset behind the last node that was read.
  package var readEnd: Int {
    tree.nodes.reduce(0) { $1.kind == .scalar ? max($0, Int($1.end)) : $0 }
  }

  /// Whether it says nothing but blanks and comments.
  package var isEmpty: Bool { failure == nil && tree.roots.allSatisfy(tree.isNull) }
}
