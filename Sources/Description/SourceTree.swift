/// From YAML text to the typed architecture, and the technology catalogue from its pages.
///
/// The only module that talks to libyaml. It reads no files: a `FileAccess` hands it bytes.

package import SourceText

/// One YAML file as a flat tree: every node has a span, and a child costs no allocation.
///
/// Nodes stand in document order; a node's subtree ends where `next` says. Aliases point at the
/// node they repeat and are never copied, so a file full of aliases stays as small as it is.
package struct SourceTree: Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  struct Node {
    let kind: Kind
    /// Whether a scalar was quoted, so that `"null"` is a text.
    let isQuoted: Bool
    var start: UInt32
    var end: UInt32
    /// A scalar's text in `pool`; an alias' target in `textStart`.
    let textStart: UInt32
    let textLength: UInt32
    /// Index of the first node after the subtree.
    var next: UInt32
  }

  /// The number of the text in the run's `SourceSet`.
  package let source: Int
  var nodes: [Node] = []
  var pool: [UInt8] = []
  /// Root node of each document in the file.
  package internal(set) var roots: [Int] = []
  /// Whether reading stopped before the end of the file.
  package internal(set) var isTruncated = false

  init(source: Int) { self.source = source }

  /// What the node is; an alias is what it repeats.
  package func kind(_ node: Int) -> Kind { nodes[resolved(node)].kind }

  /// The node itself, or the node that an alias repeats.
  func resolved(_ node: Int) -> Int {
    nodes[node].kind == .alias ? Int(nodes[node].textStart) : node
  }

  /// Where the node is written; an alias where the alias stands.
  package func span(_ node: Int) -> SourceSpan {
    SourceSpan(source: source, Int(nodes[node].start)..<Int(nodes[node].end))
  }

  /// The text of a scalar, escapes resolved; empty for other nodes.
  package func text(_ node: Int) -> String {
    let node = nodes[resolved(node)]
    guard node.kind == .scalar else { return "" }
    let start = Int(node.textStart)
    return pool.withUnsafeBufferPointer {
      String(decoding: $0[start..<start + Int(node.textLength)], as: UTF8.self)
    }
  }

  /// Whether the node says nothing: an empty value, `~` or `null`.
  package func isNull(_ node: Int) -> Bool {
    let resolved = nodes[resolved(node)]
    guard resolved.kind == .scalar, !resolved.isQuoted, resolved.textLength <= 4 else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(text(node))
  }

  /// Whether reading stopped inside the node, so that what it lacks may stand in what follows.
  func isCutOff(_ node: Int) -> Bool { isTruncated && Int(nodes[node].next) >= nodes.count }

  /// Whether a scalar was written in quotes.
  func isQuoted(_ node: Int) -> Bool { nodes[resolved(node)].isQuoted }

  /// The items of a sequence, or keys and values of a mapping in turn.
  func children(_ node: Int) -> Children {
    let node = resolved(node)
    return Children(tree: self, index: node + 1, end: Int(nodes[node].next))
  }

  struct Children: Sequence, IteratorProtocol {
    let tree: SourceTree
    var index: Int
    let end: Int

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(tree.nodes[index].next) }
      return index
    }
  }
}
