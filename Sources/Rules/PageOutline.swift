import SourceText

/// The sections of a page, found without reading its prose: most of that is for the manual only.
struct PageOutline {
  struct Section {
    /// The heading's words as written.
    let title: String
    /// One-based line of the heading.
    let line: Int
    /// The lines below the heading, up to the next one.
    let body: Range<Int>
    /// The lines of the first fenced block below it; nil when there is none.
    let code: Range<Int>?

    var isExample: Bool { title.hasPrefix("Example") }
    var isCounterExample: Bool { title.hasPrefix("Counter-example") }
  }

  /// The lines above the first section: title and summary.
  let head: Range<Int>
  /// The words of the page's heading; empty when it has none.
  let title: String
  /// Whether something stands below the page's heading.
  let hasSummary: Bool
  let sections: [Section]

  /// Looks for `## ` at the start of lines that are in no fenced block, on the whole page or as far
  /// as its first example.
  init(_ page: SourceText, after frontMatter: Int, withExamples: Bool = true) {
    let (headings, blocks) = Self.marks(page, after: frontMatter, withExamples)
    let end = page.lineCount + 1
    let head = frontMatter + 1..<(headings.first ?? end)
    let top = head.first { page.bytes[page.lineRange($0)].starts(with: "# ".utf8) }
    self.head = head
    title = top.map { Self.words(page, $0, after: 2) } ?? ""
    hasSummary = ((top ?? frontMatter) + 1..<head.upperBound).contains {
      !Self.words(page, $0, after: 0).isEmpty
    }
    sections = headings.indices.map { index in
      let line = headings[index]
      let body = line + 1..<(index + 1 < headings.count ? headings[index + 1] : end)
      return Section(
        title: Self.words(page, line, after: 3), line: line, body: body,
        code: blocks.first { body.contains($0.lowerBound) })
    }
  }

  /// Everything from the first example on.
  var examples: Range<Int>? {
    guard let first = sections.first(where: { $0.isExample || $0.isCounterExample }),
      let last = sections.last
    else { return nil }
    return first.line..<last.body.upperBound
  }

  /// The lines of headings, and those inside fenced blocks.
  private static func marks(
    _ page: SourceText, after frontMatter: Int, _ withExamples: Bool
  ) -> (headings: [Int], blocks: [Range<Int>]) {
    var fence: [UInt8]?
    var (lines, blocks) = ([Int](), [Range<Int>]())
    var start = 0
    for line in frontMatter + 1..<max(frontMatter + 1, page.lineCount + 1) {
      let bytes = page.bytes[page.lineRange(line)]
      if let open = fence {
        guard bytes.starts(with: open) else { continue }
        fence = nil
        blocks.append(start..<line)
      } else if bytes.starts(with: "```".utf8) || bytes.starts(with: "~~~".utf8) {
        fence = Array(bytes.prefix(3))
        start = line + 1
      } else if bytes.starts(with: "## ".utf8) {
        lines.append(line)
        if !withExamples, bytes.starts(with: "## Example".utf8) { break }
      }
    }
    return (lines, blocks)
  }

  /// A line behind its mark, without blanks round it.
  private static func words(_ page: SourceText, _ line: Int, after mark: Int) -> String {
    var bytes = page.bytes[page.lineRange(line)].dropFirst(mark)
    while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    return String(decoding: bytes.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }
}

extension SourceText {
  /// Some lines as Markdown.
  func markdown(lines: Range<Int>) -> String {
    guard !lines.isEmpty, lines.lowerBound <= lineCount else { return "" }
    let start = lineRange(lines.lowerBound).lowerBound
    let end = lines.upperBound <= lineCount ? lineRange(lines.upperBound).lowerBound : bytes.count
    return string(start..<end)
  }

  /// The first paragraph of some lines as plain text; empty when there is none.
  func firstProse(in lines: Range<Int>) -> String {
    Markdown.first(in: markdown(lines: lines)) { $0.kind == .prose }
  }
}
