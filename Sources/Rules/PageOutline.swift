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

    var isExample: Bool { title.hasPrefix("Example") }
    var isCounterExample: Bool { title.hasPrefix("Counter-example") }
  }

  /// The lines above the first section: title and summary.
  let head: Range<Int>
  let sections: [Section]

  /// Looks for `## ` at the start of lines that are in no fenced block.
  init(_ page: SourceText, after frontMatter: Int) {
    let headings = Self.headings(page, after: frontMatter)
    let end = page.lineCount + 1
    head = frontMatter + 1..<(headings.first ?? end)
    sections = headings.indices.map { index in
      let line = headings[index]
      let next = index + 1 < headings.count ? headings[index + 1] : end
      return Section(title: Self.title(page, line), line: line, body: line + 1..<next)
    }
  }

  /// Everything from the first example on.
  var examples: Range<Int>? {
    guard let first = sections.first(where: { $0.isExample || $0.isCounterExample }),
      let last = sections.last
    else { return nil }
    return first.line..<last.body.upperBound
  }

  private static func headings(_ page: SourceText, after frontMatter: Int) -> [Int] {
    var fence: [UInt8]?
    var lines: [Int] = []
    for line in frontMatter + 1..<max(frontMatter + 1, page.lineCount + 1) {
      let bytes = page.bytes[page.lineRange(line)]
      if let open = fence {
        if bytes.starts(with: open) { fence = nil }
      } else if bytes.starts(with: "```".utf8) || bytes.starts(with: "~~~".utf8) {
        fence = Array(bytes.prefix(3))
      } else if bytes.starts(with: "## ".utf8) {
        lines.append(line)
      }
    }
    return lines
  }

  private static func title(_ page: SourceText, _ line: Int) -> String {
    var bytes = page.bytes[page.lineRange(line)].dropFirst(3)
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
