internal import CCmark

/// Walks over the top-level blocks of a CommonMark text.
enum Markdown {
  enum Kind: Equatable {
    case heading(level: Int)
    /// A fenced block with its info string.
    case code(language: String)
    case prose
  }

  /// One block, valid only while it is handed over; its text is made when it is asked for.
  struct Block {
    fileprivate let node: OpaquePointer
    let kind: Kind
    /// One-based line on which it starts, the fence of a code block included.
    let line: Int

    /// Plain text of a heading or of prose on one line per paragraph or item; the contents of a
    /// code block.
    var text: String {
      if case .code = kind { return cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
      guard let rendered = cmark_render_plaintext(node, CMARK_OPT_NOBREAKS, 0) else { return "" }
      defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
      var text = String(cString: rendered)
      while text.last?.isNewline == true { text.removeLast() }
      return text
    }
  }

  /// Hands over each block until told to stop.
  static func walk(_ text: String, _ body: (Block) -> Bool) {
    let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT)
    defer { cmark_node_free(document) }
    var node = cmark_node_first_child(document)
    while let current = node {
      let line = Int(cmark_node_get_start_line(current))
      guard body(Block(node: current, kind: kind(current), line: line)) else { return }
      node = cmark_node_next(current)
    }
  }

  /// The text of the first block that is wanted; empty when there is none.
  static func first(in text: String, where isWanted: (Block) -> Bool) -> String {
    var found = ""
    walk(text) { block in
      guard isWanted(block) else { return true }
      found = block.text
      return false
    }
    return found
  }

  // MARK: - Texts for other readers

  /// The text without raw HTML, which becomes code, and without links that lead neither to the web
  /// nor to a person, of which the words stay; as written where it has neither.
  static func harmless(_ text: String) -> String {
    guard let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else {
      return ""
    }
    defer { cmark_node_free(document) }
    let nodes = harmful(in: document)
    guard !nodes.isEmpty else { return text }
    for node in nodes { disarm(node) }
    guard let rendered = cmark_render_commonmark(document, CMARK_OPT_DEFAULT, 0) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    return String(cString: rendered)
  }

  private static func harmful(in document: OpaquePointer) -> [OpaquePointer] {
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    var nodes: [OpaquePointer] = []
    var event = cmark_iter_next(iterator)
    while event != CMARK_EVENT_DONE {
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), isHarmful(node) {
        nodes.append(node)
      }
      event = cmark_iter_next(iterator)
    }
    return nodes
  }

  private static func isHarmful(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: return true
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      return !isWelcome(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
    default: return false
    }
  }

  /// Whether an address is one of the web or of a person, or has no scheme (RFC 3986, 4.2).
  private static func isWelcome(_ url: String) -> Bool {
    let start = url.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) }
    guard let end = start.firstIndex(of: ":") else { return true }
    return ["http", "https", "mailto"].contains(String(start[..<end]).lowercased())
  }

  /// Puts something in the place of a node that means no harm.
  private static func disarm(_ node: OpaquePointer) {
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE {
      while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
    } else {
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      // A blank line would end the paragraph, and the code with it.
      let line = literal.split(whereSeparator: \.isNewline).joined(separator: " ")
      let code = cmark_node_new(CMARK_NODE_CODE)
      cmark_node_set_literal(code, line)
      let block = type == CMARK_NODE_HTML_BLOCK ? cmark_node_new(CMARK_NODE_PARAGRAPH) : nil
      if let block { cmark_node_append_child(block, code) }
      cmark_node_insert_before(node, block ?? code)
    }
    cmark_node_free(node)
  }

  private static func kind(_ node: OpaquePointer) -> Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_CODE_BLOCK:
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      return .code(language: String(info.prefix { !$0.isWhitespace }))
    default: return .prose
    }
  }
}
