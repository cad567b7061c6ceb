package import Architecture
import Description
import Findings
package import Import
import RuleBook
package import Rules
package import SourceText

/// The rules and the catalogue of one run: the built-in book and what a team adds.
package struct RuleSet: Sendable {
  /// The pages that a team added.
  package private(set) var own: [(path: String, text: String)] = []
  private let products: Lazy<Catalogue>
  private let book: Lazy<Book>

  /// Rules by id, and what is wrong with their pages.
  private struct Book: Sendable {
    let entries: [RuleEntry]
    let problems: [Problem]
    let rules: Lazy<[Rule]>

    init(_ entries: [RuleEntry], _ problems: [Problem] = []) {
      let sorted = entries.sorted { $0.id < $1.id }
      self.entries = sorted
      self.problems = problems
      rules = Lazy { sorted.compactMap(\.rule) }
    }
  }

  /// All products.
  package var catalogue: Catalogue { products.value }

  /// All rules, sorted by id.
  package var rules: [Rule] { book.value.rules.value }

  /// The same, each read when somebody asks what it says.
  package var entries: [RuleEntry] { book.value.entries }

  /// What is wrong with the pages.
  package var problems: [Problem] { book.value.problems }

  /// The catalogue that is compiled into the program, for those who need no rules.
  package static let builtInCatalogue = catalogue(RuleBook.files)

  /// The catalogue of some pages.
  package static func catalogue(_ pages: [(path: String, text: String)]) -> Catalogue {
    CatalogueReader.catalogue(pages.filter(isProduct))
  }

  /// Whether a page is about a product.
  private static func isProduct(_ page: (path: String, text: String)) -> Bool {
    page.path.hasSuffix(".yaml") && !page.path.contains("imports/")
  }

  /// What reads the formats of other tools, by the catalogue and the pages of formats.
  package var importer: Importer { Importer(catalogue, FormatPages(RuleBook.files + own)) }

  /// The same by another catalogue and the pages that are compiled into the program.
  package static func importer(of catalogue: Catalogue) -> Importer {
    Importer(catalogue, FormatPages(RuleBook.files))
  }

  /// The book that is compiled into the program.
  package static let builtIn = RuleSet(pages: RuleBook.files, areKnownRight: true)

  /// The pages of that book.
  package static var builtInPages: [(path: String, text: String)] { RuleBook.files }

  /// The rules of some pages: `theme/smell.md`, and `technologies/product.yaml`.
  ///
  /// Catalogue and rules are read by who first needs them: a description needs the catalogue, and
  /// while it is read there is time for the rules. Of pages that are known to be right, because a
  /// test has read them, each is read when a description needs it, and its sources when they are
  /// shown.
  package init(pages: [(path: String, text: String)], areKnownRight: Bool = false) {
    book = Lazy {
      let pages = pages.filter { $0.path.hasSuffix(".md") }
      if areKnownRight { return Book(pages.map { RuleEntry(path: $0.path, text: $0.text) }) }
      let read = pages.map { RulePage(path: $0.path, text: $0.text) }
      return Book(read.compactMap(\.rule).map { RuleEntry($0) }, read.flatMap(\.problems))
    }
    products = Lazy { Self.catalogue(pages) }
  }

  init(rules: [Rule], catalogue: Catalogue, problems: [Problem]) {
    products = Lazy { catalogue }
    book = Lazy { Book(rules.map { RuleEntry($0) }, problems) }
  }

  /// The catalogue with some of the rules.
  package func only(_ isWanted: (Rule) -> Bool) -> RuleSet {
    RuleSet(rules: rules.filter(isWanted), catalogue: catalogue, problems: [])
  }

  /// The set with a team's own pages added, and what is already known to be wrong with them.
  ///
  /// A page with the id of a built-in rule replaces it where pages are tested; elsewhere that is a
  /// mistake of the page.
  package func adding(
    _ pages: [(path: String, text: String)], problems known: [Problem] = [],
    replacing: Bool = false
  ) -> RuleSet {
    let new = RuleSet(pages: pages)
    let (added, found) = check(new.rules, replacing: replacing)
    let ids = Set(added.map(\.id))
    var set = RuleSet(
      rules: rules.filter { !ids.contains($0.id) } + added,
      catalogue: new.catalogue.before(catalogue),
      problems: problems + known + new.problems + found
        + CatalogueReader.problems(pages.filter(Self.isProduct)))
    set.own = own + pages
    return set
  }

  /// The rule with an id.
  package subscript(id: String) -> Rule? { entries.first { $0.id == id }?.rule }
}
