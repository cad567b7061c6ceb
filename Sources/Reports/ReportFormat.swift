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

  /// Where it writes a run with these settings.
  package func sink(_ settings: ReportSettings) -> ReportSink {
    switch self {
    case .html: .stream(HTMLReport(settings))
    case .text where settings.isInterview: .stream(InterviewReport(settings))
    case .text: .stream(TextReport(settings))
    case .json: .stream(JSONReport())
    case .sarif: .stream(SARIFReport(settings))
    case .github: .stream(GitHubReport(locate: settings.locate))
    case .gitlab: .stream(GitLabReport(locate: settings.locate))
    case .junit: .stream(JUnitReport(rules: settings.rules))
    case .checkstyle: .stream(CheckstyleReport())
    case .rdjson: .stream(RDJSONReport())
    case .tap: .stream(TAPReport(rules: settings.rules))
    case .csv: .stream(CSVReport())
    case .markdown where settings.isComplete: .stream(MarkdownDocument(settings: settings))
    case .markdown: .stream(MarkdownReport(settings))
    case .sqlite: .file(SQLiteFormat(catalogue: settings.count == 1 ? settings.catalogue : nil))
    }
  }
}
