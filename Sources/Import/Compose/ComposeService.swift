import SourceText
import YAML

/// One service, as several files say it together: what stands first is the base, and what follows
/// overrides it.
struct ComposeService {
  /// What one file says of it.
  struct Layer {
    let node: NodeReference
    let variables: ComposeVariables
    /// The path of the file, to which others are relative.
    let path: String
    private let fields: [String: NodeReference]
    /// Keys of which earlier layers count no longer, by `!reset` or `!override`.
    fileprivate let replaced: Set<String>

    init(
      _ node: NodeReference, _ variables: ComposeVariables, path: String, in yaml: YAMLReader
    ) {
      self.node = node
      self.variables = variables
      self.path = path
      let entries = yaml.kind(node) == .mapping ? yaml.entries(node) : []
      let tags = entries.map { (name: $0.name, tag: MergeTag($0.value, in: yaml)) }
      replaced = Set(tags.filter { $0.tag != nil }.map(\.name))
      let reset = Set(tags.filter { $0.tag == .reset }.map(\.name))
      fields = Dictionary(
        entries.filter { !reset.contains($0.name) }.map { ($0.name, $0.value) }
      ) { first, _ in first }
    }

    /// The value at a path of keys; nil where nothing is said.
    func value(_ keys: [String], in yaml: YAMLReader) -> NodeReference? {
      guard let first = keys.first, var node = fields[first] else { return nil }
      for key in keys.dropFirst() {
        guard let child = ComposeService.child(key, of: node, yaml) else { return nil }
        node = child
      }
      return yaml.isNull(node) ? nil : node
    }
  }

  let name: String
  /// Where its name stands first.
  let key: NodeReference
  /// The file that owns it.
  let path: String
  var layers: [Layer]

  /// The layers that count for a key: all, or those from the last on that replaces it.
  private func layers(of key: String?) -> ArraySlice<Layer> {
    let start = layers.lastIndex { layer in key.map(layer.replaced.contains) ?? false }
    return layers[(start ?? 0)...]
  }

  /// A value that the last layer says which has it; lists are not put together.
  func value(_ keys: String..., in yaml: YAMLReader) -> (node: NodeReference, layer: Layer)? {
    for layer in layers(of: keys.first).reversed() {
      if let node = layer.value(keys, in: yaml) { return (node, layer) }
    }
    return nil
  }

  /// The text of a value, its variables replaced; nil for what is no text.
  func text(_ keys: String..., in yaml: YAMLReader) -> (text: String, span: SourceSpan)? {
    for layer in layers(of: keys.first).reversed() {
      guard let node = layer.value(keys, in: yaml) else { continue }
      guard yaml.kind(node) == .scalar else { return nil }
      return (layer.variables.replaced(in: yaml.text(node)), yaml.span(node))
    }
    return nil
  }

  /// The values of a key in all layers that have it.
  func values(_ key: String, in yaml: YAMLReader) -> [(node: NodeReference, layer: Layer)] {
    layers(of: key).compactMap { layer in
      layer.value([key], in: yaml).map { ($0, layer) }
    }
  }

  /// The items of a list, or the keys of a mapping, in all layers.
  func names(_ key: String, in yaml: YAMLReader) -> [(text: String, span: SourceSpan)] {
    values(key, in: yaml).flatMap { node, layer in
      if yaml.kind(node) == .mapping {
        return yaml.entries(node).map { ($0.name, yaml.span($0.key)) }
      }
      return yaml.oneOrMore(node).filter { yaml.kind($0) == .scalar }.map {
        (layer.variables.replaced(in: yaml.text($0)), yaml.span($0))
      }
    }
  }

  static func child(_ key: String, of node: NodeReference, _ yaml: YAMLReader) -> NodeReference? {
    guard yaml.kind(node) == .mapping else { return nil }
    return yaml.entries(node).first { $0.name == key }?.value
  }
}
