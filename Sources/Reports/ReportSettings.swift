import Architecture
package import Review
import Rules

/// What a report knows before the first review.
package struct ReportSettings: Sendable {
  /// How many reviews there will be.
  package let count: Int
  private let book: RuleSet
  /// Whether the reader is a person at a terminal with colours.
  package var isColoured: Bool
  /// Whether to show everything instead of the most important.
  package let isComplete: Bool
  /// Whether a text is to hold the questions and nothing else.
  package let isInterview: Bool

  /// Findings that a text shows in full before the rest is folded to a line each.
  var shownInFull = 10
  /// The last change of the descriptions, in the words of whoever keeps them; nil where unknown.
  package var revision: String?
  /// How a reader of a text gets to see what is folded.
  var hints = Hints()

  /// What to do to see more.
  struct Hints: Sendable {
    var findings = "--all shows them in full"
    var questions = "check --questions shows how"
  }

  /// A path as the repository's other tools know it, from its root.
  let locate: @Sendable (_ path: String) -> String

  /// Settings from their parts.
  package init(
    count: Int, rules: RuleSet, isColoured: Bool = false, isComplete: Bool = false,
    isInterview: Bool = false,
    locate: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.locate = locate
    self.count = count
    book = rules
    self.isColoured = isColoured
    self.isComplete = isComplete
    self.isInterview = isInterview
  }

  /// The rules that run; read by then, or awaited.
  var rules: [Rule] { book.rules }
  /// The pages that a team added to the rule book.
  var ownPages: [(path: String, text: String)] { book.own }
  /// What reviewed: the program, and the rule book that is in it by its hash.
  var imprint: String {
    "\(Tool.name) \(Tool.version), \(rules.count) rules, rule book \(SHA256.ruleBook)"
  }
  /// How the growth that a document tells of is forecast; of many systems nothing is simulated.
  var documentGrowth: GrowthSimulation.Settings.When { count == 1 ? .whereModelsFail : .never }
  /// All products.
  var catalogue: Catalogue { book.catalogue }
}
