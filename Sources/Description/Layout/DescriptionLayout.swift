package import Architecture
import SourceText
import YAML

/// A one-file description that is laid out otherwise and says the same, or calls its components
/// otherwise; comments and the rest of the layout stay.
package struct DescriptionLayout {
  private let editor: YAMLEditor
  private let components: YAMLPath = [.key("components")]

  /// The layout of a text; nil when it is not YAML or describes no components.
  package init?(_ description: String) {
    guard let editor = YAMLEditor(SourceText(path: "", text: description)),
      let node = editor.tree.node(at: components), !editor.tree.pairs(node).isEmpty
    else { return nil }
    self.editor = editor
  }

  /// The text with one more component of a kind, on a line of its own before the first.
  package func addingComponent(_ name: String, _ kind: ComponentKind) -> String? {
    var editor = editor
    let component = NewValue.mapping([NewValue.Pair("kind", .plain(kind.rawValue))])
    return editor.insertFirst(name, component, into: components) ? editor.text.whole : nil
  }

  /// The text with the components in the opposite order; comments stay with what they precede.
  package func reversingComponents() -> String? {
    var editor = editor
    return editor.reverse(components) ? editor.text.whole : nil
  }

  /// The text with every component, and every reference to one, under another name.
  package func renamingComponents(_ rename: (String) -> String) -> String? {
    var editor = editor
    let tree = editor.tree
    let pairs = tree.node(at: components).map(tree.pairs) ?? []
    let (names, keys) = (Set(pairs.map { tree.text($0.key) }), Set(pairs.map(\.key)))
    let new = tree.scalars.compactMap { node -> (node: Int, text: String)? in
      let value = tree.text(node)
      if let condition = condition(node, tree, of: names, rename) { return (node, condition) }
      let name = value.prefix { $0 != "." }
      guard names.contains(String(name)), keys.contains(node) || isReference(node, tree) else {
        return nil
      }
      return (node, rename(String(name)) + value.dropFirst(name.count))
    }
    return editor.replaceScalars(new) ? editor.text.whole : nil
  }

  /// The condition of a decision, `writes of NAME > 5k/s`, under another name; nil for other texts.
  private func condition(
    _ node: Int, _ tree: SourceTree, of names: Set<String>, _ rename: (String) -> String
  ) -> String? {
    guard let key = tree.nearestKey(of: node), key != node, tree.text(key) == "until" else {
      return nil
    }
    var words = tree.text(node).split(separator: " ").map(String.init)
    guard words.count > 2, words[1] == "of" else { return nil }
    let name = words[2].prefix { $0 != "." }
    guard names.contains(String(name)) else { return nil }
    words[2] = rename(String(name)) + words[2].dropFirst(name.count)
    return words.joined(separator: " ")
  }

  /// Whether a scalar is a value or an item below a key that takes names of components.
  private func isReference(_ node: Int, _ tree: SourceTree) -> Bool {
    guard let key = tree.nearestKey(of: node), key != node else { return false }
    let name = tree.text(key)
    if ["to", "from", Property.fallback.name].contains(name) { return true }
    if RelationKind(rawValue: name) != nil { return true }
    return Property.table.contains { definition in
      guard definition.name == name || definition.name.hasSuffix("." + name) else { return false }
      switch definition.type {
      case .reference, .references(.component): return true
      default: return Group.all.contains { $0.name == name }
      }
    }
  }
}
