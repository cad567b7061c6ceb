/// Everything there is to say about the selected entry.
struct DetailPage: Page {
  let mode = Mode.detail
  let isAboutEntry = true

  func crumb(in context: PageContext) -> String {
    "\(context.view.noun) \(context.list.index + 1) of \(context.list.rows.count)"
  }

  func lines(in context: PageContext, width: Int) -> Lines {
    guard let entry = context.list.selected, let contents = context.contents else {
      return Lines(width: width)
    }
    return context.view.detail(of: entry, in: contents, width: width)
  }
}
