import SourceText

/// What follows `# tenfold: accept`, taken apart: `theme/smell key="a value" ...: the reason`.
struct AcceptanceComment {
  private(set) var rule = ""
  private(set) var terms: [Term] = []
  private(set) var reason = ""

  /// `key=value`; nil for the value of a word without `=`.
  struct Term {
    let word: String
    let key: String
    let value: String?

    init(_ word: String) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      self.word = word
      key = parts.first ?? ""
      value = parts.count == 2 ? parts[1] : nil
    }
  }

  /// Blanks and colons in double quotes are part of a value; a colon that ends a word ends all.
  init(_ text: String) {
    var words = [""]
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: words[words.count - 1].append(character)
      case ":" where rest.first?.isWhitespace ?? true:
        reason = rest.trimmed
        rest = ""
      case _ where character.isWhitespace: words.append("")
      default: words[words.count - 1].append(character)
      }
    }
    words.removeAll(where: \.isEmpty)
    rule = words.first ?? ""
    terms = words.dropFirst().map(Term.init)
  }
}
