internal import CYaml
package import SourceText

extension SourceTree {
  /// Deepest nesting that is read; a description needs about ten levels.
  static let maximumDepth = 100

  /// Reads a text into a tree: all of it, or up to the first error in its YAML.
  package static func parse(
    _ text: SourceText, source: Int
  ) -> (tree: SourceTree, failure: SyntaxFailure?) {
    var builder = TreeBuilder(source: source)
    guard let (bytes, joints) = SurrogatePairs.joined(in: text.bytes) else {
      let failure = text.bytes.withUnsafeBufferPointer { builder.run($0) }
      return (builder.tree, failure)
    }
    let failure = bytes.withUnsafeBufferPointer { builder.run($0) }
    builder.tree.shift(behind: joints, by: SurrogatePairs.shrinkage)
    return (builder.tree, failure?.shifted(behind: joints, by: SurrogatePairs.shrinkage))
  }
}

/// Turns libyaml's events into a tree.
///
/// libyaml counts characters, spans count bytes.
private struct TreeBuilder {
  var tree: SourceTree
  private var open: [Int] = []
  private var anchors: [String: Int] = [:]
  private var characters = 0
  private var offset = 0

  init(source: Int) { tree = SourceTree(source: source) }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> SyntaxFailure? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    tree.nodes.reserveCapacity(bytes.count / 12)
    tree.pool.reserveCapacity(bytes.count / 2)

    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        return close(with: syntaxFailure(parser, bytes))
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return nil }
      if let failure = add(event, bytes) { return close(with: failure) }
    }
  }

  /// Closes what is still open, so that the part before the error can be read.
  ///
  /// A mapping cut off after a key gets an empty value, so that pairs stay pairs.
  private mutating func close(with failure: SyntaxFailure) -> SyntaxFailure {
    tree.isTruncated = true
    dropJoined(at: failure.offset)
    if let innermost = open.last, tree.nodes[innermost].kind == .mapping {
      tree.nodes[innermost].next = UInt32(tree.nodes.count)
      if tree.children(innermost).reduce(0, { count, _ in count + 1 }) % 2 == 1 {
        tree.nodes.append(emptyScalar())
      }
    }
    while let node = open.popLast() {
      tree.nodes[node].next = UInt32(tree.nodes.count)
      tree.nodes[node].end = UInt32(offset)
    }
    return failure
  }

  /// Drops the value before a colon that should not follow: `nodejs team` of two lines, the second
  /// of which is indented too far, is neither the value of the first nor a key.
  private mutating func dropJoined(at offset: Int) {
    guard let innermost = open.last, let last = tree.nodes.last, last.kind == .scalar,
      !last.isQuoted, Int(last.end) <= offset, offset <= Int(last.end) + 1,
      tree.text(tree.nodes.count - 1).contains(" ")
    else { return }
    tree.nodes[innermost].next = UInt32(tree.nodes.count)
    guard tree.children(innermost).reduce(0, { count, _ in count + 1 }) % 2 == 0 else { return }
    tree.nodes.removeLast()
    self.offset = Int(last.start)
    tree.nodes.append(emptyScalar())
  }

  private func emptyScalar() -> SourceTree.Node {
    SourceTree.Node(
      kind: .scalar, isQuoted: false, start: UInt32(offset), end: UInt32(offset),
      textStart: 0, textLength: 0, next: UInt32(tree.nodes.count + 1))
  }

  private mutating func add(
    _ event: yaml_event_t, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SyntaxFailure? {
    advance(to: event.start_mark.index, bytes)
    switch event.type {
    case YAML_SCALAR_EVENT: addScalar(event, bytes)
    case YAML_ALIAS_EVENT: return addAlias(event, bytes)
    case YAML_MAPPING_START_EVENT:
      return begin(
        .mapping, anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag)
    case YAML_SEQUENCE_START_EVENT:
      return begin(
        .sequence, anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: end(event, bytes)
    default: break
    }
    return nil
  }

  private mutating func addScalar(_ event: yaml_event_t, _ bytes: UnsafeBufferPointer<UInt8>) {
    let scalar = event.data.scalar
    let length = scalar.length
    let textStart = tree.pool.count
    tree.pool.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: length))
    append(
      SourceTree.Node(
        kind: .scalar, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, start: UInt32(offset),
        end: UInt32(end(of: event, bytes)), textStart: UInt32(textStart),
        textLength: UInt32(length), next: UInt32(tree.nodes.count + 1)),
      anchor: scalar.anchor, tag: scalar.tag)
  }

  private mutating func addAlias(
    _ event: yaml_event_t, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SyntaxFailure? {
    let name = String(cString: event.data.alias.anchor)
    guard let target = anchors[name] else {
      return failure(
        "unknown-anchor", "`*\(name)` has no anchor `&\(name)` above it",
        "define it first, as in `name: &\(name) ...`")
    }
    guard tree.nodes[target].next != 0 else {
      return failure(
        "recursive-anchor", "`*\(name)` stands inside the anchor it repeats",
        "an alias can repeat only what is complete")
    }
    append(
      SourceTree.Node(
        kind: .alias, isQuoted: false, start: UInt32(offset), end: UInt32(end(of: event, bytes)),
        textStart: UInt32(target), textLength: 0, next: UInt32(tree.nodes.count + 1)),
      anchor: nil, tag: nil)
    return nil
  }

  private mutating func begin(
    _ kind: SourceTree.Kind, anchor: UnsafeMutablePointer<yaml_char_t>?,
    tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> SyntaxFailure? {
    guard open.count < SourceTree.maximumDepth else {
      return failure(
        "too-deep", "nested deeper than \(SourceTree.maximumDepth) levels",
        "a description needs about ten levels")
    }
    append(
      SourceTree.Node(
        kind: kind, isQuoted: false, start: UInt32(offset), end: UInt32(offset), textStart: 0,
        textLength: 0, next: 0), anchor: anchor, tag: tag)
    open.append(tree.nodes.count - 1)
    return nil
  }

  private mutating func end(_ event: yaml_event_t, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let node = open.popLast() else { return }
    tree.nodes[node].next = UInt32(tree.nodes.count)
    tree.nodes[node].end = UInt32(end(of: event, bytes))
  }

  private mutating func append(
    _ node: SourceTree.Node, anchor: UnsafeMutablePointer<yaml_char_t>?,
    tag: UnsafeMutablePointer<yaml_char_t>?
  ) {
    if open.isEmpty { tree.roots.append(tree.nodes.count) }
    if let anchor { anchors[String(cString: anchor)] = tree.nodes.count }
    if let tag, tag[0] == UInt8(ascii: "!"), tag[1] != 0 {
      tree.tags[tree.nodes.count] = String(cString: tag)
    }
    tree.nodes.append(node)
  }

  // MARK: - Offsets

  /// Moves the cursor on to a character index; starts of events never go back.
  private mutating func advance(to index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    (characters, offset) = cursor(movedTo: index, bytes)
  }

  private func end(of event: yaml_event_t, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    cursor(movedTo: event.end_mark.index, bytes).offset
  }

  private func cursor(
    movedTo index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (characters: Int, offset: Int) {
    var (characters, offset) = (characters, offset)
    while characters < index, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      characters += 1
    }
    return (characters, offset)
  }

  // MARK: - Failures

  private func failure(_ code: String, _ message: String, _ remedy: String) -> SyntaxFailure {
    SyntaxFailure(code: code, message: message, remedy: remedy, offset: offset)
  }

  private mutating func syntaxFailure(
    _ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> SyntaxFailure {
    let mistake = SyntaxMistake(
      problem: parser.problem.map { String(cString: $0) } ?? "it cannot be read",
      context: parser.context.map { String(cString: $0) } ?? "",
      place: SyntaxMistake.Mark(parser.problem_mark),
      start: SyntaxMistake.Mark(parser.context_mark), bytes: bytes)
    advance(to: mistake.shown.index, bytes)
    return failure("yaml-syntax", mistake.message, mistake.remedy)
  }
}

extension SyntaxMistake.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(index: mark.index, line: mark.line, column: mark.column)
  }
}
