import SourceText
import YAML

/// Reads what a description imports: paths, each perhaps with the format of what is there.
struct ImportReader {
  let yaml: YAMLReader

  private enum Key: String, MappingKey {
    case file, format = "as", map

    var documentation: String {
      switch self {
      case .file: "The file or folder, relative to this description."
      case .format: "The format, where the contents do not tell it."
      case .map: "What the names in the file mean, such as those of metrics: `pg_busy: used of db`."
      }
    }
  }

  private static let keys = MappingSchema(Key.self, takesNotes: true)

  /// What a document of a file imports.
  func inputs(_ root: NodeReference, of path: String) -> [ForeignInput] {
    let tree = yaml.trees[root.tree]
    guard let pair = tree.pairs(root.node).first(where: { tree.text($0.key) == "import" }) else {
      return []
    }
    let node = NodeReference(tree: root.tree, node: pair.value)
    return yaml.oneOrMore(node).compactMap { input($0, of: path) }
  }

  private func input(_ node: NodeReference, of path: String) -> ForeignInput? {
    var (file, format): (NodeReference?, String?) = (node, nil)
    var map: [ForeignName] = []
    if yaml.kind(node) == .mapping {
      file = nil
      for (entry, key) in yaml.known(node, Self.keys, in: "an import") {
        switch key.meaning {
        case .file: file = entry.value
        case .format: format = yaml.text(entry.value)
        case .map:
          map = yaml.entries(entry.value).map {
            ForeignName(
              name: $0.name, meaning: yaml.text($0.value), span: yaml.span($0.value))
          }
        }
      }
    }
    guard let file, yaml.kind(file) == .scalar, !yaml.isNull(file) else {
      if yaml.isCutOff(node) { return nil }
      yaml.complain(
        "wrong-value", "`import` names files or folders, and this is none",
        "write `import: [docker-compose.yml, k8s/]`, or `{ file: traces.json, as: otlp }`",
        at: node)
      return nil
    }
    return .path(
      RelativePath.joined(path, yaml.text(file)), format: format, map: map,
      span: yaml.span(file))
  }
}
