package import SourceText

/// Goes through the trees of some texts by keys and types, and keeps all that is wrong with them.
///
/// A class: the readers of a description's parts share its texts, its problems and its limits. One
/// is made for each description, page or settings file, and is used by one thread.
package final class YAMLReader {
  /// The texts read, for excerpts.
  package internal(set) var sources = SourceSet()
  /// The trees of the texts, by the same numbers.
  package internal(set) var trees: [SourceTree] = []
  /// What is wrong with the texts.
  var found = ProblemList()
  /// What was meant by mappings with slips, found once however often aliases lead there.
  var meant: [NodeReference: [Entry]] = [:]
  /// How often aliases have been followed; a "billion laughs" runs into the limit.
  private var visits = 0
  /// Pairs of letters that may still be compared for what unknown names were meant to be: those of
  /// a hundred names of sixteen letters among two thousand like them, and as much again.
  var suggestionBudget = 100_000_000
  /// Whether the reader has looked at as many nodes as it may.
  package private(set) var isExhausted = false
  /// Whether names were written in a form that is not read, so that none of them can be missed.
  package var losesNames = false

  /// A reader of nothing yet.
  package init() {}

  /// Most nodes that the reader looks at, aliases followed: many times those that are written.
  private var visitLimit: Int { 200_000 + 20 * trees.reduce(0) { $0 + $1.nodes.count } }

  /// Whether the reader may go on after looking at some more nodes.
  func countVisits(_ count: Int) -> Bool {
    guard !isExhausted else { return false }
    visits += count
    isExhausted = visits > visitLimit
    if isExhausted, let first = trees.first?.roots.first {
      complain(
        "too-many-aliases", "alias expansion is too large",
        "repeat less; an alias inside an alias multiplies",
        at: NodeReference(tree: 0, node: first))
    }
    return !isExhausted
  }
}

/// A node of one of a reader's trees.
package struct NodeReference: Hashable, Sendable {
  /// The number of the tree.
  package let tree: Int
  /// The number of the node in it.
  package let node: Int

  /// A node of a tree, both by number.
  package init(tree: Int, node: Int) {
    self.tree = tree
    self.node = node
  }
}

/// One key of a mapping with its value.
package struct Entry: Sendable {
  /// The key's text.
  package let name: String
  /// Where the key stands.
  package let key: NodeReference
  /// Its value.
  package let value: NodeReference

  /// The same value under the name that was meant.
  package func renamed(_ name: String) -> Entry { meaning(name, value) }

  /// The name and the value that were meant by the key.
  package func meaning(_ name: String, _ value: NodeReference) -> Entry {
    Entry(name: name, key: key, value: value)
  }
}

extension YAMLReader {
  /// What a node is, aliases followed.
  package func kind(_ node: NodeReference) -> SourceTree.Kind { trees[node.tree].kind(node.node) }
  /// The text of a scalar; empty for other nodes.
  package func text(_ node: NodeReference) -> String { trees[node.tree].text(node.node) }
  /// Where a node is written.
  package func span(_ node: NodeReference) -> SourceSpan { trees[node.tree].span(node.node) }
  /// Where a node is written, for people.
  package func place(_ node: NodeReference) -> SourcePlace { sources.place(of: span(node)) }
  /// Whether a node says nothing.
  package func isNull(_ node: NodeReference) -> Bool { trees[node.tree].isNull(node.node) }
  /// Whether a scalar stands in quotes, or is a block.
  package func isQuoted(_ node: NodeReference) -> Bool { trees[node.tree].isQuoted(node.node) }

  /// Whether the text or the reader broke off inside a node; what it lacks is then no mistake of
  /// its own.
  package func isCutOff(_ node: NodeReference) -> Bool {
    isExhausted || trees[node.tree].isCutOff(node.node)
  }

  /// Whether some text or the reader broke off, so that what is not there may stand behind that.
  package var isPartial: Bool {
    isExhausted || losesNames || trees.contains(where: \.isTruncated)
  }

  /// The items of a sequence.
  package func items(_ node: NodeReference) -> [NodeReference] {
    let items = trees[node.tree].children(node.node).map {
      NodeReference(tree: node.tree, node: $0)
    }
    return countVisits(items.count) ? items : []
  }

  /// The items of a sequence, or what stands in place of one.
  package func oneOrMore(_ node: NodeReference) -> [NodeReference] {
    kind(node) == .sequence ? items(node) : [node]
  }
}
