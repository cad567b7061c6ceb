package import SourceText

/// A file that is not what its reader is for may be anything: a key, a list of passwords,
/// somebody's mail. Nothing of it is quoted; all that is said is what it is not.
extension YAMLReader {
  /// What a text turned out to be.
  package enum Recognition {
    /// What its reader is for, perhaps broken off by a failure.
    case known(SourceTree, SyntaxFailure?)
    /// Something else, which is said.
    case other
    /// Nothing but blanks and comments.
    case nothing
  }

  /// Adds a text that is to have some keys at its top; one that has none of them is forgotten.
  package func recognise(
    _ text: SourceText, yaml range: Range<Int>? = nil, having keys: [String], as what: String
  ) -> Recognition {
    let source = sources.texts.count
    let part = range.map(text.blanked) ?? text
    let (tree, failure) = SourceTree.parse(part, source: source)
    if Self.isRecognised(tree, keys) || failure != nil && Self.hasLine(of: keys, in: part) {
      _ = sources.add(text)
      trees.append(tree)
      return .known(tree, failure)
    }
    // An empty text under the same path can be complained of, and is not quoted.
    trees.append(SourceTree(source: sources.add(SourceText(path: text.path, text: ""))))
    guard failure != nil || tree.roots.contains(where: { !tree.isNull($0) }) else {
      return .nothing
    }
    complain(
      "unrecognised-file", "`\(text.path)` is not \(what); it has none of the keys of one",
      "its keys are \(keys.prefix(8).joined(separator: ", "))",
      at: SourceSpan(source: source, 0..<0))
    return .other
  }

  /// Whether a key at the top of one of the documents is known, or was meant to be.
  private static func isRecognised(_ tree: SourceTree, _ keys: [String]) -> Bool {
    tree.roots.contains { root in
      guard tree.kind(root) == .mapping else { return false }
      var children = tree.children(root)
      while let key = children.next(), children.next() != nil {
        let name = tree.text(key)
        if keys.contains(name) || suggestion(for: name, among: keys) != nil { return true }
      }
      return false
    }
  }

  /// Whether a line of a text that is no YAML begins with one of the keys and a colon.
  private static func hasLine(of keys: [String], in text: SourceText) -> Bool {
    (1...text.lineCount).contains { line in
      let start = text.bytes[text.lineRange(line)].prefix(64)
      guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return false }
      // Whether in YAML or, in braces and quotes, in JSON.
      let name = start[..<colon].filter { !"{ \"".utf8.contains($0) }
      return keys.contains(String(decoding: name, as: UTF8.self))
    }
  }
}
