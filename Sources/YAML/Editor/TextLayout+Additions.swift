import SourceText

/// Edits that put something into a text; nil where the layout leaves no place.
extension TextLayout {
  /// Puts a value in place of a node.
  func replacement(of node: Int, by new: NewValue) -> [TextEdit] {
    let range = range(of: node)
    guard new.isBlock, !isInFlow(node) else {
      return [TextEdit(range, (range.isEmpty ? " " : "") + new.flow)]
    }
    // What a line can hold makes room for lines below its key, whose comment stays where it is.
    let key = key(of: node)
    if tree.nodes[node].kind == .scalar || isFlow(node), key != nil || range.isEmpty {
      let column = key.map { self.column(of: $0) + 2 } ?? 0
      let block = newline + blanks(column) + new.block(column: column, newline)
      return [
        TextEdit(range, ""),
        adding(block, behindLineOf: max(key.map { end(of: $0) } ?? 0, range.upperBound)),
      ]
    }
    return [TextEdit(range, new.block(column: column(of: node), newline))]
  }

  /// Adds a value as the last of a collection, or to what says nothing yet.
  func addition(of new: NewValue, at step: YAMLStep, to parent: Int) -> [TextEdit]? {
    let style: NewValue.Style = isInFlow(parent) ? .flow : .block
    switch (tree.nodes[parent].kind, step) {
    case (.mapping, .key(let name)):
      guard let last = tree.pairs(parent).last else {
        return replacement(of: parent, by: .mapping([NewValue.Pair(name, new)], style))
      }
      return addition(of: "\(name): \(new.flow)", behind: last.key, last.value, in: parent) {
        name + ":" + new.behindKey(column: $0, newline)
      }
    case (.sequence, .item):
      guard let last = tree.children(parent).reduce(nil, { $1 }) else {
        return replacement(of: parent, by: .sequence([new], style))
      }
      return addition(of: new.flow, behind: last, last, in: parent) {
        "- " + new.block(column: $0 + 2, newline)
      }
    case (.scalar, .key(let name)) where tree.isNull(parent):
      return replacement(of: parent, by: .mapping([NewValue.Pair(name, new)], style))
    case (.scalar, .item(0)) where tree.isNull(parent):
      return replacement(of: parent, by: .sequence([new], style))
    default: return nil
    }
  }

  /// Adds an entry behind the last one of a collection, whose first and last nodes are known.
  private func addition(
    of flow: String, behind first: Int, _ last: Int, in parent: Int,
    _ block: (_ column: Int) -> String
  ) -> [TextEdit] {
    let end = end(of: last)
    guard isFlow(parent) else {
      let column = column(of: parent)
      return [adding(newline + blanks(column) + block(column), behindLineOf: end)]
    }
    let isBelow = isFirstOnLine(start(of: first))
    let gap = isBelow ? newline + blanks(column(of: first)) : " "
    return [TextEdit(end..<end, "," + gap + flow)]
  }

  /// Adds a key to a text that says nothing yet.
  func start(with new: NewValue, at step: YAMLStep) -> [TextEdit]? {
    guard case .key(let name) = step, tree.roots.isEmpty else { return nil }
    let end = text.bytes.count
    let isFresh = text.bytes.isEmpty || text.bytes.last == 0x0A
    return [
      TextEdit(
        end..<end,
        (isFresh ? "" : newline) + name + ":" + new.behindKey(column: 0, newline) + newline)
    ]
  }

  /// Adds a key on a line of its own before the others of a mapping in lines.
  func insertion(of key: String, _ new: NewValue, before mapping: Int) -> [TextEdit]? {
    guard !isFlow(mapping), let first = tree.pairs(mapping).first,
      isFirstOnLine(start(of: first.key))
    else { return nil }
    let column = column(of: first.key)
    let start = line(of: start(of: first.key)).lowerBound
    let entry = key + ":" + new.behindKey(column: column, newline)
    return [TextEdit(start..<start, blanks(column) + entry + newline)]
  }
}
