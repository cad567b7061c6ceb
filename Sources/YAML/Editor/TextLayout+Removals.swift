import SourceText

/// Edits that take something out of a text, or move it; nil where the layout leaves no way.
extension TextLayout {
  /// Takes an entry out of a collection.
  func removal(of step: YAMLStep, from parent: Int) -> [TextEdit]? {
    let entries = entries(of: parent)
    guard let index = index(of: step, in: parent), entries.indices.contains(index) else {
      return nil
    }
    if entries.count == 1 {
      let isMapping = tree.nodes[parent].kind == .mapping
      return [TextEdit(range(of: parent), isMapping ? "{}" : "[]")]
    }
    return isFlow(parent) ? [flowRemoval(entries, index)] : blockRemoval(entries, index)
  }

  /// Turns the entries of a mapping in lines round.
  func reversal(of mapping: Int) -> [TextEdit]? {
    let entries = entries(of: mapping)
    let starts = entries.map { line(of: $0.lowerBound).lowerBound }
    guard !isFlow(mapping), Set(starts).count == starts.count, let first = starts.first,
      let last = entries.last, entries.allSatisfy({ isFirstOnLine($0.lowerBound) })
    else { return nil }
    let whole = max(start(of: mapping), Int(tree.nodes[mapping].end) - 1)
    let end = startOfNextLine(after: max(last.lowerBound, whole))
    let parts = zip(starts, starts.dropFirst() + [end]).map { start, end -> String in
      let part = text.string(start..<end)
      return part.hasSuffix("\n") ? part : part + newline
    }
    return [TextEdit(first..<end, parts.reversed().joined())]
  }

  /// The bytes of each entry of a collection, from its key, its dash or itself.
  private func entries(of parent: Int) -> [Range<Int>] {
    if tree.nodes[parent].kind == .mapping {
      return tree.pairs(parent).map { pair in
        start(of: pair.key)..<max(end(of: pair.key), end(of: pair.value))
      }
    }
    let column = column(of: parent)
    return tree.children(parent).map { item in
      let start = start(of: item)
      return (isFlow(parent) ? start : dash(before: start, in: column) ?? start)..<end(of: item)
    }
  }

  private func index(of step: YAMLStep, in parent: Int) -> Int? {
    switch (tree.nodes[parent].kind, step) {
    case (.mapping, .key(let name)):
      tree.pairs(parent).firstIndex { tree.text($0.key) == name }
    case (.sequence, .item(let index)): index
    default: nil
    }
  }

  /// The dash in a column that an item stands behind, on its own line or on one above.
  private func dash(before offset: Int, in column: Int) -> Int? {
    (1...text.position(at: offset).line).reversed().lazy.compactMap { number -> Int? in
      let line = text.lineRange(number)
      let dash = line.lowerBound + column
      let isDash = dash < line.upperBound && text.bytes[dash] == UInt8(ascii: "-")
      return isDash ? dash : nil
    }.first
  }

  private func flowRemoval(_ entries: [Range<Int>], _ index: Int) -> TextEdit {
    let own = entries[index]
    guard index + 1 < entries.count else {
      return TextEdit(entries[index - 1].upperBound..<own.upperBound, "")
    }
    let rest = own.upperBound..<entries[index + 1].lowerBound
    // Up to the comma and the blanks behind it; what else stands there, a comment, stays.
    guard let comma = text.bytes[rest].firstIndex(of: UInt8(ascii: ",")) else {
      return TextEdit(own.lowerBound..<rest.upperBound, "")
    }
    let next = text.bytes[comma + 1..<rest.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
    return TextEdit(own.lowerBound..<(next ?? rest.upperBound), "")
  }

  private func blockRemoval(_ entries: [Range<Int>], _ index: Int) -> [TextEdit]? {
    let own = entries[index]
    if isFirstOnLine(own.lowerBound) {
      // Whole lines, with the break before them rather than that behind, so that what is added
      // behind them at the same time has its place.
      let lines = line(of: own.lowerBound).lowerBound..<line(of: own.upperBound).upperBound
      guard lines.lowerBound > 0 else {
        return [TextEdit(0..<startOfNextLine(after: own.upperBound), "")]
      }
      return [TextEdit(line(of: lines.lowerBound - 1).upperBound..<lines.upperBound, "")]
    }
    // The first key behind a dash: the next one takes its place, or stays below its comment.
    guard index == 0, entries.count > 1 else { return nil }
    let gap = own.upperBound..<entries[1].lowerBound
    let isPlain = text.bytes[gap].allSatisfy(Self.isBlank)
    return [
      TextEdit(
        own.lowerBound..<(isPlain ? gap.upperBound : line(of: own.upperBound).upperBound), "")
    ]
  }
}
