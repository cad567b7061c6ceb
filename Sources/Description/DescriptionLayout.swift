import Architecture
import SourceText

/// Where the components of a one-file description stand, to edit the text and keep its layout.
package struct DescriptionLayout {
  private let text: SourceText
  private let tree: SourceTree
  /// Name and key node of each component, in order.
  private var components: [(name: String, key: Int, value: Int)] = []

  /// The layout of a text; nil when it is not YAML or describes no components.
  package init?(_ description: String) {
    text = SourceText(path: "", text: description)
    let (tree, failure) = SourceTree.parse(text, source: 0)
    self.tree = tree
    guard failure == nil, let root = tree.roots.first, tree.kind(root) == .mapping else {
      return nil
    }
    var children = tree.children(root)
    while let key = children.next(), let value = children.next() {
      guard tree.text(key) == "components", tree.kind(value) == .mapping else { continue }
      var entries = tree.children(value)
      while let name = entries.next(), let body = entries.next() {
        components.append((tree.text(name), name, body))
      }
    }
    if components.isEmpty { return nil }
  }

  /// The text with one more component, on a line of its own before the first.
  package func addingComponent(_ entry: String) -> String? {
    guard let blocks = blocks() else { return nil }
    let indent = String(repeating: " ", count: column(components[0].key))
    return text.string(0..<blocks[0].lowerBound) + indent + entry + "\n"
      + text.string(blocks[0].lowerBound..<text.bytes.count)
  }

  /// The text with the components in the opposite order; comments stay with what they precede.
  package func reversingComponents() -> String? {
    guard let blocks = blocks(), let first = blocks.first, let last = blocks.last else {
      return nil
    }
    let parts = blocks.map { block -> String in
      let part = text.string(block)
      return part.hasSuffix("\n") ? part : part + "\n"
    }
    return text.string(0..<first.lowerBound) + parts.reversed().joined()
      + text.string(last.upperBound..<text.bytes.count)
  }

  /// The text with every component, and every reference to one, under another name.
  package func renamingComponents(_ rename: (String) -> String) -> String {
    let names = Set(components.map(\.name))
    let keys = Set(components.map(\.key))
    var result = ""
    var end = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .scalar {
      let node = tree.nodes[index]
      let value = tree.text(index)
      let name = value.prefix { $0 != "." }
      guard names.contains(String(name)), keys.contains(index) || isReference(index) else {
        continue
      }
      result +=
        text.string(end..<Int(node.start)) + rename(String(name)) + value.dropFirst(name.count)
      end = Int(node.end)
    }
    return result + text.string(end..<text.bytes.count)
  }

  /// Whether a scalar is a value or an item below a key that takes names of components.
  private func isReference(_ node: Int) -> Bool {
    guard let key = nearestKey(of: node), key != node else { return false }
    let name = tree.text(key)
    if ["to", "from"].contains(name) || RelationKind(rawValue: name) != nil { return true }
    return Property.table.contains { definition in
      guard definition.name == name || definition.name.hasSuffix("." + name) else { return false }
      switch definition.type {
      case .reference, .references: return true
      default: return Group.all.contains { $0.name == name }
      }
    }
  }

  /// The key of the innermost mapping entry that a node is the value of, or lies in a list of.
  private func nearestKey(of node: Int) -> Int? {
    var key: Int?
    for index in tree.nodes.indices where tree.nodes[index].kind == .mapping {
      guard index < node, node < Int(tree.nodes[index].next) else { continue }
      var children = tree.children(index)
      while let name = children.next(), let value = children.next() {
        if name == node { key = name }
        if value <= node, node < Int(tree.nodes[value].next) { key = name }
      }
    }
    return key
  }

  private func column(_ node: Int) -> Int {
    text.position(at: Int(tree.nodes[node].start)).column - 1
  }

  /// Whole lines of each component; nil in a flow mapping, where lines are shared.
  private func blocks() -> [Range<Int>]? {
    let lines = components.map { text.position(at: Int(tree.nodes[$0.key].start)).line }
    guard Set(lines).count == lines.count, let last = components.last else { return nil }
    let lastLine = text.position(at: max(0, Int(tree.nodes[last.value].end) - 1)).line
    let ends = lines.dropFirst().map { text.lineRange($0).lowerBound }
    let end = lastLine < text.lineCount ? text.lineRange(lastLine + 1).lowerBound : text.bytes.count
    return zip(lines, ends + [end]).map { text.lineRange($0).lowerBound..<$1 }
  }
}
