import SourceText
import YAML

/// The values of a plan that nobody may quote: those that it marks as sensitive, and those below
/// names that secrets have.
struct PlanSecrets {
  private let tree: SourceTree
  private(set) var ranges: [Range<Int>] = []

  init(_ text: ParsedText) {
    tree = text.tree
    ranges = SecretKeys.values(below: Self.names(in: text), in: text)
    for root in tree.roots { look(at: root, depth: 0) }
  }

  /// Keys whose values are hidden wherever they stand; each is looked at once, and a plan repeats
  /// a few of them many times.
  private static func names(in text: ParsedText) -> Set<String> {
    var names: Set<String> = []
    for root in text.tree.roots { collect(text.tree, root, 0, into: &names) }
    return names.filter(SecretNames.contains)
  }

  private static func collect(
    _ tree: SourceTree, _ node: Int, _ depth: Int, into names: inout Set<String>
  ) {
    guard depth < 60 else { return }
    for pair in tree.pairs(node) {
      names.insert(tree.text(pair.key))
      collect(tree, pair.value, depth + 1, into: &names)
    }
    guard tree.kind(node) == .sequence else { return }
    for item in tree.children(node) { collect(tree, item, depth + 1, into: &names) }
  }

  /// Pairs of values and marks, side by side.
  private static let marks = [
    ("values", "sensitive_values"), ("after", "after_sensitive"), ("before", "before_sensitive"),
    ("value", "sensitive"),
  ]

  private mutating func look(at node: Int, depth: Int) {
    guard depth < 60 else { return }
    let pairs = tree.pairs(node)
    if pairs.count > 1 {
      for (value, mark) in Self.marks {
        guard let value = child(value, pairs), let mark = child(mark, pairs) else { continue }
        hide(value, mark, depth)
      }
    }
    for pair in pairs { look(at: pair.value, depth: depth + 1) }
    guard tree.kind(node) == .sequence else { return }
    for item in tree.children(node) where tree.kind(item) != .scalar {
      look(at: item, depth: depth + 1)
    }
  }

  private func child(_ name: String, _ pairs: [(key: Int, value: Int)]) -> Int? {
    pairs.first { tree.text($0.key) == name }?.value
  }

  private mutating func hide(_ value: Int, _ mark: Int, _ depth: Int) {
    guard depth < 100 else { return }
    if tree.kind(mark) == .scalar {
      guard tree.text(mark) == "true" else { return }
      let span = tree.span(value)
      ranges.append(Int(span.start)..<Int(max(span.start, span.end)))
    } else if tree.kind(mark) == .mapping {
      let pairs = tree.pairs(value)
      for pair in tree.pairs(mark) {
        if let value = child(tree.text(pair.key), pairs) { hide(value, pair.value, depth + 1) }
      }
    } else {
      for (value, mark) in zip(tree.children(value), tree.children(mark)) {
        hide(value, mark, depth + 1)
      }
    }
  }
}
