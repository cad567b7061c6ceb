import SourceText

/// What a page says from its title on.
struct PageBody {
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var advice = ""
  private(set) var find: (sql: String, line: Int)?
  private(set) var examples: [Rule.Example] = []
  /// What is wrong: message, remedy and line.
  private(set) var complaints: [(String, String, Int)] = []

  /// Sections in the order of the page; the examples come after them.
  static let sections = ["Find", "Why it hurts", "What to do", "When it is fine", "Fix"]
  private static let optional: Set<String> = ["Fix"]
  private static let example = "Example"
  private static let counterExample = "Counter-example"

  init(_ page: SourceText, after frontMatter: Int) {
    // Blank lines for the front matter keep cmark's line numbers those of the file.
    let start = page.lineRange(frontMatter).upperBound
    let blank = String(repeating: "\n", count: frontMatter - 1)
    let markdown = Markdown(blank + page.string(start..<page.bytes.count))
    var section = ""
    var seen: Set<String> = []
    for block in markdown.blocks {
      if case .heading(let level) = block.kind {
        if level == 1 { title = block.text }
        if level == 2 {
          section = block.text
          open(section, block, &seen)
        }
      } else {
        read(block, in: section)
      }
    }
    check(seen)
  }

  private mutating func open(_ section: String, _ block: Markdown.Block, _ seen: inout Set<String>)
  {
    let isExample = section.hasPrefix(Self.example) || section.hasPrefix(Self.counterExample)
    guard !isExample else { return }
    if !Self.sections.contains(section) {
      complaints.append(
        (
          "a page has no section `\(section)`",
          suggestion(for: section, among: Self.sections).map { "did you mean `\($0)`?" }
            ?? "its sections are \(Self.sections.joined(separator: ", ")), Example and "
            + "Counter-example",
          block.lines.lowerBound
        ))
    }
    seen.insert(section)
  }

  private mutating func read(_ block: Markdown.Block, in section: String) {
    switch (section, block.kind) {
    case ("", .prose) where summary.isEmpty: summary = block.text
    case ("What to do", .prose) where advice.isEmpty: advice = block.text
    case ("Find", .code): find = (block.text, block.lines.lowerBound + 1)
    case (_, .code(let language)) where language == "yaml" && section != "Fix":
      examples.append(
        Rule.Example(
          heading: section, description: block.text, line: block.lines.lowerBound + 1,
          isCounterExample: section.hasPrefix(Self.counterExample)))
    default: break
    }
  }

  private mutating func check(_ seen: Set<String>) {
    if title.isEmpty { complaints.append(("the page has no title", "write `# The smell`", 1)) }
    if summary.isEmpty {
      complaints.append(("the page has no summary", "write one sentence below the title", 1))
    }
    for section in Self.sections where !seen.contains(section) && !Self.optional.contains(section) {
      complaints.append(("the page has no section `\(section)`", "write `## \(section)`", 1))
    }
    if seen.contains("Find"), find == nil {
      complaints.append(("`Find` has no query", "write a fenced block of sql below it", 1))
    }
    if !examples.contains(where: { !$0.isCounterExample }) {
      complaints.append(
        ("the page has no example", "write `## Example: ...` with a fenced block of yaml", 1))
    }
    if !examples.contains(where: \.isCounterExample) {
      complaints.append(
        (
          "the page has no counter-example",
          "write `## Counter-example: ...` with a fenced block of yaml", 1
        ))
    }
  }
}
