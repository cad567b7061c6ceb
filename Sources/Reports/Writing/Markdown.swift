import SourceText

/// What comments in Markdown have in common.
enum Markdown {
  /// What GitHub takes of a comment: 65,536 characters, of which the last line needs some.
  static let capacity = ReportCapacity(pieces: .max, bytes: 65_000)

  /// What of a comment stays longest when not all fits.
  enum Rank: Int { case title, news, rest }

  /// The text as Markdown shows it: everything escaped that Markdown or HTML gives a meaning to.
  static func inert(_ text: String) -> String {
    unlinked(text).escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case gap: "&#8203;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "$": "\\\(scalar)"
      default: nil
      }
    }
  }

  /// A blank without a width, which nothing printable holds.
  private static let gap: Unicode.Scalar = "\u{200B}"

  /// The text, printable, with a blank without a width in all that becomes a link by itself.
  ///
  /// Forges look for these in what is shown, where no escape is left: addresses of pages and people
  /// (GitHub Flavored Markdown, 6.9), names of people and teams, issues as `#1` and `GH-1`, and
  /// hashes of commits (GitHub's documentation, "Autolinked references and URLs").
  static func unlinked(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let text = text.printable
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      let word = rest.prefix(while: isWordPart)
      rest = rest.dropFirst(max(1, word.count))
      guard !word.isEmpty else {
        result.append(first)
        let isLink = first == ":" && rest.starts(with: "//".unicodeScalars)
        if isLink || first == "@" || first == "#" { result.append(gap) }
        continue
      }
      let head = word.prefix(isHash(word) ? 3 : word.count)
      result.append(contentsOf: head)
      if head.count < word.count || isReference(word, before: rest) { result.append(gap) }
      result.append(contentsOf: word.dropFirst(head.count))
    }
    return String(result)
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a word may name a commit.
  private static func isHash(_ word: Scalars) -> Bool {
    (7...40).contains(word.count) && word.allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// Whether a word and what follows it become a link: `www.` and `GH-1`.
  private static func isReference(_ word: Scalars, before rest: Scalars) -> Bool {
    switch (String(word).lowercased(), rest.first) {
    case ("www", "."): true
    case ("gh", "-"): rest.dropFirst().first.map(isDigit) ?? false
    default: false
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
