/// Completion scripts, made from the tables of commands and flags.
///
/// All of them find the command, count the operands before the cursor and offer what stands there.
enum Completion {
  /// The script of a shell.
  static func script(of shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion.script
    case .fish: FishCompletion.script
    }
  }
}
