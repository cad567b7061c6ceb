internal import CCmark

/// The top-level blocks of a CommonMark text, as far as a rule page needs them.
struct Markdown {
  enum Kind: Equatable {
    case heading(level: Int)
    /// A fenced block with its info string.
    case code(language: String)
    case prose
  }

  struct Block {
    let kind: Kind
    /// Plain text of a heading or of prose; the contents of a code block.
    let text: String
    /// One-based first and last line, fences included.
    let lines: ClosedRange<Int>
  }

  let blocks: [Block]

  init(_ text: String) {
    var blocks: [Block] = []
    let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT)
    defer { cmark_node_free(document) }
    var node = cmark_node_first_child(document)
    while let block = node {
      blocks.append(Self.block(block))
      node = cmark_node_next(block)
    }
    self.blocks = blocks
  }

  private static func block(_ node: OpaquePointer) -> Block {
    let start = Int(cmark_node_get_start_line(node))
    let lines = start...max(start, Int(cmark_node_get_end_line(node)))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      let level = Int(cmark_node_get_heading_level(node))
      return Block(kind: .heading(level: level), text: plain(node), lines: lines)
    case CMARK_NODE_CODE_BLOCK:
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      let language = info.prefix { !$0.isWhitespace }
      return Block(kind: .code(language: String(language)), text: literal, lines: lines)
    default:
      return Block(kind: .prose, text: plain(node), lines: lines)
    }
  }

  /// The text without markup, on one line per paragraph or item.
  private static func plain(_ node: OpaquePointer) -> String {
    guard let rendered = cmark_render_plaintext(node, CMARK_OPT_NOBREAKS, 0) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
    var text = String(cString: rendered)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
