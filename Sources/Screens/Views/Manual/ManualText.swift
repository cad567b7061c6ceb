/// A rule's page for reading: paragraphs refilled to the width, code as it is.
struct ManualText {
  private(set) var lines: Lines
  private var paragraph = ""
  private var head = Lines.Run(text: "", role: .text)
  private var isCode = false

  /// Reads the page's Markdown line by line.
  init(_ markdown: String, width: Int) {
    lines = Lines(width: width)
    for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      read(line)
    }
    endParagraph()
  }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("```") {
      endParagraph()
      isCode.toggle()
    } else if isCode {
      lines.add(.init(text: "    ", role: .text), .init(text: String(line), role: .dim))
    } else if line.hasPrefix("#") {
      endParagraph()
      lines.add(String(line.drop { $0 == "#" || $0 == " " }), .title)
    } else if line.allSatisfy(\.isWhitespace) {
      endParagraph()
      lines.blank()
    } else {
      readProse(line)
    }
  }

  private mutating func readProse(_ line: Substring) {
    if line.hasPrefix("- ") {
      endParagraph()
      head = Lines.bullet
      paragraph = String(line.dropFirst(2))
    } else {
      paragraph += " " + line
    }
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { lines.add(paragraph, head: head) }
    paragraph = ""
    head = Lines.Run(text: "", role: .text)
  }
}
