import SourceText
import YAML

/// A template: the sections of one text, or of a part of one.
final class Template {
  let path: String
  let root: NodeReference
  private let yaml: YAMLReader
  private var sections: [String: [String: NodeReference]] = [:]

  init(_ yaml: YAMLReader, _ path: String, _ root: NodeReference) {
    self.yaml = yaml
    self.path = path
    self.root = root
  }

  /// The value of a key of a mapping; nil without one.
  static func child(_ name: String, of node: NodeReference, _ yaml: YAMLReader) -> NodeReference? {
    let tree = yaml.trees[node.tree]
    return tree.pairs(node.node).first { tree.text($0.key) == name }
      .map { NodeReference(tree: node.tree, node: $0.value) }
  }

  /// The names and values of a mapping, in order.
  static func entries(
    _ node: NodeReference, _ yaml: YAMLReader
  ) -> [(name: String, key: NodeReference, value: NodeReference)] {
    let tree = yaml.trees[node.tree]
    return tree.pairs(node.node).map { pair in
      (
        tree.text(pair.key), NodeReference(tree: node.tree, node: pair.key),
        NodeReference(tree: node.tree, node: pair.value)
      )
    }
  }

  /// What a section calls by a name, such as `Parameters`, `Stage`.
  func entry(_ section: String, _ name: String) -> NodeReference? {
    if sections[section] == nil {
      let entries = Template.child(section, of: root, yaml).map { Template.entries($0, yaml) }
      let pairs = (entries ?? []).map { ($0.name, $0.value) }
      sections[section] = Dictionary(pairs) { first, _ in first }
    }
    return sections[section]?[name]
  }

  /// All entries of a section, in order.
  func entries(
    _ section: String
  ) -> [(name: String, key: NodeReference, value: NodeReference)] {
    Template.child(section, of: root, yaml).map { Template.entries($0, yaml) } ?? []
  }
}
