package import Findings
package import SourceText

/// The text of a project's accepted risks, edited so that its layout and comments stay.
package struct AcceptedText {
  private let text: SourceText
  private let tree: SourceTree
  /// Whether the reader finds nothing wrong with it.
  private let isFlawless: Bool
  /// The decisions in their order, each with its node.
  private var decisions: [(risk: AcceptedRisk, node: Int)] = []
  /// The key `accepted` with its value; nil when it has yet to be written.
  private var list: (key: Int, value: Int)?

  /// The decisions in a text.
  package init(_ text: SourceText) {
    var reading = Reading()
    let root = reading.addText(text)
    self.text = text
    tree = reading.trees[0]
    isFlawless = Self.read(text).problems.isEmpty
    guard let root, tree.kind(root.node) == .mapping else { return }
    list = tree.pairs(root.node).first { tree.text($0.key) == "accepted" }
    guard let list else { return }
    decisions = reading.readAccepted(NodeReference(tree: 0, node: list.value)).map {
      ($0.risk, $0.node.node)
    }
  }

  /// What was decided about the same finding before.
  package func earlier(than risk: AcceptedRisk) -> AcceptedRisk? {
    decisions.first { $0.risk.isAboutSame(as: risk) }?.risk
  }

  /// The text with a decision: in place of earlier ones about the same finding, else as the last.
  ///
  /// Nil when the reader would not find in it all that it found before, and the decision.
  package func adding(_ risk: AcceptedRisk) -> String? {
    let own = decisions.filter { $0.risk.isAboutSame(as: risk) }
    let edits = own.isEmpty ? addition(of: risk) : own.flatMap { changes(of: $0.node, to: risk) }
    var result = applying(edits)
    if result.utf8.last != 0x0A { result += newline }
    return isFlawless && says(result, with: risk) ? result : nil
  }

  private func says(_ result: String, with risk: AcceptedRisk) -> Bool {
    var expected = decisions.map { old, _ -> [AcceptedField] in
      guard old.isAboutSame(as: risk) else { return old.fields }
      var new = risk
      new.system = old.system
      return new.fields
    }
    if earlier(than: risk) == nil { expected.append(risk.fields) }
    let (found, problems) = Self.read(SourceText(path: text.path, text: result))
    return problems.isEmpty && found.map(\.fields) == expected
  }

  private static func read(_ text: SourceText) -> (risks: [AcceptedRisk], problems: [Problem]) {
    var reading = Reading()
    let risks = reading.acceptedRisks(in: text)
    return (risks, reading.problems)
  }

  // MARK: - Edits

  /// A range of bytes with what comes in its place.
  private struct Edit {
    let range: Range<Int>
    let text: String

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  private func applying(_ edits: [Edit]) -> String {
    var result = ""
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += text.string(end..<max(end, edit.range.lowerBound)) + edit.text
      end = max(end, edit.range.upperBound)
    }
    return result + text.string(end..<text.bytes.count)
  }

  /// A new entry behind the last one, in the layout of the list.
  private func addition(of risk: AcceptedRisk) -> [Edit] {
    guard let list else {
      let isBlank = text.bytes.allSatisfy(Self.isBlank)
      let start = isBlank ? Self.head + newline : text.bytes.last == 0x0A ? "" : newline
      let range = (isBlank ? 0 : text.bytes.count)..<text.bytes.count
      return [Edit(range, start + "accepted:" + newline + risk.entry(indent: 2, newline))]
    }
    let entry = { (offset: Int, indent: Int) in
      Edit(at(endOfLine: offset), newline + risk.entry(indent: indent, newline))
    }
    guard let last = decisions.last?.node else {
      let nothing = Int(tree.nodes[list.value].start)..<end(of: list.value)
      return [
        Edit(nothing, ""),
        entry(max(end(of: list.key), nothing.upperBound), column(of: list.key) + 2),
      ]
    }
    guard isFlow(list.value) else { return [entry(end(of: last), column(of: list.value))] }
    let gap = isFirstOnLine(last) ? newline + blanks(column(of: last)) : " "
    return [Edit(end(of: last)..<end(of: last), ",\(gap){ \(risk.lines.joined(separator: ", ")) }")]
  }

  /// Where an earlier entry says something else: what it says no more goes, comments stay.
  private func changes(of entry: Int, to risk: AcceptedRisk) -> [Edit] {
    let pairs = tree.pairs(entry)
    var missing = risk.fields.filter { $0.key != "system" }
    var edits: [Edit] = []
    for (index, (key, value)) in pairs.enumerated() where tree.text(key) != "system" {
      if let found = missing.firstIndex(where: { $0.key == tree.text(key) }) {
        let field = missing.remove(at: found)
        guard tree.text(value) != field.text else { continue }
        edits.append(Edit(Int(tree.nodes[value].start)..<end(of: value), field.written))
      } else if index + 1 < pairs.count {
        edits.append(Edit(start(of: key)..<start(of: pairs[index + 1].key), ""))
      } else if index > 0 {
        edits.append(Edit(end(of: pairs[index - 1].value)..<end(of: value), ""))
      }
    }
    guard let last = pairs.last, !missing.isEmpty else { return edits }
    let end = end(of: last.value)
    if isFlow(entry) {
      edits.append(Edit(end..<end, missing.map { ", " + $0.line }.joined()))
    } else {
      let start = newline + blanks(column(of: pairs[0].key))
      edits.append(Edit(at(endOfLine: end), missing.map { start + $0.line }.joined()))
    }
    return edits
  }

  // MARK: - Layout

  private static let head =
    "# Findings somebody decided to live with. A risk that gets worse is open again."

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private var newline: String { text.bytes.contains(0x0D) ? "\r\n" : "\n" }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func start(of node: Int) -> Int { Int(tree.nodes[node].start) }

  private func column(of node: Int) -> Int { text.position(at: start(of: node)).column - 1 }

  /// Whether a node is a list or a mapping in brackets.
  private func isFlow(_ node: Int) -> Bool {
    let start = start(of: node)
    return tree.nodes[node].kind != .scalar && start < text.bytes.count
      && [UInt8(ascii: "["), UInt8(ascii: "{")].contains(text.bytes[start])
  }

  private func isFirstOnLine(_ node: Int) -> Bool {
    let line = text.lineRange(text.position(at: start(of: node)).line)
    return text.bytes[line.lowerBound..<start(of: node)].allSatisfy(Self.isBlank)
  }

  /// One past the last byte that a node says something with: a block itself ends where the next
  /// thing begins.
  private func end(of node: Int) -> Int {
    let parts = (node..<max(node + 1, Int(tree.nodes[node].next))).filter {
      [.scalar, .alias].contains(tree.nodes[$0].kind) || isFlow($0)
    }
    var end = parts.map { Int(tree.nodes[$0].end) }.max() ?? start(of: node)
    while end > start(of: node), Self.isBlank(text.bytes[end - 1]) { end -= 1 }
    return end
  }

  private func at(endOfLine offset: Int) -> Range<Int> {
    let end = text.lineRange(text.position(at: offset).line).upperBound
    return end..<end
  }
}

extension AcceptedRisk {
  /// Whether the decision is about the finding that a later one about a system is about.
  fileprivate func isAboutSame(as later: AcceptedRisk) -> Bool {
    rule == later.rule && element == later.element && (system ?? later.system) == later.system
  }
}

extension SourceTree {
  /// Keys and values of a mapping.
  fileprivate func pairs(_ node: Int) -> [(key: Int, value: Int)] {
    var pairs: [(key: Int, value: Int)] = []
    var children = children(node)
    while let key = children.next(), let value = children.next() { pairs.append((key, value)) }
    return pairs
  }
}
