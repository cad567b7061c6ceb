import Findings
package import SourceText

/// Reads pages of rules; everything wrong with a page has its line and column.
package struct RulePage: Sendable {
  /// The rule; nil when the page is too broken to run.
  package private(set) var rule: Rule?
  /// What is wrong with the page.
  package private(set) var problems: [Problem] = []

  /// Reads one page; its id comes from the last two parts of its path.
  ///
  /// Of a page that is known to be right, the sources are left unread until somebody asks for them:
  /// they are half of what stands above the title.
  package init(path: String, text: String, isKnownRight: Bool = false) {
    let source = SourceText(path: path, text: text)
    var parser = PageParser(source: source, isKnownRight: isKnownRight)
    rule = parser.parse()
    problems = parser.problems
  }

  /// The page of a rule that was read.
  init(_ rule: Rule) { self.rule = rule }
}

/// A rule of a book, whose page is read when somebody asks what it says.
package struct RuleEntry: Sendable {
  /// `theme/smell`, from the page's place in the book.
  package let id: String
  /// Words of which a description has to have one for the rule to say anything of it, as
  /// `Architecture.words()` has them; nil where it may say something of any.
  package let needs: [String]?
  private let page: Lazy<RulePage>

  /// The rule of a page that is known to be right, because a test has read it.
  package init(path: String, text: String) {
    id = PageParser.id(of: path)
    needs = Self.needs(in: text)
    page = Lazy { RulePage(path: path, text: text, isKnownRight: true) }
  }

  /// A rule that was read.
  package init(_ rule: Rule) {
    id = rule.id
    needs = rule.needs
    page = Lazy { RulePage(rule) }
  }

  /// The rule, read now or before; nil where the page is too broken.
  package var rule: Rule? { page.value.rule }

  /// Whether the rule may say something of a description that is made of some words.
  package func isAbout(_ words: Set<String>) -> Bool {
    needs.map { $0.contains(where: words.contains) } ?? true
  }

  private static let start = "---\nneeds: ["

  /// What the first line of the front matter says it needs, where it says that.
  ///
  /// Pages of the built-in book that need something say so in front, so that they need not be read
  /// where that is missing.
  private static func needs(in text: String) -> [String]? {
    guard text.utf8.starts(with: start.utf8) else { return nil }
    let list = text.utf8.dropFirst(start.utf8.count).prefix { $0 != UInt8(ascii: "]") }
    return list.split(separator: UInt8(ascii: ",")).map { word in
      String(Substring(word.drop { $0 == UInt8(ascii: " ") }))
    }
  }
}

/// The state of reading one page.
struct PageParser {
  let source: SourceText
  private let isKnownRight: Bool
  private(set) var problems: [Problem] = []

  init(source: SourceText, isKnownRight: Bool) {
    self.source = source
    self.isKnownRight = isKnownRight
  }

  mutating func parse() -> Rule? {
    guard let end = frontMatterEnd() else {
      // What is no page may be anything, and is not quoted.
      let place = SourceText(path: source.path, text: "").place(of: 0..<0)
      complain(
        "no-front-matter", "a page starts with its front matter", "`---`, keys, `---`", at: place)
      return nil
    }
    let front = FrontMatter(source, lines: isKnownRight ? sourcesStart(before: end) : end)
    problems += front.problems
    guard front.isRecognised else { return nil }
    let body = PageBody(source, after: end, isKnownRight: isKnownRight)
    for (message, remedy, line) in body.complaints {
      complain("page-section", message, remedy, line: line)
    }
    guard let severity = front.severity, let message = front.message, let find = body.find else {
      if front.severity == nil {
        complain("page-severity", "the page has no severity", "write `severity: high`", line: 1)
      }
      if front.message == nil {
        complain(
          "page-message", "the page has no message", "write `message: \"{element} ...\"`", line: 1)
      }
      return nil
    }
    return Rule(
      id: Self.id(of: source.path), needs: front.needs, severity: severity, since: front.since,
      title: body.title, head: body.head,
      message: Template(message), arithmetic: front.arithmetic.map(Template.init),
      inputs: front.inputs, parameters: front.parameters, isNeverLowered: front.isNeverLowered,
      explains: front.explains, also: front.also, loadOn: front.loadOn,
      exceptions: front.exceptions, fix: front.fix, find: find, findStart: body.findStart,
      adviceLines: body.advice, page: source, frontMatterEnd: end)
  }

  /// `theme/smell` of `.../theme/smell.md`.
  static func id(of path: String) -> String {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).suffix(2)
    let id = parts.map { String(Substring($0)) }.joined(separator: "/")
    return id.hasSuffix(".md") ? String(id.dropLast(3)) : id
  }

  /// The line of the `---` that closes the front matter.
  private func frontMatterEnd() -> Int? {
    guard line(1) == "---" else { return nil }
    return (2...max(2, source.lineCount)).first { line($0) == "---" }
  }

  /// The line on which the sources start, where nothing stands behind them but the end.
  private func sourcesStart(before end: Int) -> Int {
    let last = (2..<end).last { !(line($0).first.map { $0 == " " } ?? true) }
    return last.flatMap { line($0) == "sources:" ? $0 : nil } ?? end
  }

  private func line(_ number: Int) -> String { source.string(source.lineRange(number)) }

  private mutating func complain(_ code: String, _ message: String, _ remedy: String, line: Int) {
    complain(code, message, remedy, at: source.place(of: source.lineRange(line)))
  }

  private mutating func complain(
    _ code: String, _ message: String, _ remedy: String, at place: SourcePlace
  ) {
    problems.append(
      Problem(.error, code, message, remedy: remedy, place: place, path: source.path))
  }
}
