import SourceText

/// The help texts, made from the tables of commands and flags.
enum Help {
  /// What the program is for.
  static let summary =
    "Tenfold reviews the architecture a file describes: what breaks when demand grows tenfold, and "
    + "what to change."

  static var overview: String {
    let commands = Command.allCases.map { ($0.usage, $0.documentation) }
    return """
      \(summary.wrapped(width: 92).joined(separator: "\n"))

      \(table(commands))

      `tenfold help COMMAND` shows a command's flags.

      """
  }

  static func text(_ command: Command) -> String {
    let flags = Flag.taken(by: command).map { ($0.heading, $0.documentation) }
    let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
    return "usage: \(command.usage)\n\n\(command.documentation)\n\(details)\n\(table(flags))\n"
  }

  /// Two columns, the second one broken into lines; a name that is too long has its own line.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = min(28, rows.map(\.0.count).max() ?? 0)
    let margin = "\n" + String(repeating: " ", count: width + 4)
    return rows.map { name, text in
      let gap = name.count > width ? margin : String(repeating: " ", count: width + 2 - name.count)
      return "  " + name + gap + text.wrapped(width: 92 - width).joined(separator: margin)
    }.joined(separator: "\n")
  }
}
