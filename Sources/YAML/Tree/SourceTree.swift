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

  /// The number of the text in the reader's `SourceSet`.
  package internal(set) var source: Int
  var nodes: [Node] = []
  /// How many of the nodes, the last ones, are not written as they are.
  private var added = 0
  var pool: [UInt8] = []
  /// The tags of nodes that have one of their own, such as `!Ref`.
  var tags: [Int: String] = [:]
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

  /// Whether a node repeats another one, which JSON cannot say.
  ///
  /// What reads JSON and follows aliases that are nested in each other comes to no end.
  package var hasAliases: Bool { nodes.contains { $0.kind == .alias } }

  /// The node itself, or the one that an alias repeats.
  package func target(of node: Int) -> Int { resolved(node) }

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

  /// The tag of the node, such as `!Ref`; nil without one, and for those of YAML itself.
  package func tag(_ node: Int) -> String? { tags[resolved(node)] }

  /// Whether the node says nothing: an empty value, `~` or `null`.
  package func isNull(_ node: Int) -> Bool {
    let resolved = nodes[resolved(node)]
    guard resolved.kind == .scalar, !resolved.isQuoted, resolved.textLength <= 4 else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(text(node))
  }

  /// Whether reading stopped inside the node, so that what it lacks may stand in what follows.
  func isCutOff(_ node: Int) -> Bool {
    isTruncated && Int(nodes[node].next) >= nodes.count - added && !isAdded(node)
  }

  /// Whether a node was added after reading.
  func isAdded(_ node: Int) -> Bool { node >= nodes.count - added }

  /// Adds a scalar that was meant by what is written, below no other node; its number.
  mutating func add(_ text: String, at range: Range<Int>) -> Int {
    let start = pool.count
    pool += text.utf8
    nodes.append(
      Node(
        kind: .scalar, isQuoted: false, start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound), textStart: UInt32(start),
        textLength: UInt32(pool.count - start), next: UInt32(nodes.count + 1)))
    added += 1
    return nodes.count - 1
  }

  /// Whether a scalar was written in quotes.
  func isQuoted(_ node: Int) -> Bool { nodes[resolved(node)].isQuoted }

  /// Keys and values of a mapping, in order; none for other nodes.
  package func pairs(_ node: Int) -> [(key: Int, value: Int)] {
    guard kind(node) == .mapping else { return [] }
    var pairs: [(key: Int, value: Int)] = []
    var children = children(node)
    while let key = children.next(), let value = children.next() { pairs.append((key, value)) }
    return pairs
  }

  /// The items of a sequence, or keys and values of a mapping in turn.
  package func children(_ node: Int) -> Children {
    let node = resolved(node)
    return Children(tree: self, index: node + 1, end: Int(nodes[node].next))
  }

  /// The nodes directly below another one, by number.
  package struct Children: Sequence, IteratorProtocol {
    let tree: SourceTree
    var index: Int
    let end: Int

    /// The next of them.
    package mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(tree.nodes[index].next) }
      return index
    }
  }

  /// The scalars, keys among them, in the order of the text.
  package var scalars: [Int] { nodes.indices.filter { nodes[$0].kind == .scalar } }

  /// The key of the innermost pair that a node is the key or the value of, or lies in a list of;
  /// nil for what lies in no mapping.
  package func nearestKey(of node: Int) -> Int? {
    var key: Int?
    for index in nodes.indices
    where nodes[index].kind == .mapping && index < node && node < Int(nodes[index].next) {
      for pair in pairs(index)
      where pair.key == node || pair.value <= node && node < Int(nodes[pair.value].next) {
        key = pair.key
      }
    }
    return key
  }
}
