import YAML

/// The objects in a file: all of its documents, and the items of lists.
enum KubernetesObjects {
  static func all(in file: ForeignFile, _ yaml: YAMLReader) -> [KubernetesObject] {
    file.roots.flatMap {
      objects(KubernetesNode(yaml: yaml, reference: $0), path: file.path, depth: 0)
    }
  }

  private static func objects(
    _ root: KubernetesNode, path: String, depth: Int
  ) -> [KubernetesObject] {
    if depth < 3, root["kind"]?.text?.hasSuffix("List") == true, let items = root["items"] {
      return items.items.flatMap { objects($0, path: path, depth: depth + 1) }
    }
    return KubernetesObject(root, path: path).map { [$0] } ?? []
  }
}
