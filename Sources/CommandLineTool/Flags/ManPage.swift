import Reports
import SourceText

/// The manual page, in the macros of man(7), made from the tables of commands and flags.
enum ManPage {
  static var text: String {
    var lines = [
      ".TH TENFOLD 1 \(Tool.date) \"\(Tool.name) \(Tool.version)\" \"User Commands\"",
      ".SH NAME", "tenfold \\- review the architecture that a file describes", ".SH SYNOPSIS",
    ]
    for command in Command.allCases {
      lines += (command == Command.allCases.first ? [] : [".br"]) + [bold(command.usage)]
    }
    lines += [".SH DESCRIPTION"] + filled(Help.summary) + [".SH COMMANDS"]
    for command in Command.allCases {
      lines += [".TP", bold(command.usage)] + filled(command.documentation)
      lines += filled(command.details)
    }
    lines.append(".SH OPTIONS")
    for flag in Flag.all {
      let commands = flag.commands.map(\.rawValue).joined(separator: ", ")
      lines += [".TP", bold(flag.heading)] + filled(flag.documentation)
      lines += filled("Commands: \(commands).")
    }
    lines += [
      ".SH EXIT STATUS", ".TP", ".B 0", "Nothing found at or above the gate.", ".TP", ".B 1",
      "Findings at or above it, or another gate was tripped; standard error names it.", ".TP",
      ".B 2", "The job could not be done.", ".SH FILES", ".TP", ".I .tenfold.yaml",
      "A project's settings: gates, severities, parameters of rules.", ".TP",
      ".I .tenfold\\-accepted.yaml", "Accepted risks.",
      ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "When set, output has no colours.", ".TP",
      ".B VISUAL\\fR, \\fBEDITOR", "The editor that the screen opens.",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func bold(_ text: String) -> String { ".B \(escaped(text))" }

  /// Lines of text that roff fills again: none is a request, and none is longer than 80 bytes.
  private static func filled(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return escaped(text.replacing("\n", with: " ")).wrapped(width: 78).map { line in
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
  }

  /// Text that roff prints as it is: no escapes, no hyphenated minus.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}
