import YAML

/// A function of a template where it is used: `!Sub x`, `{ "Fn::Sub": x }`.
struct TemplateCall {
  /// Its name without `Fn::` and `!`: `Sub`.
  let name: String
  /// What it is used on.
  let node: NodeReference
  /// Whether the node has the function as its tag.
  let isTag: Bool

  /// The function that a node is; nil for a plain value.
  init?(_ node: NodeReference, _ yaml: YAMLReader) {
    let tree = yaml.trees[node.tree]
    if let tag = tree.tag(node.node) {
      name = String(tag.dropFirst())
      self.node = node
      isTag = true
      return
    }
    guard tree.kind(node.node) == .mapping else { return nil }
    let pairs = tree.pairs(node.node)
    guard pairs.count == 1, let pair = pairs.first else { return nil }
    let key = tree.text(pair.key)
    if key.hasPrefix("Fn::") {
      name = String(key.dropFirst(4))
    } else if key == "Ref" || key == "Condition" && tree.kind(pair.value) == .scalar {
      name = key
    } else {
      return nil
    }
    self.node = NodeReference(tree: node.tree, node: pair.value)
    isTag = false
  }
}
