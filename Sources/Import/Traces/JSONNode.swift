import SourceText
import YAML

/// A value in JSON, in a text or in one line of one.
struct JSONNode {
  private let tree: SourceTree
  private let node: Int
  /// Where the line starts in the text.
  private let offset: Int

  init(_ tree: SourceTree, _ node: Int, offset: Int = 0) {
    self.tree = tree
    self.node = node
    self.offset = offset
  }

  /// Where it starts in the text.
  var start: Int { offset + Int(tree.span(node).start) }

  /// The value of a key; nil without one.
  subscript(key: String) -> JSONNode? {
    tree.pairs(node).first { tree.text($0.key) == key }
      .map { JSONNode(tree, $0.value, offset: offset) }
  }

  /// The value of the first of some keys that is there.
  func first(of keys: [String]) -> JSONNode? { keys.lazy.compactMap { self[$0] }.first }

  /// The names and values of an object.
  var fields: [(name: String, value: JSONNode)] {
    tree.pairs(node).map { (tree.text($0.key), JSONNode(tree, $0.value, offset: offset)) }
  }

  /// The items of a list; none of anything else.
  var items: [JSONNode] {
    guard tree.kind(node) == .sequence else { return [] }
    return tree.children(node).map { JSONNode(tree, $0, offset: offset) }
  }

  /// The text of a scalar; nil for anything else, and for `null`.
  var text: String? {
    tree.kind(node) == .scalar && !tree.isNull(node) ? tree.text(node) : nil
  }

  /// The number that a scalar is, in quotes or not.
  var number: Double? { text.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } }
}
