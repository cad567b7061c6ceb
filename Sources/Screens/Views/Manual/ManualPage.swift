/// The page of a rule.
struct ManualPage: Page {
  let rule: String
  let text: String
  let mode = Mode.manual
  let isAboutEntry = true

  func crumb(in context: PageContext) -> String { rule }

  func lines(in context: PageContext, width: Int) -> Lines {
    ManualText(text, width: width).lines
  }
}
