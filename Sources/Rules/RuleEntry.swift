import SourceText

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
