/// One file per output format: reviews in, text out.
///
/// Pure: a report opens no file and asks no clock, so the same input gives the same bytes.

package import Architecture
package import Facts
package import Review
package import Rules

/// What a report is made from.
package struct ReportInput: Sendable {
  /// The reviews, one per description, in the order they were asked for.
  package let reviews: [Review]
  /// The rules that ran.
  package let rules: [Rule]
  /// Whether the reader is a person at a terminal with colours.
  package let isColoured: Bool
  /// Whether to show everything instead of the most important.
  package let isComplete: Bool
  /// What is known about products, for formats that hold the facts; nil when they need not.
  package let catalogue: Catalogue?

  /// Input from its parts.
  package init(
    reviews: [Review], rules: [Rule], isColoured: Bool = false, isComplete: Bool = false,
    catalogue: Catalogue? = nil
  ) {
    self.catalogue = catalogue
    self.reviews = reviews
    self.rules = rules
    self.isColoured = isColoured
    self.isComplete = isComplete
  }
}

/// An output format of `tenfold check`.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github, gitlab, junit, checkstyle, rdjson, tap, csv, markdown, html,
    sqlite

  /// One line of manual.
  package var documentation: String {
    switch self {
    case .text: "For people: ranked findings with excerpt, arithmetic and advice."
    case .json: "One object per run, keys with their unit."
    case .sarif: "SARIF 2.1.0, for code scanning and editors."
    case .github: "Annotations of GitHub Actions."
    case .gitlab: "GitLab's Code Quality report."
    case .junit: "JUnit's XML, for CI servers that show tests."
    case .checkstyle: "Checkstyle's XML, for CI servers that show warnings."
    case .rdjson: "reviewdog's diagnostics, for comments on changed lines."
    case .tap: "The Test Anything Protocol, version 14."
    case .csv: "A row per finding, for spreadsheets."
    case .html: "The review document, for a meeting; several descriptions make a portfolio."
    case .sqlite: "An SQLite file with findings and facts, to query."
    case .markdown: "A comment for a pull request, what is new first."
    }
  }

  /// Whether the report shows the model itself, not only what was found in it.
  package var needsModel: Bool { self == .html || self == .sqlite }

  /// Whether the report is a text that people can read.
  package var isText: Bool { self != .sqlite }

  /// The report's bytes; only a database can fail, for want of memory.
  package func render(_ input: ReportInput) throws(QueryFailure) -> [UInt8] {
    self == .sqlite ? try SQLiteReport(input).render() : Array(text(input).utf8)
  }

  private func text(_ input: ReportInput) -> String {
    switch self {
    case .sqlite: ""
    case .html: HTMLReport(input).render()
    case .text: TextReport(input).render()
    case .json: JSONReport(input).render()
    case .sarif: SARIFReport(input).render()
    case .github: GitHubReport(input).render()
    case .gitlab: GitLabReport(input).render()
    case .junit: JUnitReport(input).render()
    case .checkstyle: CheckstyleReport(input).render()
    case .rdjson: RDJSONReport(input).render()
    case .tap: TAPReport(input).render()
    case .csv: CSVReport(input).render()
    case .markdown: MarkdownReport(input).render()
    }
  }
}

/// The program's name and version, as reports state them.
package enum Tool {
  package static let name = "tenfold"
  package static let version = "0.1.0"
}
