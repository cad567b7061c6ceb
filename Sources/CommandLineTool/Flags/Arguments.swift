import Description
import SourceText

/// A call of the program, parsed: command, flags and the rest.
struct Arguments: Sendable {
  /// Nil when neither a command nor a file is named.
  var command: Command?
  var options = Options()
  var operands: [String] = []

  /// Reads the words after the program's name; `--name value` and `--name=value` are the same.
  ///
  /// Flags may stand before the command that they are for.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var flags: [(forms: [Flag], value: String)] = []
    var operandsOnly = false
    while let word = rest.popFirst() {
      if operandsOnly || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        operandsOnly = true
      } else if word == "--version" {
        operands.insert("version", at: 0)
      } else {
        flags.append(try Self.flag(word, &rest))
      }
    }
    try takeCommand()
    try apply(flags)
    try checkOperands()
  }

  /// The forms that a flag has, for one command or another, and the value that was given.
  private static func flag(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> (forms: [Flag], value: String) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let forms = Flag.all.filter { ([$0.name] + $0.aliases).contains(parts[0]) }
    guard let flag = forms.first else {
      let near = suggestion(for: parts[0], among: Flag.all.map(\.name))
      throw UsageError(
        message: "there is no flag \(parts[0].printable)"
          + (near.map { "; did you mean \($0)?" } ?? "; `tenfold help` lists them"))
    }
    guard let form = flag.value else {
      guard parts.count == 1 else { throw UsageError(message: "\(flag.name) takes no value") }
      return (forms, "")
    }
    if let usual = flag.usualValue, parts.count == 1, !isValue(rest.first) {
      return (forms, usual)
    }
    guard let value = parts.dropFirst().first ?? rest.popFirst() else {
      throw UsageError(message: "\(flag.name) needs a value: \(flag.name) \(form)")
    }
    return (forms, value)
  }

  /// Whether a word behind a flag that needs no value is its value: it is no flag, and no
  /// description.
  private static func isValue(_ word: String?) -> Bool {
    guard let word else { return false }
    return !word.hasPrefix("-") && !word.hasPrefix(".") && !word.hasPrefix("/")
      && !DescriptionName.fits(word)
  }

  /// The first operand is the command, unless it is a file to review.
  private mutating func takeCommand() throws(UsageError) {
    guard let first = operands.first else { return }
    if let named = Command(rawValue: first), named != .review || operands.count > 1 {
      command = named
      operands.removeFirst()
    } else {
      command = .review
      try checkReview(first)
    }
  }

  /// Does what the flags say; one that only other commands take is a mistake, not nothing.
  private mutating func apply(_ flags: [(forms: [Flag], value: String)]) throws(UsageError) {
    options.isHelp = flags.contains { $0.forms[0].name == "--help" }
    guard !options.isHelp else { return }
    let command = command ?? .help
    for (forms, value) in flags {
      guard let flag = forms.first(where: { $0.commands.contains(command) }) else {
        let all = forms.flatMap(\.commands)
        let named = all.filter { $0 != .review }
        let takers = (named.isEmpty ? all : named).map { "`\($0.call)`" }
        let verb = takers.count == 1 ? "does" : "do"
        throw UsageError(
          message: "`\(command.call)` does not take \(forms[0].name); "
            + "\(takers.joined(separator: ", ")) \(verb); "
            + "`tenfold help \(command.rawValue)` shows its flags")
      }
      try flag.apply(&options, value)
    }
  }

  /// What a command does not look at is a mistake, not nothing.
  private func checkOperands() throws(UsageError) {
    guard !options.isHelp, let command, let most = command.mostOperands, operands.count > most
    else { return }
    throw UsageError(
      message: "`\(operands[most].printable)` is one too many: \(command.usage)")
  }

  /// A word that is neither a command nor a path is probably a misspelt command.
  private func checkReview(_ word: String) throws(UsageError) {
    guard !word.contains("."), !word.contains("/"), word != "-", !Files.isThere(word) else {
      return
    }
    let near = suggestion(for: word, among: Command.allCases.map(\.rawValue))
    throw UsageError(
      message: "there is no command or file `\(word.printable)`; "
        + (near.map { didYouMean("tenfold \($0)") } ?? "`tenfold help` lists the commands"))
  }
}
