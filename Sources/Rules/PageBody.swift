import SourceText

/// What a page says from its title up to its examples.
struct PageBody {
  private(set) var title = ""
  private(set) var summary = ""
  private(set) var advice = ""
  private(set) var find: String?
  /// What is wrong: message, remedy and line.
  private(set) var complaints: [(String, String, Int)] = []

  /// Sections in the order of the page; the examples come after them.
  static let sections = ["Find", "Why it hurts", "What to do", "When it is fine", "Fix"]
  private static let optional: Set<String> = ["Fix"]

  /// Reads the lines after the front matter, up to the first example.
  init(_ page: SourceText, after frontMatter: Int) {
    var section = ""
    var seen: Set<String> = []
    let examples = PageExamples.headings(page)
    let end = examples.map(\.line).min() ?? page.lineCount + 1
    Markdown.walk(page.markdown(lines: frontMatter + 1..<end)) { block in
      if case .heading(let level) = block.kind {
        if level == 1 { title = block.text }
        guard level == 2 else { return }
        section = block.text
        open(section, block.line, &seen)
      } else {
        read(block, in: section)
      }
    }
    check(seen, examples)
  }

  private mutating func open(_ section: String, _ line: Int, _ seen: inout Set<String>) {
    seen.insert(section)
    guard !Self.sections.contains(section) else { return }
    let known = Self.sections.joined(separator: ", ")
    complaints.append(
      (
        "a page has no section `\(section)`",
        suggestion(for: section, among: Self.sections).map { "did you mean `\($0)`?" }
          ?? "its sections are \(known), Example and Counter-example", line
      ))
  }

  private mutating func read(_ block: Markdown.Block, in section: String) {
    switch (section, block.kind) {
    case ("", .prose) where summary.isEmpty: summary = block.text
    case ("What to do", .prose) where advice.isEmpty: advice = block.text
    case ("Find", .code): find = block.text
    default: break
    }
  }

  private mutating func check(_ seen: Set<String>, _ examples: [PageExamples.Heading]) {
    func complain(_ message: String, _ remedy: String) { complaints.append((message, remedy, 1)) }
    if title.isEmpty { complain("the page has no title", "write `# The smell`") }
    if summary.isEmpty { complain("the page has no summary", "write one sentence below the title") }
    for section in Self.sections where !seen.contains(section) && !Self.optional.contains(section) {
      complain("the page has no section `\(section)`", "write `## \(section)`")
    }
    if seen.contains("Find"), find == nil {
      complain("`Find` has no query", "write a fenced block of sql below it")
    }
    for (isCounter, word) in [(false, "Example"), (true, "Counter-example")]
    where !examples.contains(where: { $0.isCounterExample == isCounter }) {
      complain(
        "the page has no \(word.lowercased())",
        "write `## \(word): ...` with a fenced block of yaml")
    }
  }
}
