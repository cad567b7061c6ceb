/// What a shell offers as the value of a flag or as an operand.
enum Choices: Sendable {
  case nothing, files, folders
  case words([String])
  /// Words, each of which may be followed by `=` and a file.
  case outputs([String])
  /// The ids of the rules, asked of the program itself, or a word.
  case rules(or: [String])

  /// How a shell asks for the ids of the rules.
  static let ruleIDs = "tenfold rules 2>/dev/null | cut -d\" \" -f1"
}
