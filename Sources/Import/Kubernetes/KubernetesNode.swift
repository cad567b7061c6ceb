import SourceText
import YAML

/// A value in a manifest, with what stands below it by name.
struct KubernetesNode {
  let yaml: YAMLReader
  let reference: NodeReference

  /// Where it stands.
  var span: SourceSpan { yaml.span(reference) }

  /// What a scalar says; nil for a null, a list and a mapping.
  var text: String? {
    guard yaml.kind(reference) == .scalar, !yaml.isNull(reference) else { return nil }
    return yaml.text(reference)
  }

  /// A scalar as a number of things; nil for what is none, and for more than a million.
  var number: Double? { text.flatMap(Double.init).flatMap { abs($0) <= 1e6 ? $0 : nil } }

  /// What a path of keys leads to; nil where nothing is said.
  subscript(keys: String...) -> KubernetesNode? {
    var node: KubernetesNode? = self
    for key in keys { node = node?.child(key) }
    return node
  }

  /// The items of a list; none for anything else.
  var items: [KubernetesNode] {
    guard yaml.kind(reference) == .sequence else { return [] }
    return yaml.items(reference).map { KubernetesNode(yaml: yaml, reference: $0) }
  }

  /// The pairs of a mapping; none for anything else.
  var pairs: [(name: String, value: KubernetesNode)] {
    guard yaml.kind(reference) == .mapping else { return [] }
    return yaml.entries(reference).map {
      ($0.name, KubernetesNode(yaml: yaml, reference: $0.value))
    }
  }

  /// The pairs of a mapping that are texts, such as labels.
  var texts: [String: String] {
    Dictionary(pairs.compactMap { pair in pair.value.text.map { (pair.name, $0) } }) { $1 }
  }

  private func child(_ key: String) -> KubernetesNode? {
    guard yaml.kind(reference) == .mapping else { return nil }
    let tree = yaml.trees[reference.tree]
    var children = tree.children(tree.target(of: reference.node))
    while let name = children.next(), let value = children.next() {
      let text = tree.text(name)
      if text == key {
        let found = NodeReference(tree: reference.tree, node: value)
        return yaml.isNull(found) ? nil : KubernetesNode(yaml: yaml, reference: found)
      }
      // Merge keys are rare, and the reader knows them.
      if text == "<<" { return pairs.first { $0.name == key }?.value }
    }
    return nil
  }
}
