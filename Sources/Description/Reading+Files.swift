package import Architecture
package import Findings
package import SourceText

extension Reading {
  /// Reads a description and the files it includes into a model, silence completed from the
  /// catalogue.
  ///
  /// Never fails: what cannot be read is a problem, and the rest is read.
  package static func read(
    path: String, files: FileAccess, catalogue: Catalogue, whatIf: WhatIf = WhatIf()
  ) -> Reading {
    var reading = Reading()
    reading.catalogue = catalogue
    switch files.open(path) {
    case .failure(let failure):
      reading.mistakes.add(
        Problem(.error, failure.code, "`\(path)` \(failure.message)", path: path))
    case .success(let contents):
      var draft = Draft()
      var roots: [NodeReference] = []
      var seen: Set<String> = [contents.identity]
      reading.open(path, contents.bytes, files, &roots, &seen)
      for root in roots { reading.readTemplates(root, into: &draft) }
      for root in roots { reading.readRoot(root, into: &draft) }
      reading.checkComponents(of: draft)
      draft.accepted += reading.acceptedInComments()
      if let architecture = reading.link(draft) {
        reading.resolveScenarios(draft, architecture)
        reading.lay(whatIf, over: architecture, draft, catalogue)
      }
    }
    return reading
  }

  /// Adds a text that is no description, such as a rule page, and gives its root node.
  ///
  /// Only the bytes in `range` are read as YAML; nil, with a problem, when they are none. Where
  /// keys are named, a text that has none of them at its top is forgotten, with a problem.
  package mutating func addText(
    _ text: SourceText, yaml range: Range<Int>? = nil, with keys: Keys? = nil, as what: String = ""
  ) -> NodeReference? {
    guard let keys else {
      let source = sources.add(text)
      let (tree, failure) = SourceTree.parse(range.map(text.blanked) ?? text, source: source)
      trees.append(tree)
      return root(of: tree, failure)
    }
    guard case .known(let tree, let failure) = recognise(text, yaml: range, keys, as: what) else {
      return nil
    }
    return root(of: tree, failure)
  }

  private mutating func root(of tree: SourceTree, _ failure: SyntaxFailure?) -> NodeReference? {
    complain(of: failure, in: tree.source)
    return tree.roots.first.map { NodeReference(tree: tree.source, node: $0) }
  }

  private mutating func complain(of failure: SyntaxFailure?, in source: Int) {
    guard let failure else { return }
    complain(
      failure.code, failure.message, failure.remedy,
      at: SourceSpan(source: source, failure.offset..<failure.offset + 1))
  }

  /// Most files one description may consist of.
  private static let fileLimit = 1000

  /// Reads one file, its documents and what they include.
  private mutating func open(
    _ path: String, _ bytes: [UInt8], _ files: FileAccess, _ roots: inout [NodeReference],
    _ seen: inout Set<String>
  ) {
    let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
    switch recognise(text, .root, as: "a description") {
    case .other: break
    case .nothing:
      let source = sources.texts.count - 1
      guard flaws.isEmpty else { return report(flaws, source) }
      complain(
        "empty-file", "`\(path)` describes nothing",
        "start with `system: name` and `components:`", at: SourceSpan(source: source, 0..<0))
    case .known(let tree, let failure):
      report(flaws, tree.source)
      complain(of: failure, in: tree.source)
      read(tree, path, files, &roots, &seen)
    }
  }

  /// Reads the documents of one file and what they include.
  private mutating func read(
    _ tree: SourceTree, _ path: String, _ files: FileAccess, _ roots: inout [NodeReference],
    _ seen: inout Set<String>
  ) {
    for root in tree.roots where !tree.isNull(root) {
      let reference = NodeReference(tree: tree.source, node: root)
      guard tree.kind(root) == .mapping else {
        complain(
          "not-a-mapping", "a description is a mapping of keys, and this is not one",
          "start with `system: name` and `components:`", at: reference)
        continue
      }
      roots.append(reference)
      for include in includes(reference) { follow(include, from: path, files, &roots, &seen) }
    }
  }

  private mutating func includes(_ root: NodeReference) -> [NodeReference] {
    var children = trees[root.tree].children(root.node)
    while let key = children.next(), let value = children.next() {
      guard trees[root.tree].text(key) == "include" else { continue }
      let node = NodeReference(tree: root.tree, node: value)
      guard self.value(node, .list, key: "include") != nil else { return [] }
      return kind(node) == .sequence ? items(node) : [node]
    }
    return []
  }

  private mutating func follow(
    _ include: NodeReference, from path: String, _ files: FileAccess,
    _ roots: inout [NodeReference], _ seen: inout Set<String>
  ) {
    guard seen.count < Self.fileLimit else {
      complain(
        "too-many-files", "a description has at most \(Self.fileLimit) files",
        "merge some of them", at: include)
      return
    }
    let target = joined(path, text(include))
    switch files.include(target) {
    case .failure(let failure):
      complain(
        failure.code, "the included file `\(target)` \(failure.message)",
        "the path is relative to \(path)", at: include)
    case .success(let contents):
      guard seen.insert(contents.identity).inserted else {
        complain(
          "include-twice", "`\(target)` is already part of this description",
          "include a file once; files that include each other go in circles", at: include)
        return
      }
      open(target, contents.bytes, files, &roots, &seen)
    }
  }

  /// What is wrong with the bytes of a text that is no description, such as a rule page.
  package static func problems(of flaws: [TextFlaw], in text: SourceText) -> [Problem] {
    var reading = Reading()
    let source = reading.sources.add(text)
    reading.report(flaws, source)
    return reading.problems
  }

  private mutating func report(_ flaws: [TextFlaw], _ source: Int) {
    for flaw in flaws.prefix(20) {
      let offset = flaw.offset ?? 0
      complain(
        flaw.code, flaw.message, flaw.remedy,
        at: SourceSpan(source: source, offset..<offset + 1))
    }
  }

  /// A description without components is probably another file, or forgot its main key; a review
  /// of nothing must not pass.
  private mutating func checkComponents(of draft: Draft) {
    guard draft.components.isEmpty, mistakes.problems.isEmpty else { return }
    complain(
      "no-components", "the description has no components", "describe them under `components:`",
      at: SourceSpan(source: 0, 0..<0))
  }

  /// A path relative to the folder of another file, with `.` and `..` resolved in the text.
  private func joined(_ file: String, _ relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in relative.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
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
      "the control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        + " cannot stand in YAML"
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
