package import SourceText

extension YAMLReader {
  /// Adds a text, or the bytes of it that are YAML, and gives its root; nil, with a problem, when
  /// it has none.
  package func add(_ text: SourceText, yaml range: Range<Int>? = nil) -> NodeReference? {
    let source = sources.add(text)
    let (tree, failure) = SourceTree.parse(range.map(text.blanked) ?? text, source: source)
    trees.append(tree)
    return root(of: tree, failure)
  }

  /// Adds a text that has some of these keys at its top; one that has none of them is forgotten,
  /// with a problem.
  package func add(
    _ text: SourceText, yaml range: Range<Int>? = nil, having keys: [String], as what: String
  ) -> NodeReference? {
    guard case .known(let tree, let failure) = recognise(text, yaml: range, having: keys, as: what)
    else { return nil }
    return root(of: tree, failure)
  }

  /// Adds a text that is not read as YAML, so that spans can lie in it.
  package func addPlain(_ text: SourceText) -> SourceSpan {
    let source = sources.add(text)
    trees.append(SourceTree(source: source))
    return SourceSpan(source: source, 0..<text.bytes.count)
  }

  private func root(of tree: SourceTree, _ failure: SyntaxFailure?) -> NodeReference? {
    complain(of: failure, in: tree.source)
    return tree.roots.first.map { NodeReference(tree: tree.source, node: $0) }
  }

  /// Adds why a text is no YAML, where it is none.
  package func complain(of failure: SyntaxFailure?, in source: Int) {
    guard let failure else { return }
    complain(
      failure.code, failure.message, failure.remedy,
      at: SourceSpan(source: source, failure.offset..<failure.offset + 1))
  }

  /// Adds what in the bytes of a text was no text.
  package func complain(of flaws: [TextFlaw], in source: Int) {
    for flaw in flaws.prefix(20) {
      let offset = flaw.offset ?? 0
      complain(
        flaw.code, flaw.message, flaw.remedy,
        at: SourceSpan(source: source, offset..<offset + 1))
    }
  }

  /// What is wrong with the bytes of a text that nobody reads as YAML, such as a rule page.
  package static func problems(of flaws: [TextFlaw], in text: SourceText) -> [Problem] {
    let reader = YAMLReader()
    let span = reader.addPlain(text)
    reader.complain(of: flaws, in: Int(span.source))
    return reader.problems
  }
}

extension TextFlaw {
  fileprivate var offset: Int? {
    switch self {
    case .wrongEncoding, .binary: nil
    case .invalidUTF8(let offset), .controlCharacter(_, let offset): offset
    }
  }

  fileprivate var code: String {
    switch self {
    case .wrongEncoding: "wrong-encoding"
    case .binary: "not-text"
    case .invalidUTF8: "invalid-utf8"
    case .controlCharacter: "control-character"
    }
  }

  fileprivate var message: String {
    switch self {
    case .wrongEncoding(let name): "the file is \(name), not UTF-8"
    case .binary: "the file is not text"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .controlCharacter(let byte, _):
      "control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        + " is not allowed in YAML"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .wrongEncoding, .invalidUTF8: "save the file as UTF-8"
    case .binary: "a description is YAML or JSON text"
    case .controlCharacter: "remove it"
    }
  }
}
