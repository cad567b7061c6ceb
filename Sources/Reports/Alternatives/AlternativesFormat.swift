package import Review

/// How `tenfold compare` shows designs side by side.
package enum AlternativesFormat: String, CaseIterable, Sendable {
  case text, markdown, html, json

  /// The comparison as text.
  package func render(
    _ alternatives: Alternatives, isColoured: Bool = false, isComplete: Bool = false
  ) -> String {
    switch self {
    case .text:
      AlternativesTextReport(
        alternatives: alternatives, style: TextStyle(isColoured: isColoured),
        isComplete: isComplete
      ).render()
    case .markdown: MarkdownWriter.text(alternatives.chapter)
    case .html: alternatives.page.markup
    case .json: AlternativesJSONReport(alternatives: alternatives).render()
    }
  }
}
