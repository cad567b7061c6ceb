package import Architecture
package import SourceText
package import YAML

extension Architecture {
  /// What a description says of a component, without some keys, so that another one can be
  /// described like it; nil where that is not written in a place of its own, or repeats what is
  /// written elsewhere.
  package func copy(
    ofComponent index: Int, without keys: Set<String>, _ sources: SourceSet
  ) -> NewValue? {
    let text = sources.texts[Int(components[index].span.source)]
    let path: YAMLPath = [.key("components"), .key(components[index].name)]
    guard let editor = YAMLEditor(text), let node = editor.tree.node(at: path) else { return nil }
    switch NewValue(editor.tree.value(node, in: text)) {
    case .mapping(let pairs, let style):
      return .mapping(pairs.filter { !keys.contains($0.key) }, style)
    case .plain(let kind): return .mapping([NewValue.Pair("kind", .plain(kind))])
    default: return nil
    }
  }
}
