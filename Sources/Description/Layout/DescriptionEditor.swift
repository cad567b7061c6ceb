package import Architecture
package import Findings
package import SourceText
import YAML

/// A description of one file that is changed at its elements; comments and layout stay.
package struct DescriptionEditor {
  private var editor: YAMLEditor
  private let architecture: Architecture
  /// The elements, by their names.
  private let elements: [String: ElementID]

  /// An editor of a text and of what was read from it; nil when the text is no YAML.
  package init?(_ text: SourceText, _ architecture: Architecture) {
    guard let editor = YAMLEditor(text) else { return nil }
    self.editor = editor
    self.architecture = architecture
    let all = architecture.elements.dropFirst()
    elements = Dictionary(all.map { (architecture.name(of: $0), $0) }) { first, _ in first }
  }

  /// The text as it is now.
  package var text: String { editor.text.whole }

  /// Makes a change; whether that was possible.
  ///
  /// Where it was not, nothing is changed.
  package mutating func apply(_ step: FixStep) -> Bool {
    let before = editor
    guard let start = step.element.map({ mapping(of: $0) }) ?? [],
      start.isEmpty || editor.tree.node(at: start) != nil
    else { return false }
    let path = start + step.path.map(YAMLStep.key)
    let isDone =
      switch step.change {
      case .set(let value): editor.set(path, to: value)
      case .add(let value): editor.tree.node(at: path) != nil || editor.set(path, to: value)
      case .remove: editor.tree.node(at: path) == nil || editor.remove(path)
      }
    if !isDone { editor = before }
    return isDone
  }

  /// The way to the mapping of an element, which is made of a short form; nil where the element is
  /// not written in a place of its own, as one of a template is.
  private mutating func mapping(of name: String) -> YAMLPath? {
    switch elements[name] {
    case .component(let index): component(index)
    case .operation(let index):
      component(architecture.operations[index].component).map {
        $0 + [.key("operations"), .key(architecture.operations[index].name)]
      }
    case .journey(let index): [.key("journeys"), .key(architecture.journeys[index].name)]
    case .relation(let index): relation(architecture.relations[index])
    case .system, nil: nil
    }
  }

  private mutating func component(_ index: Int) -> YAMLPath? {
    let path: YAMLPath = [.key("components"), .key(architecture.components[index].name)]
    return expanded(path, by: "kind")
  }

  /// The way to a relation: below its kind, alone or in a list, the one to its target.
  private mutating func relation(_ relation: Relation) -> YAMLPath? {
    let start: YAMLPath?
    if let journey = relation.journey {
      start = [.key("journeys"), .key(architecture.journeys[journey].name)]
    } else if let operation = relation.source?.operation {
      start = mapping(of: architecture.name(of: .operation(operation)))
    } else {
      start = relation.source.flatMap { component($0.component) }
    }
    guard let path = start.map({ $0 + [.key(relation.kind.rawValue)] }),
      let node = editor.tree.node(at: path)
    else { return nil }
    guard editor.tree.kind(node) == .sequence else {
      return isTarget(node, relation) ? expanded(path, by: relation.kind.targetKey) : nil
    }
    let items = Array(editor.tree.children(node))
    let own = items.indices.filter { isTarget(items[$0], relation) }
    guard own.count >= relation.ordinal else { return nil }
    return expanded(path + [.item(own[relation.ordinal - 1])], by: relation.kind.targetKey)
  }

  private func isTarget(_ node: Int, _ relation: Relation) -> Bool {
    let end = relation.target
    let name = architecture.name(
      of: end.operation.map(ElementID.operation) ?? .component(end.component))
    let tree = editor.tree
    let target = tree.pairs(node).first { tree.text($0.key) == relation.kind.targetKey }?.value
    return tree.text(target ?? node) == name
  }

  /// The path, with a mapping there: a short form stands under the key that it is short for.
  private mutating func expanded(_ path: YAMLPath, by key: String) -> YAMLPath? {
    guard let node = editor.tree.node(at: path) else { return nil }
    guard editor.tree.kind(node) == .scalar else { return path }
    let word = NewValue(word: editor.tree.text(node))
    return editor.set(path, to: .mapping([NewValue.Pair(key, word)])) ? path : nil
  }
}
