import SourceText

/// A call of the program, parsed: command, flags and the rest.
struct Arguments: Sendable {
  var command = Command.help
  var options = Options()
  var operands: [String] = []

  /// Reads the words after the program's name; `--name value` and `--name=value` are the same.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var operandsOnly = false
    while let word = rest.popFirst() {
      if operandsOnly || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        operandsOnly = true
      } else {
        try readFlag(word, &rest)
      }
    }
    guard let first = operands.first else {
      command = .help
      return
    }
    if let named = Command(rawValue: first), named != .review || operands.count > 1 {
      command = named
      operands.removeFirst()
    } else {
      command = .review
      try checkReview(first)
    }
  }

  private mutating func readFlag(_ word: String, _ rest: inout ArraySlice<String>)
    throws(UsageError)
  {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let name =
      ["-h": "--help", "-o": "--output", "--colour": "--color", "--version": "version"][parts[0]]
      ?? parts[0]
    if name == "version" {
      operands.insert("version", at: 0)
      return
    }
    guard let flag = Flag.all.first(where: { $0.name == name }) else {
      let near = suggestion(for: name, among: Flag.all.map(\.name))
      throw UsageError(
        message: "there is no flag \(name.printable)"
          + (near.map { "; did you mean \($0)?" } ?? "; `tenfold help` lists them"))
    }
    guard let form = flag.value else {
      guard parts.count == 1 else { throw UsageError(message: "\(name) takes no value") }
      try flag.apply(&options, "")
      return
    }
    guard let value = parts.dropFirst().first ?? rest.popFirst() else {
      throw UsageError(message: "\(name) needs a value: \(name) \(form)")
    }
    try flag.apply(&options, value)
  }

  /// A word that is neither a command nor a path is probably a misspelt command.
  private func checkReview(_ word: String) throws(UsageError) {
    guard !word.contains("."), !word.contains("/"), word != "-", !Files.isThere(word) else {
      return
    }
    let near = suggestion(for: word, among: Command.allCases.map(\.rawValue))
    throw UsageError(
      message: "there is no command or file `\(word.printable)`; "
        + (near.map { "did you mean `tenfold \($0)`?" } ?? "`tenfold help` lists the commands"))
  }
}
