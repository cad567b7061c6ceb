import Architecture
import SourceText
import YAML

/// What a one-file description says, to be said in another shape; comments and layout are lost.
package struct DescriptionShape {
  /// What the text says.
  let value: YAMLValue

  /// The shape of a text; nil when it is not YAML or repeats parts of itself by aliases.
  package init?(_ description: String) {
    let text = SourceText(path: "", text: description)
    guard let editor = YAMLEditor(text), let root = editor.tree.roots.first else { return nil }
    value = editor.tree.value(root, in: text)
    guard NewValue(value) != nil else { return nil }
  }

  /// The text of a value; nil where it could not be read again.
  func text(_ value: YAMLValue) -> String? {
    let text = NewValue(value)?.block(column: 0, "\n")
    return text.flatMap(DescriptionShape.init)?.value == value ? text : nil
  }

  /// The components with the kinds that they say.
  var components: [(name: String, kind: ComponentKind, value: YAMLValue)] {
    (value["components"]?.pairs ?? []).compactMap { pair in
      guard case .scalar(let name) = pair.key, case .scalar(let word)? = pair.value["kind"],
        let kind = ComponentKind(rawValue: word)
      else { return nil }
      return (name, kind, pair.value)
    }
  }

  /// A value with the targets of its relations of some kinds under other names, at any depth.
  func retargeting(
    _ kinds: Set<RelationKind>, in value: YAMLValue, _ rename: (String) -> String
  ) -> YAMLValue {
    switch value {
    case .mapping(let pairs):
      .mapping(
        pairs.map { pair in
          var pair = pair
          if case .scalar(let key) = pair.key, let kind = RelationKind(rawValue: key),
            kinds.contains(kind)
          {
            pair.value = renamed(pair.value, kind, rename)
          } else {
            pair.value = retargeting(kinds, in: pair.value, rename)
          }
          return pair
        })
    case .sequence(let items): .sequence(items.map { retargeting(kinds, in: $0, rename) })
    case .scalar, .alias: value
    }
  }

  private func renamed(
    _ relation: YAMLValue, _ kind: RelationKind, _ rename: (String) -> String
  ) -> YAMLValue {
    switch relation {
    case .scalar(let name): .scalar(rename(name))
    case .sequence(let items): .sequence(items.map { renamed($0, kind, rename) })
    case .mapping:
      relation[kind.targetKey].flatMap {
        relation.setting([.key(kind.targetKey)], to: renamed($0, kind, rename))
      } ?? relation
    case .alias: relation
    }
  }
}

extension YAMLValue {
  /// The pairs of a mapping; none of anything else.
  var pairs: [Pair] { if case .mapping(let pairs) = self { pairs } else { [] } }

  /// The value of a key; nil where there is none.
  subscript(key: String) -> YAMLValue? { pairs.first { $0.key == .scalar(key) }?.value }
}
