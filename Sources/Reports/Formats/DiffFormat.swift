package import Review

/// How `tenfold diff` says what changed.
package enum DiffFormat: String, CaseIterable, Sendable {
  case text, markdown, json

  /// The difference as text.
  package func render(_ diff: ReviewDiff) -> String {
    switch self {
    case .text: DiffReport(diff).text
    case .markdown: DiffReport(diff).markdown
    case .json: DiffJSONReport(diff: diff).render()
    }
  }
}
