import SourceText
import YAML

/// Where secrets stand in trees: below keys that hold them.
enum SecretKeys {
  /// The bytes of all scalars below some keys, wherever these stand; of `NAME=value` in a list only
  /// the value, and of `{ name: N, value: V }` only that.
  static func values(below keys: Set<String>, in text: ParsedText) -> [Range<Int>] {
    var hider = Hider(text: text)
    for scalar in text.tree.scalars where keys.contains(text.tree.text(scalar)) {
      hider.keys.insert(scalar)
    }
    for root in text.tree.roots { hider.look(at: root, depth: 0) }
    return hider.ranges
  }

  /// The values of lines behind the place where a text stopped being YAML.
  static func rest(of text: ParsedText, _ failure: SyntaxFailure) -> [Range<Int>] {
    let first = text.text.position(at: text.readEnd).line
    return (first...max(first, text.text.lineCount)).flatMap { assigned(text.text, $0) }
  }

  /// What stands behind the first `:` or `=` of a line.
  static func assigned(_ text: SourceText, _ number: Int) -> [Range<Int>] {
    let line = text.lineRange(number)
    let divider = text.bytes[line].firstIndex {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=")
    }
    return divider.map { [$0 + 1..<line.upperBound] } ?? []
  }

  private struct Hider {
    let text: ParsedText
    var keys: Set<Int> = []
    var ranges: [Range<Int>] = []
    private var hidden: Set<Int> = []
    private var seen: Set<Int> = []

    init(text: ParsedText) { self.text = text }

    mutating func look(at node: Int, depth: Int) {
      guard depth < 100, seen.insert(node).inserted else { return }
      for pair in text.tree.pairs(node) {
        if keys.contains(pair.key) { hide(pair.value, depth: depth) }
        look(at: pair.value, depth: depth + 1)
      }
      guard text.tree.kind(node) == .sequence else { return }
      for item in text.tree.children(node) { look(at: item, depth: depth + 1) }
    }

    private mutating func hide(_ node: Int, depth: Int, isItem: Bool = false) {
      let node = text.tree.target(of: node)
      guard depth < 100, hidden.insert(node).inserted else { return }
      switch text.tree.kind(node) {
      case .scalar, .alias: hideText(node, isItem: isItem)
      case .sequence:
        for item in text.tree.children(node) { hide(item, depth: depth + 1, isItem: true) }
      case .mapping: hidePairs(text.tree.pairs(node), depth: depth)
      }
    }

    /// `{ name: N, value: V }` keeps the name.
    private mutating func hidePairs(_ pairs: [(key: Int, value: Int)], depth: Int) {
      for pair in pairs where text.tree.text(pair.key) != "name" {
        hide(pair.value, depth: depth + 1)
      }
    }

    private mutating func hideText(_ node: Int, isItem: Bool) {
      let span = text.tree.span(node)
      let range = Int(span.start)..<Int(max(span.start, span.end))
      let bytes = text.text.bytes[range.clamped(to: 0..<text.text.bytes.count)]
      let name = bytes.prefix { $0 != UInt8(ascii: "=") }
      let isAssigned =
        isItem && name.count < bytes.count && !name.isEmpty
        && name.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ":") }
      ranges.append(isAssigned ? bytes.startIndex + name.count + 1..<range.upperBound : range)
    }
  }
}
