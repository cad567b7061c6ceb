/// The lines of the files that differ once something is written.
struct DifferencePage: Page {
  let text: String
  let mode = Mode.proposal
  let isAboutEntry = false

  func crumb(in context: PageContext) -> String { "Write this?" }

  func lines(in context: PageContext, width: Int) -> Lines {
    var lines = Lines(width: width)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let role: Role =
        line.hasPrefix("+") ? .strong : line.hasPrefix("-") ? .caret : .dim
      lines.add(Lines.Run(text: String(line), role: role))
    }
    return lines
  }
}
