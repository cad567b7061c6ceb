package import Architecture
import Description
package import Findings
import RuleBook
package import Rules

/// The rules and the catalogue of one run: the built-in book and what a team adds.
package struct RuleSet: Sendable {
  /// All rules, sorted by id.
  package let rules: [Rule]
  /// All products.
  package let catalogue: Catalogue
  /// What is wrong with the pages.
  package let problems: [Problem]

  /// The book that is compiled into the program.
  package static let builtIn = RuleSet(pages: RuleBook.files)

  /// The rules of some pages: `theme/smell.md`, and `technologies/product.yaml`.
  package init(pages: [(path: String, text: String)]) {
    let rulePages = pages.filter { $0.path.hasSuffix(".md") }
    let half = rulePages.count / 2
    let (left, right) = onBothCores(
      { Self.read(rulePages[..<half]) }, { Self.read(rulePages[half...]) })
    let read = left + right
    self.init(
      rules: read.compactMap(\.rule),
      catalogue: Reading.catalogue(pages.filter { $0.path.hasSuffix(".yaml") }),
      problems: read.flatMap(\.problems))
  }

  private static func read(_ pages: ArraySlice<(path: String, text: String)>) -> [RulePage] {
    pages.map { RulePage(path: $0.path, text: $0.text) }
  }

  init(rules: [Rule], catalogue: Catalogue, problems: [Problem]) {
    self.rules = rules.sorted { $0.id < $1.id }
    self.catalogue = catalogue
    self.problems = problems
  }

  /// The set with a team's own pages added; a page with the id of another replaces it.
  package func adding(_ pages: [(path: String, text: String)]) -> RuleSet {
    let own = RuleSet(pages: pages)
    let ids = Set(own.rules.map(\.id))
    return RuleSet(
      rules: rules.filter { !ids.contains($0.id) } + own.rules,
      catalogue: own.catalogue.before(catalogue),
      problems: problems + own.problems
        + Reading.catalogueProblems(pages.filter { $0.path.hasSuffix(".yaml") }))
  }

  /// The rule with an id.
  package subscript(id: String) -> Rule? { rules.first { $0.id == id } }
}
