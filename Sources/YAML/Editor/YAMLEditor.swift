package import SourceText

/// A text of YAML that is changed at paths: comments, layout, brackets and line ends of all else
/// stay as they are, byte for byte.
///
/// An edit is made only where the text then says what was meant and nothing else; where its layout
/// leaves no sure place, as beside an anchor that is repeated elsewhere, nothing is changed.
package struct YAMLEditor: Sendable {
  /// The text as it is now.
  package private(set) var text: SourceText
  /// What it consists of.
  package private(set) var tree: SourceTree

  /// An editor of a text, of its first document; nil when it is no YAML.
  package init?(_ text: SourceText) {
    let (tree, failure) = SourceTree.parse(text, source: 0)
    guard failure == nil else { return nil }
    self.text = text
    self.tree = tree
  }

  /// Puts a value in place of what stands at a path, or adds it as the last of its mapping or
  /// sequence, with the keys that lead there where they are not there yet; whether that was
  /// possible.
  package mutating func set(_ path: YAMLPath, to new: NewValue) -> Bool {
    guard let step = path.last else { return false }
    if case .key(let name) = step, path.count > 1, parent(of: path) == nil {
      return set(path.dropLast(), to: .mapping([NewValue.Pair(name, new)], .block))
    }
    let expected = value.setting(path, to: new.value)
    let edits: [TextEdit]?
    if let node = tree.node(at: path) {
      edits = layout.replacement(of: node, by: new)
    } else if let parent = parent(of: path) {
      edits = layout.addition(of: new, at: step, to: parent)
    } else {
      edits = path.count == 1 ? layout.start(with: new, at: step) : nil
    }
    return apply(edits, expecting: expected)
  }

  /// Adds a value as the last item of a sequence, which is made where its key has no value or is
  /// not there; whether that was possible.
  package mutating func append(_ new: NewValue, to path: YAMLPath) -> Bool {
    let node = tree.node(at: path)
    guard let node, !tree.isNull(node) else { return set(path, to: .sequence([new], .block)) }
    guard tree.nodes[node].kind == .sequence else { return false }
    return set(path + [.item(tree.children(node).reduce(0) { count, _ in count + 1 })], to: new)
  }

  /// Adds a key with its value on a line of its own, before the others of a mapping in lines.
  package mutating func insertFirst(_ key: String, _ new: NewValue, into path: YAMLPath) -> Bool {
    guard let mapping = tree.node(at: path), case .mapping(let pairs) = value(at: mapping) else {
      return false
    }
    let expected = YAMLValue.mapping([YAMLValue.Pair(key, new.value)] + pairs)
    return apply(
      layout.insertion(of: key, new, before: mapping),
      expecting: path.isEmpty ? expected : value.setting(path, to: expected))
  }

  /// Takes out what stands at a path; whether that was possible.
  package mutating func remove(_ path: YAMLPath) -> Bool {
    guard let step = path.last, let parent = parent(of: path) else { return false }
    return apply(layout.removal(of: step, from: parent), expecting: value.removing(path))
  }

  /// Turns the order of a mapping's keys round; comments stay with what they precede.
  package mutating func reverse(_ path: YAMLPath) -> Bool {
    guard let mapping = tree.node(at: path), case .mapping(let pairs) = value(at: mapping) else {
      return false
    }
    let expected = YAMLValue.mapping(pairs.reversed())
    return apply(
      layout.reversal(of: mapping),
      expecting: path.isEmpty ? expected : value.setting(path, to: expected))
  }

  /// Writes other texts in place of some scalars, keys among them, as plain words; whether all of
  /// them say then what was meant.
  package mutating func replaceScalars(_ new: [(node: Int, text: String)]) -> Bool {
    let edits = new.map { TextEdit(layout.start(of: $0.node)..<layout.end(of: $0.node), $0.text) }
    var editor = self
    guard editor.apply(edits, expecting: nil), editor.tree.nodes.count == tree.nodes.count else {
      return false
    }
    let texts = Dictionary(new.map { ($0.node, $0.text) }) { first, _ in first }
    for node in tree.nodes.indices where tree.nodes[node].kind == .scalar {
      guard editor.tree.text(node) == texts[node] ?? tree.text(node) else { return false }
    }
    self = editor
    return true
  }

  // MARK: - Steps

  private var layout: TextLayout { TextLayout(text: text, tree: tree) }

  /// What the text says now.
  private var value: YAMLValue { tree.roots.first.map(value(at:)) ?? .scalar("") }

  /// What the other documents of the text say.
  private var others: [YAMLValue] { tree.roots.dropFirst().map(value(at:)) }

  private func value(at node: Int) -> YAMLValue { tree.value(node, in: text) }

  private func parent(of path: YAMLPath) -> Int? {
    path.isEmpty ? nil : tree.node(at: path.dropLast())
  }

  /// Makes some edits, where the text says afterwards what is expected.
  private mutating func apply(_ edits: [TextEdit]?, expecting expected: YAMLValue?) -> Bool {
    guard let edits else { return false }
    let result = SourceText(path: text.path, text: text.applying(edits))
    guard let editor = YAMLEditor(result), expected.map({ $0 == editor.value }) ?? true,
      editor.others == others
    else { return false }
    self = editor
    return true
  }
}

/// A range of bytes with what comes in its place.
struct TextEdit {
  let range: Range<Int>
  let text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }
}

extension SourceText {
  /// The text with some edits, whose ranges do not overlap.
  func applying(_ edits: [TextEdit]) -> String {
    var result = ""
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += string(end..<max(end, edit.range.lowerBound)) + edit.text
      end = max(end, edit.range.upperBound)
    }
    return result + string(end..<bytes.count)
  }
}
