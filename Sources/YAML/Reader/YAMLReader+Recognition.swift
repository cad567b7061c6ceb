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
    recognise(ParsedText(text, yaml: range), having: keys, as: what)
  }

  /// The same of a text that has been parsed.
  package func recognise(
    _ parsed: ParsedText, having keys: [String], as what: String
  ) -> Recognition {
    let (tree, failure) = (parsed.tree, parsed.failure)
    if Self.isRecognised(tree, keys) || failure != nil && Self.hasLine(of: keys, in: parsed.part) {
      return .known(keep(parsed), failure)
    }
    let span = addEmpty(parsed.text.path)
    guard !parsed.isEmpty else { return .nothing }
    complain(
      "unrecognised-file", "`\(parsed.text.path)` is not \(what); it has none of the keys of one",
      "its keys are \(keys.prefix(8).joined(separator: ", "))", at: span)
    return .other
  }

  /// Adds an empty text under a path, which can be complained of and is not quoted.
  package func addEmpty(_ path: String) -> SourceSpan {
    addPlain(SourceText(path: path, text: ""))
  }

  /// Adds a text with its tree, some of its bytes hidden from whoever quotes it.
  @discardableResult
  package func keep(_ parsed: ParsedText, hiding secrets: [Range<Int>] = []) -> SourceTree {
    var tree = parsed.tree
    tree.source = sources.add(secrets.isEmpty ? parsed.text : parsed.text.hiding(secrets))
    trees.append(tree)
    return tree
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
