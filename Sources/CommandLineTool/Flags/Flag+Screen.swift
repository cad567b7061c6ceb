import Screens
import SourceText

extension Flag {
  /// Where the screen begins, and how it is looked at without a terminal.
  static let screenFlags: [Flag] = [
    Flag(
      name: "--view", value: "NAME",
      documentation: "Open the screen with a view: \(ScreenStart.views.joined(separator: ", ")).",
      choices: .words(ScreenStart.views), commands: [.review],
      apply: { (options, text) throws(UsageError) in
        guard ScreenStart.views.contains(text.lowercased()) else {
          throw UsageError(unknown: text, "view", ScreenStart.views)
        }
        options.start.view = text
      }),
    Flag(
      name: "--at", value: "MULTIPLE",
      documentation: "Open the screen with growth at a multiple of today's demand, such as 25x.",
      commands: [.review],
      apply: { (options, text) throws(UsageError) in
        guard let multiple = multiple(text) else {
          throw UsageError(message: "`\(text.printable)` is no multiple; write it as 25x")
        }
        options.start.multiple = multiple
        options.start.view = options.start.view ?? "growth"
      }),
    Flag(
      name: "--filter", value: "TEXT", documentation: "Open the screen with a filter.",
      commands: [.review],
      apply: { (options, text) in options.start.filter = text }),
    Flag(
      name: "--select", value: "TEXT",
      documentation: "Open the screen with the first row selected that has a text.",
      commands: [.review],
      apply: { (options, text) in options.start.selection = text }),
    Flag(
      name: "--script", value: "KEYS",
      documentation: "Press keys once the review is shown, such as 'j j Enter C-l'; a word that "
        + "names no key is typed.",
      commands: [.review],
      apply: { (options, text) in options.start.keys = KeyScript.keys(text) }),
    Flag(
      name: "--dump-screen", value: "FILE",
      documentation: "Write what the screen shows and end, without a terminal: with the escape "
        + "sequences of its looks where FILE ends in .ansi, to standard output where it is -.",
      choices: .files, commands: [.review],
      apply: { (options, text) in options.dump = text }),
    Flag(
      name: "--size", value: "WxH",
      documentation: "Columns and rows of --dump-screen (default 80x24).", commands: [.review],
      apply: { (options, text) throws(UsageError) in
        let parts = text.lowercased().split(separator: "x").map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1],
          (1...1000).contains(width), (1...1000).contains(height)
        else {
          throw UsageError(
            message: "`\(text.printable)` is no size up to 1000x1000; write it as 80x24")
        }
        options.size = (width, height)
      }),
    Flag(
      name: "--mouse", value: "on|off",
      documentation: "Let the wheel scroll and a click select, or leave the mouse to the terminal, "
        + "whose own selection works then (off, the default). M does both, too.",
      choices: .words(["on", "off"]), commands: [.review],
      apply: { (options, text) throws(UsageError) in
        guard ["on", "off"].contains(text) else {
          throw UsageError(unknown: text, "value of --mouse", ["on", "off"])
        }
        options.start.hasMouse = text == "on"
      }),
    Flag(
      name: "--ascii", value: nil, documentation: "Draw the screen with ASCII alone.",
      commands: [.review],
      apply: { (options, _) in options.isASCII = true }),
  ]
}
