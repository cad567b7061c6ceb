import SourceText

/// Writes the document as Markdown, without pictures and what belongs to them: each block with a
/// blank line behind it.
struct MarkdownWriter {
  /// Of several systems the document's own title is the one of the first level.
  private let isOneOfMany: Bool

  private init(_ chapter: Chapter) { isOneOfMany = chapter.isOneOfMany }

  /// The text of a chapter.
  static func text(_ chapter: Chapter) -> String { MarkdownWriter(chapter).write(chapter) }

  private func write(_ chapter: Chapter) -> String {
    heading(1, [.text(chapter.title)]) + text(chapter.opening)
      + chapter.sections.map { section in
        heading(2, [.text(section.title)]) + text(section.content)
      }.joined()
  }

  private func heading(_ level: Int, _ content: [Inline]) -> String {
    let marks = String(repeating: "#", count: isOneOfMany ? level + 1 : level)
    return "\(marks) \(Self.line(content))\n\n"
  }

  private func text(_ blocks: [Block]) -> String { blocks.map(text).joined() }

  private func text(_ block: Block) -> String {
    switch block {
    case .heading(let content): heading(3, content)
    case .paragraph(_, .legend), .diagram, .slider: ""
    case .paragraph(let content, _): Self.line(content) + "\n\n"
    case .list(let items, .numbers):
      Self.lines(items.enumerated().map { "\($0 + 1). " + Self.line($1) })
    case .list(let items, _): Self.lines(items.map { "- " + Self.line($0) })
    case .table(let table): Self.lines(Self.rows(table))
    case .folded(let title, let blocks, _): Self.line([.text(title)]) + "\n\n" + text(blocks)
    case .part(let title, let blocks): heading(3, [.text(title)]) + text(blocks)
    case .excerpt(let text):
      text.printableLines.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    \($0)\n" }.joined() + "\n"
    case .aside(let aside): text(aside.head) + text(aside.content)
    }
  }

  private static func lines(_ lines: [String]) -> String {
    lines.isEmpty ? "" : lines.map { $0 + "\n" }.joined() + "\n"
  }

  /// A row per line, and the line that Markdown wants below the head.
  private static func rows(_ table: Block.Table) -> [String] {
    let rows = ([table.columns.map { .text($0.title) }] + table.rows).map { row in
      "| " + row.prefix(table.columns.count).map(text).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: table.columns.count)
    return rows.prefix(1) + [rule] + rows.dropFirst()
  }

  private static func line(_ content: [Inline]) -> String {
    content.map(text).joined(separator: " ")
  }

  private static func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text), .hash(let text), .toned(let text, _):
      Markdown.inert(text)
    case .strong(let text, _), .badge(let text): "**\(Markdown.inert(text))**"
    case .link(let text, let target): link(Markdown.inert(text), target)
    case .bar: ""
    case .scale(let scale): String(repeating: "█", count: Int((scale.share * 15).rounded()))
    case .group(let content, _): line(content)
    }
  }

  /// A link, where its target has nothing in it to which Markdown gives a meaning.
  private static func link(_ text: String, _ target: String) -> String {
    let isPlain = target.allSatisfy { !"#()<> \\".contains($0) && $0.isASCII }
    return isPlain ? "[\(text)](\(target.printable))" : text
  }
}
