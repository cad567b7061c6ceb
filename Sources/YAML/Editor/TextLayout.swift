import SourceText

/// How a text is laid out round the nodes of its tree.
struct TextLayout {
  let text: SourceText
  let tree: SourceTree

  /// How the lines of the text end.
  var newline: String { text.bytes.contains(0x0D) ? "\r\n" : "\n" }

  /// The first byte of a node.
  func start(of node: Int) -> Int { Int(tree.nodes[node].start) }

  /// One past the last byte that a node says something with: a block itself ends where the next
  /// thing begins.
  func end(of node: Int) -> Int {
    let parts = (node..<max(node + 1, Int(tree.nodes[node].next))).filter {
      [.scalar, .alias].contains(tree.nodes[$0].kind) || isFlow($0)
    }
    var end = parts.map { Int(tree.nodes[$0].end) }.max() ?? start(of: node)
    while end > start(of: node), Self.isBlank(text.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// The bytes that a node says something with.
  func range(of node: Int) -> Range<Int> { start(of: node)..<end(of: node) }

  /// How many characters stand before a node on its line.
  func column(of node: Int) -> Int { column(at: start(of: node)) }

  /// How many characters stand before an offset on its line.
  func column(at offset: Int) -> Int { text.position(at: offset).column - 1 }

  /// Whether a node is a list or a mapping in brackets.
  func isFlow(_ node: Int) -> Bool {
    let start = start(of: node)
    return [.sequence, .mapping].contains(tree.nodes[node].kind) && start < text.bytes.count
      && [UInt8(ascii: "["), UInt8(ascii: "{")].contains(text.bytes[start])
  }

  /// Whether a node stands in brackets.
  func isInFlow(_ node: Int) -> Bool {
    (0..<node).contains { Int(tree.nodes[$0].next) > node && isFlow($0) }
  }

  /// The key that a node is the value of; nil for items and roots.
  func key(of node: Int) -> Int? {
    (0..<node).reversed().lazy.filter { tree.nodes[$0].kind == .mapping }
      .compactMap { mapping in tree.pairs(mapping).first { $0.value == node }?.key }.first
  }

  /// Whether nothing but blanks stands before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    text.bytes[line(of: offset).lowerBound..<offset].allSatisfy(Self.isBlank)
  }

  /// The bytes of the line that an offset lies on, without its line break.
  func line(of offset: Int) -> Range<Int> { text.lineRange(text.position(at: offset).line) }

  /// Where the line behind that of an offset begins, or where the text ends.
  func startOfNextLine(after offset: Int) -> Int {
    let number = text.position(at: offset).line
    return number < text.lineCount ? text.lineRange(number + 1).lowerBound : text.bytes.count
  }

  /// So many blanks.
  func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// An edit that adds a text at the end of the line that an offset lies on, behind its comment.
  func adding(_ new: String, behindLineOf offset: Int) -> TextEdit {
    let end = line(of: offset).upperBound
    return TextEdit(end..<end, new)
  }

  /// Whether a byte is a blank or part of a line break.
  static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
