import SourceText

/// What comments in Markdown have in common.
enum Markdown {
  /// The text as Markdown shows it: everything escaped that Markdown or HTML gives a meaning to.
  ///
  /// GitHub looks for names of people and issues in what is shown, where no escape is left; a blank
  /// without a width keeps it from finding any.
  static func inert(_ text: String) -> String {
    text.printable.escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "@", "#": "\(scalar)&#8203;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!": "\\\(scalar)"
      default: nil
      }
    }
  }
}
