/// One step from a mapping or a sequence to what is in it.
package enum YAMLStep: Hashable, Sendable {
  /// The value of a key of a mapping.
  case key(String)
  /// An item of a sequence, counted from zero.
  case item(Int)
}

/// The way from the root of a text to a node; aliases and merge keys are not followed.
package typealias YAMLPath = [YAMLStep]

extension SourceTree {
  /// The node at a path from the root of the first document; nil where there is none.
  package func node(at path: YAMLPath) -> Int? {
    path.reduce(roots.first) { node, step in node.flatMap { child(of: $0, step) } }
  }

  private func child(of node: Int, _ step: YAMLStep) -> Int? {
    switch step {
    case .key(let name): pair(of: node, name)?.value
    case .item(let index):
      nodes[node].kind == .sequence && index >= 0
        ? children(node).dropFirst(index).first { _ in true } : nil
    }
  }

  /// The pair of a key in a mapping that stands in its own place; the first where there are two.
  func pair(of mapping: Int, _ name: String) -> (key: Int, value: Int)? {
    guard nodes[mapping].kind == .mapping else { return nil }
    return pairs(mapping).first { text($0.key) == name }
  }
}
