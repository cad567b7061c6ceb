/// All keys of the screen.
struct HelpPage: Page {
  let mode = Mode.help
  let isAboutEntry = false

  func crumb(in context: PageContext) -> String { "Keys" }

  func lines(in context: PageContext, width: Int) -> Lines {
    HelpText(context.keys, width: width).lines
  }
}
