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
    for root in tree.roots {
      let expressions = PlanConfiguration(tree, root).expressions
      look(at: root, expressions, depth: 0)
    }
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
    ("value", "sensitive"), ("default", "sensitive"),
  ]

  private mutating func look(at node: Int, _ expressions: [String: Int], depth: Int) {
    guard depth < 60 else { return }
    let pairs = tree.pairs(node)
    if pairs.count > 1 {
      for (value, mark) in Self.marks {
        guard let value = child(value, pairs), let mark = child(mark, pairs) else { continue }
        hide(value, mark, depth)
      }
      hideConstants(of: pairs, expressions)
    }
    for pair in pairs { look(at: pair.value, expressions, depth: depth + 1) }
    guard tree.kind(node) == .sequence else { return }
    for item in tree.children(node) where tree.kind(item) != .scalar {
      look(at: item, expressions, depth: depth + 1)
    }
  }

  /// What a resource marks as sensitive is so in the configuration as well.
  private mutating func hideConstants(
    of pairs: [(key: Int, value: Int)], _ expressions: [String: Int]
  ) {
    guard !expressions.isEmpty, let address = child("address", pairs),
      let expression = expressions[PlanAddress.plain(tree.text(address))]
    else { return }
    let change = child("change", pairs).map { tree.pairs($0) } ?? []
    for mark in [child("sensitive_values", pairs), child("after_sensitive", change)] {
      if let mark { hideConstants(expression, mark, 0) }
    }
  }

  private mutating func hideConstants(_ expression: Int, _ mark: Int, _ depth: Int) {
    guard depth < 60 else { return }
    let pairs = tree.pairs(expression)
    if let constant = child("constant_value", pairs) { return hide(constant, mark, depth) }
    if tree.kind(mark) == .scalar {
      for inner in tree.children(expression) where tree.kind(inner) != .scalar {
        hideConstants(inner, mark, depth + 1)
      }
    } else if tree.kind(mark) == .mapping {
      for pair in tree.pairs(mark) {
        guard let inner = child(tree.text(pair.key), pairs) else { continue }
        hideConstants(inner, pair.value, depth + 1)
      }
    } else {
      for (expression, mark) in zip(tree.children(expression), tree.children(mark)) {
        hideConstants(expression, mark, depth + 1)
      }
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
