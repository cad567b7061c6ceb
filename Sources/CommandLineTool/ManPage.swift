import Reports

/// The manual page, in the macros of man(7), made from the tables of commands and flags.
enum ManPage {
  static var text: String {
    var lines = [
      ".TH TENFOLD 1 \"\" \"\(Tool.name) \(Tool.version)\" \"User Commands\"",
      ".SH NAME", "tenfold \\- review the architecture that a file describes", ".SH SYNOPSIS",
    ]
    for command in Command.allCases { lines += [".B \(escaped(command.usage))", ".br"] }
    lines += [".SH DESCRIPTION", escaped(Help.summary), ".SH COMMANDS"]
    for command in Command.allCases {
      lines += [".TP", ".B \(escaped(command.usage))", escaped(command.documentation)]
      if !command.details.isEmpty {
        lines.append(escaped(command.details.replacing("\n", with: " ")))
      }
    }
    lines.append(".SH OPTIONS")
    for flag in Flag.all {
      let value = flag.value.map { " " + $0 } ?? ""
      let commands = flag.commands.map(\.rawValue).joined(separator: ", ")
      lines += [
        ".TP", ".B \(escaped(flag.name + value))", escaped(flag.documentation),
        "Commands: \(escaped(commands)).",
      ]
    }
    lines += [
      ".SH EXIT STATUS", ".TP", ".B 0", "Nothing found at or above the gate.", ".TP", ".B 1",
      "Findings at or above it, or another gate was tripped; standard error names it.", ".TP",
      ".B 2", "The job could not be done.", ".SH FILES", ".TP", ".I .tenfold.yaml",
      "A project's settings: gates, severities, parameters of rules.", ".TP",
      ".I .tenfold\\-accepted.yaml", "Findings somebody decided to live with.",
      ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "When set, output has no colours.", ".TP",
      ".B VISUAL\\fR, \\fBEDITOR", "The editor that the screen opens.",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Text that roff prints as it is: no escapes, no hyphenated minus, no leading control character.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
