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
