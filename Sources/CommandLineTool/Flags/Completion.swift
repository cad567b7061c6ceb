/// Completion scripts, made from the tables of commands and flags.
///
/// All of them find the command, count the operands before the cursor and offer what stands there.
enum Completion: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }

  /// The commands that a user names.
  static let commands = Command.allCases.filter { $0 != .review }
  /// Lists the ids of the rules.
  static let ruleIDs = "tenfold rules 2>/dev/null | cut -d\" \" -f1"

  /// The flags behind which a value stands.
  static var valued: [String] {
    Flag.all.filter { $0.value != nil }.flatMap(\.names).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
