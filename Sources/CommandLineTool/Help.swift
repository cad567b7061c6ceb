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
    let flags = Flag.taken(by: command).map { flag in
      (flag.name + (flag.value.map { " " + $0 } ?? ""), flag.documentation)
    }
    let details = command.details.isEmpty ? "" : "\n\(command.details)\n"
    return "usage: \(command.usage)\n\n\(command.documentation)\n\(details)\n\(table(flags))\n"
  }

  /// Two columns, the second one broken into lines.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = min(28, rows.map(\.0.count).max() ?? 0)
    return rows.map { name, text in
      let margin = String(repeating: " ", count: width + 4)
      let lines = text.wrapped(width: 92 - width)
      let head = "  " + name + String(repeating: " ", count: max(2, width + 2 - name.count))
      return head + lines.joined(separator: "\n" + margin)
    }.joined(separator: "\n")
  }
}
