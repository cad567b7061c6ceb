import Review

/// What a number was computed from: of the selected row, or of a value in its text.
struct WhyPage: Page {
  /// The value; nil for the number of the row.
  let figure: Figure?
  let mode = Mode.why
  let isAboutEntry = true

  func crumb(in context: PageContext) -> String { "Why" }

  func lines(in context: PageContext, width: Int) -> Lines {
    guard let entry = context.list.selected, let contents = context.contents else {
      return Lines(width: width)
    }
    guard let figure else {
      return context.view.why(entry, in: contents, width: width) ?? Lines(width: width)
    }
    guard let outline = contents.outline else { return Lines(width: width) }
    var text = WhyText(outline.today, outline, width: width)
    text.add(figure)
    return text.lines
  }
}
