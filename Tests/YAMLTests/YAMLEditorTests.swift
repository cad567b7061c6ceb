import SourceText
import TestSupport
import Testing
import YAML

/// Edits of a text say what the same edits of its values say, and touch nothing else.
@Suite struct YAMLEditorTests {
  static let layouts: [String] = [
    "a: 1\nb: 2\nc: 3\n", "a: 1 # one\n# two\nb: 2\n\n# end", "{ a: 1, b: [2, 3], c: { d: 4 } }\n",
    "a: {}\nb: []\nc:\nd: ~ # nothing\ne: ''\n", "a:\r\n  - 1\r\n  - 2\r\nb: 3\r\n",
    "- a: 1\n  # between\n  b: 2 # two\n- c: 3\n-\n  d: 4\n# end\n", "-   a\n-   - b\n    - c\n",
    "a:\n- 1 # one\n- 2\nb: [\n  1, # one\n  2,\n]\n",
    "a: |\n  text\n  # no comment\nb: >-\n  x\n  y\n",
    "---\na: 1\n...\n---\nb: 2\n", "a: &x { b: 1 }\nc: *x\nd: 2\n",
    "\"a b\": 'it''s'\nc: \"x\\ty\"\n",
    "a: { b: 1,\n     c: 2 }\nd: [ 1 , 2 ]\n",
    "{\n  \"a\": [1, 2],\n  \"b\": { \"c\": \"d\" }\n}\n",
    "a:\n    b:\n            c: 1\n    # deep\n    d: 2", "# only a comment\n", "",
    "x: äöü 日本\ny: 😀 # ok\n",
    "? a\n: 1\n? b\n: 2\n", "a: !!str 1\nb: !!seq [x]\n",
  ]

  /// The ways to all nodes of a text's first document.
  private func paths(_ value: YAMLValue, from start: YAMLPath = []) -> [YAMLPath] {
    switch value {
    case .scalar, .alias: [start]
    case .sequence(let items):
      [start] + items.indices.flatMap { paths(items[$0], from: start + [.item($0)]) }
    case .mapping(let pairs):
      [start]
        + pairs.flatMap { pair -> [YAMLPath] in
          guard case .scalar(let name) = pair.key else { return [] }
          return paths(pair.value, from: start + [.key(name)])
        }
    }
  }

  private func value(_ editor: YAMLEditor) -> YAMLValue {
    editor.tree.roots.first.map { editor.tree.value($0, in: editor.text) } ?? .scalar("")
  }

  private func editor(_ text: String) throws -> YAMLEditor {
    try #require(YAMLEditor(SourceText(path: "x.yaml", text: text)), "\(text)")
  }

  /// What the texts have in common before and behind all that differs has to be all but some lines.
  private func changedLines(_ old: String, _ new: String) -> [Substring] {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    let difference = lines(new).difference(from: lines(old))
    return difference.removals.map { change in
      switch change {
      case .remove(_, let line, _), .insert(_, let line, _): line
      }
    }
  }

  private static let new: [NewValue] = [
    .plain("7ms"), .quoted("a: \"b\" # c"), .mapping([NewValue.Pair("k", .plain("v"))]),
    .mapping(
      [NewValue.Pair("k", .plain("v")), NewValue.Pair("l", .sequence([.plain("w")]))], .block),
    .sequence(
      [.mapping([NewValue.Pair("k", .plain("v")), NewValue.Pair("l", .plain("w"))], .block)], .block
    ),
  ]

