import SourceText

/// What comments in Markdown have in common.
enum Markdown {
  /// What GitHub takes of a comment: 65,536 characters, of which the last line needs some.
  static let capacity = ReportCapacity(pieces: .max, bytes: 65_000)

  /// What of a comment stays longest when not all fits.
  enum Rank: Int { case title, news, rest }

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

  /// Items behind a title that opens them.
  static func folded(_ title: String, _ content: String) -> ReportPiece {
    ReportPiece(
      "\n<details><summary>\(title)</summary>\n\n\(content)\n</details>\n",
      rank: Rank.rest.rawValue)
  }

  /// What is said of pieces that did not fit.
  static func omission(_ left: Int) -> String {
    guard left > 0 else { return "" }
    return "\n\(left) more \(left == 1 ? "part" : "parts") left out for size.\n"
  }
}
