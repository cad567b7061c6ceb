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
      guard line.count > width else {
        lines.add(Lines.Run(text: String(line), role: role))
        continue
      }
      // What has no room in a line goes on below it, behind the sign and the indentation.
      let head = line.prefix(1) + line.dropFirst().prefix { $0 == " " }
      lines.add(
        String(line.dropFirst(head.count)), role, head: Lines.Run(text: String(head), role: role))
    }
    return lines
  }
}