  /// Tries all edits at all places of a text; how many were made, and how many were not.
  private func tryAll(_ text: String, each step: Int = 1) throws -> (made: Int, refused: Int) {
    let before = try editor(text)
    let all = value(before)
    let places = paths(all)
    var (made, refused) = (0, 0)
    func expect(_ isMade: Bool, _ after: YAMLEditor, _ expected: YAMLValue?, _ what: String) {
      guard isMade else {
        refused += 1
        #expect(after.text.bytes == before.text.bytes)
        return
      }
      made += 1
      #expect(value(after) == expected, "\(what) of\n\(text)\ngives\n\(after.text.whole)")
      let isWindows = text.contains("\r\n")
      #expect(
        !after.text.whole.replacing("\r\n", with: "").contains("\n") == isWindows || !isWindows)
    }
    for (number, path) in places.enumerated() where number % step == 0 {
      for new in Self.new {
        for target in [path, path + [.key("new")], path + [.item(0)]] where !target.isEmpty {
          var after = before
          let isMade = after.set(target, to: new)
          expect(isMade, after, all.setting(target, to: new.value), "set \(target) to \(new)")
        }
        var after = before
        if after.append(new, to: path) {
          made += 1
          #expect(value(after) != all)
        }
      }
      guard !path.isEmpty else { continue }
      var after = before
      let isMade = after.remove(path)
      expect(isMade, after, all.removing(path), "remove \(path)")
      // Comments on lines of their own stay, but those inside of what goes.
      guard isMade, let node = before.tree.node(at: path), before.tree.kind(node) == .scalar
      else { continue }
      let lost = changedLines(text, after.text.whole).filter {
        $0.drop { $0 == " " }.hasPrefix("#")
      }
      let span = before.tree.span(node)
      let own = before.text.string(Int(span.start)..<Int(span.end))
      #expect(lost.allSatisfy { own.contains($0) }, "remove \(path) of\n\(text)\nloses \(lost)")
    }
    return (made, refused)
  }

  @Test(arguments: layouts)
  func `edits say what they mean in every layout`(_ text: String) throws {
    _ = try tryAll(text)
  }

  @Test func `most edits find their place`() throws {
    var (made, refused) = (0, 0)
    for text in Self.layouts {
      let count = try tryAll(text)
      made += count.made
      refused += count.refused
    }
    // What is refused are items of scalars and keys of lists, and what anchors are repeated from.
    #expect(Double(made) / Double(made + refused) > 0.4, "\(made) made, \(refused) refused")
  }

  @Test func `descriptions are edited in place`() throws {
    for path in Repository.files("samples", ".tenfold.yaml") {
      guard let text = try? Repository.text(path),
        YAMLEditor(SourceText(path: path, text: text)) != nil
      else { continue }
      _ = try tryAll(text, each: 29)
    }
  }

  @Test func `a scalar is replaced and all else stays`() throws {
    let text = "components:\n  a: # first\n    kind: service   # a box\n    replicas: 2\n"
    var editor = try editor(text)
    let isMade = editor.set([.key("components"), .key("a"), .key("kind")], to: .plain("worker"))
    #expect(isMade)
    #expect(editor.text.whole == text.replacing("service", with: "worker"))
  }

  @Test func `a key is added in the style of its mapping`() throws {
    for (text, path, expected) in [
      ("a:\n  b: 1 # one\n# end\n", [YAMLStep.key("a")], "a:\n  b: 1 # one\n  new: 2\n# end\n"),
      ("a: { b: 1 }\n", [.key("a")], "a: { b: 1, new: 2 }\n"),
      ("a: {}\n", [.key("a")], "a: \n  new: 2\n"),
      ("- b: 1\r\n- c: 2\r\n", [.item(0)], "- b: 1\r\n  new: 2\r\n- c: 2\r\n"),
      ("{ \"a\": {\n  \"b\": 1\n} }\n", [.key("a")], "{ \"a\": {\n  \"b\": 1,\n  new: 2\n} }\n"),
      ("a: # empty\nb: 1\n", [.key("a")], "a: # empty\n  new: 2\nb: 1\n"),
      ("# nothing\n", [], "# nothing\nnew: 2\n"),
    ] {
      var editor = try editor(text)
      let isMade = editor.set(path + [.key("new")], to: .plain("2"))
      #expect(isMade, "\(text)")
      #expect(editor.text.whole.trimmed == expected.trimmed)
    }
  }

  @Test func `the keys that lead to a value are made where they are not there`() throws {
    let path = ["scenarios", "big", "set", "api.replicas"].map(YAMLStep.key)
    let own = "\n    set:\n      api.replicas: 2\n"
    for (text, expected) in [
      ("a: 1\n", "a: 1\nscenarios:\n  big:" + own),
      ("a: 1", "a: 1\nscenarios:\n  big:" + own.dropLast()),
      (
        "scenarios:\n  sale: { lose: east } # once\n",
        "scenarios:\n  sale: { lose: east } # once\n  big:" + own
      ),
      ("{ a: 1 }\n", "{ a: 1, scenarios: { big: { set: { api.replicas: 2 } } } }\n"),
      ("", "scenarios:\n  big:" + own),
    ] {
      var editor = try editor(text)
      let isMade = editor.set(path, to: .plain("2"))
      #expect(isMade && editor.text.whole.trimmed == expected.trimmed, "\(editor.text.whole)")
    }
    var scalar = try editor("scenarios: none\n")
    let isMade = scalar.set(path, to: .plain("2"))
    #expect(!isMade)
  }

  @Test func `what goes takes its line along, and the comments above stay`() throws {
    for (text, path, expected) in [
      ("a: 1\n# of b\nb: 2 # two\nc: 3\n", [YAMLStep.key("b")], "a: 1\n# of b\nc: 3\n"),
      ("- a: 1\n  b: 2\n", [.item(0), .key("a")], "- b: 2\n"),
      ("- a: 1\n  # of b\n  b: 2\n", [.item(0), .key("a")], "- \n  # of b\n  b: 2\n"),
      ("a: [1, 2, 3]\n", [.key("a"), .item(1)], "a: [1, 3]\n"),
      ("a: [1, 2, 3]\n", [.key("a"), .item(2)], "a: [1, 2]\n"),
      ("- 1\n- 2\n", [.item(0)], "- 2\n"), ("a:\n  b: 1\n", [.key("a"), .key("b")], "a:\n  {}\n"),
    ] {
      var editor = try editor(text)
      let isMade = editor.remove(path)
      #expect(isMade, "\(text)")
      #expect(editor.text.whole == expected)
    }
  }

  @Test func `what an alias repeats is not taken away`() throws {
    var editor = try editor("a: &x 1\nb: *x\n")
    let isMade = [editor.remove([.key("a")]), editor.set([.key("a")], to: .plain("2"))]
    #expect(isMade == [false, false])
    #expect(editor.text.whole == "a: &x 1\nb: *x\n")
  }
}

extension String {
  /// The lines without blanks at their ends.
  fileprivate var trimmed: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
