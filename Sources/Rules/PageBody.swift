import SourceText

/// What a page says from its title up to its examples.
struct PageBody {
  let title: String
  /// The lines that hold title and summary.
  let head: Range<Int>
  /// The lines below `What to do`.
  let advice: Range<Int>
  let find: String?
  /// Where the query starts on the page, in bytes.
  let findStart: Int
  /// What is wrong: message, remedy and line.
  private(set) var complaints: [(String, String, Int)] = []

  /// Sections in the order of the page; the examples come after them.
  static let sections = ["Find", "Why it hurts", "What to do", "When it is fine", "Fix"]
  private static let optional: Set<String> = ["Fix"]

  /// Reads what follows the front matter; of a page that is known to be right, only that.
  init(_ page: SourceText, after frontMatter: Int, isKnownRight: Bool) {
    let outline = PageOutline(page, after: frontMatter, withExamples: !isKnownRight)
    func lines(_ title: String) -> Range<Int> {
      outline.sections.first { $0.title == title }?.body ?? 0..<0
    }
    (title, head) = (outline.title, outline.head)
    advice = lines("What to do")
    let code = outline.sections.first { $0.title == "Find" }?.code ?? 0..<0
    let query = page.markdown(lines: code)
    find = query.isEmpty ? nil : query
    findStart = page.lineRange(code.lowerBound).lowerBound
    if !isKnownRight { check(outline) }
  }

  private mutating func check(_ outline: PageOutline) {
    func complain(_ message: String, _ remedy: String, _ line: Int = 1) {
      complaints.append((message, remedy, line))
    }
    let texts = outline.sections.filter { !$0.isExample && !$0.isCounterExample }
    for section in texts where !Self.sections.contains(section.title) {
      complain(
        "a page has no section `\(section.title)`",
        suggestion(for: section.title, among: Self.sections).map(didYouMean)
          ?? "its sections are \(Self.sections.joined(separator: ", ")), "
          + "Example and Counter-example", section.line)
    }
    if title.isEmpty { complain("the page has no title", "write `# The smell`") }
    if !outline.hasSummary {
      complain("the page has no summary", "write one sentence below the title")
    }
    let seen = Set(texts.map(\.title))
    for section in Self.sections where !seen.contains(section) && !Self.optional.contains(section) {
      complain("the page has no section `\(section)`", "write `## \(section)`")
    }
    if seen.contains("Find"), find == nil {
      complain("`Find` has no query", "write a fenced block of sql below it")
    }
    for (isThere, word) in [
      (outline.sections.contains(where: \.isExample), "Example"),
      (outline.sections.contains(where: \.isCounterExample), "Counter-example"),
    ] where !isThere {
      complain(
        "the page has no \(word.lowercased())",
        "write `## \(word): ...` with a fenced block of yaml")
    }
  }
}
