package import Review

/// How `tenfold history` shows a system over time.
package enum HistoryFormat: String, CaseIterable, Sendable {
  case text, csv, json, svg

  /// The history as text.
  package func render(
    _ history: ReviewHistory, isColoured: Bool = false, isUnicode: Bool = true
  ) -> String {
    switch self {
    case .text:
      HistoryTextReport(
        history: history, style: TextStyle(isColoured: isColoured),
        signs: GrowthSigns(isUnicode: isUnicode)
      ).render()
    case .csv: HistoryCSVReport(history: history).render()
    case .json: HistoryJSONReport(history: history).render()
    case .svg: HistoryPicture(history: history).markup
    }
  }
}
