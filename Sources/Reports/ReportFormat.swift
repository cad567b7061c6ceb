import Review

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
    case .tap: "The Test Anything Protocol, version 13."
    case .csv: "A row per finding, for spreadsheets."
    case .html: "The review document, for a meeting; several descriptions make a portfolio."
    case .sqlite: "An SQLite file with findings and facts, to query."
    case .markdown: "A comment for a pull request, what is new first."
    }
  }

  /// The report in this format; nil for a database, which is no text.
  package func report(_ settings: ReportSettings) -> (any Report)? {
    switch self {
    case .sqlite: nil
    case .html: HTMLReport(settings)
    case .text: TextReport(settings)
    case .json: JSONReport(settings)
    case .sarif: SARIFReport(settings)
    case .github: GitHubReport(locate: settings.locate)
    case .gitlab: GitLabReport(locate: settings.locate)
    case .junit: JUnitReport(rules: settings.rules)
    case .checkstyle: CheckstyleReport()
    case .rdjson: RDJSONReport()
    case .tap: TAPReport(rules: settings.rules)
    case .csv: CSVReport()
    case .markdown:
      settings.isComplete ? MarkdownDocument(settings: settings) : MarkdownReport(settings)
    }
  }
}
