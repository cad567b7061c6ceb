import Architecture
import Review
import SourceText

/// Why a number is what it is.
extension ReviewScreen {
  /// Opens what the selected value, or the number of the selected row, was computed from.
  mutating func openWhy() {
    let page = WhyPage(figure: figure)
    guard !page.lines(in: pageContext, width: layout.text.count - 2).all.isEmpty else {
      notices.notice = "there is no number here"
      return
    }
    open(page)
  }

  /// Opens the editor where the selected value is written.
  mutating func editFigure() -> [Effect] {
    guard let figure = selectedFigure(), let outline = contents?.outline,
      let fact = outline.architecture.facts(of: figure.element)[figure.property]
    else { return [] }
    guard let place = fact.span.map({ outline.sources.place(of: $0) }) else {
      notices.notice = "it is written nowhere: \(outline.words(fact, of: figure.property))"
      return []
    }
    return [.edit(path: place.path, line: place.start.line)]
  }
}
