import SourceText

/// The examples of a page; read only where they are wanted, since they are half of its text.
enum PageExamples {
  struct Heading {
    let line: Int
    let isCounterExample: Bool
  }

  private static let example = Array("## Example".utf8)
  private static let counterExample = Array("## Counter-example".utf8)

  /// The lines that start an example.
  static func headings(_ page: SourceText) -> [Heading] {
    (1...page.lineCount).compactMap { line in
      let bytes = page.bytes[page.lineRange(line)]
      if bytes.starts(with: example) { return Heading(line: line, isCounterExample: false) }
      if bytes.starts(with: counterExample) { return Heading(line: line, isCounterExample: true) }
      return nil
    }
  }

  /// Every fenced description below those lines.
  static func all(_ page: SourceText) -> [Rule.Example] {
    guard let first = headings(page).first else { return [] }
    var examples: [Rule.Example] = []
    var heading = ""
    Markdown.walk(page.markdown(lines: first.line..<page.lineCount + 1)) { block in
      switch block.kind {
      case .heading: heading = block.text
      case .code(let language) where language == "yaml":
        examples.append(
          Rule.Example(
            heading: heading, description: block.text, line: block.line + 1,
            isCounterExample: heading.hasPrefix("Counter-example")))
      default: break
      }
    }
    return examples
  }
}

extension SourceText {
  /// Some lines as Markdown, with blank lines before them so that line numbers stay.
  func markdown(lines: Range<Int>) -> String {
    guard !lines.isEmpty, lines.lowerBound <= lineCount else { return "" }
    let start = lineRange(lines.lowerBound).lowerBound
    let end = lines.upperBound <= lineCount ? lineRange(lines.upperBound).lowerBound : bytes.count
    return String(repeating: "\n", count: lines.lowerBound - 1) + string(start..<end)
  }
}
