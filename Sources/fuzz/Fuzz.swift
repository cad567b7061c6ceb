import Glibc

/// Looks for inputs that break the program: made from the language's own definitions, or damaged.
///
/// Run with `swift run -c release fuzz [TARGET...] [--inputs N] [--seconds S] [--seed K] [--corpus
/// DIR] [--twice N]`; build `tenfold` first for the target `process`. An input follows from target,
/// seed and number, and `fuzz TARGET --seed K --show NUMBER` prints it. All that ever broke is kept
/// in the corpus and tried first. The exit status is 1 when anything fails.
@main
struct Fuzz {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if let task = WorkerTask(words) { return Worker(task: task).run() }
    guard let options = FuzzOptions(words) else {
      print(FuzzOptions.usage)
      exit(2)
    }
    if let number = options.shown, let target = options.targets.first {
      let seeds = SeedTexts(root: ".")
      let input = InputMaker(target: target, seed: options.seed, seeds: seeds).input(number)
      _ = write(STDOUT_FILENO, input, input.count)
      return
    }
    var campaign = Campaign(options: options)
    exit(campaign.run() ? 0 : 1)
  }
}

/// What the command line asks for.
struct FuzzOptions {
  var targets: [Target] = []
  /// Inputs of each target.
  var inputs = Int.max
  /// Of how many inputs one is gone through twice, to compare the bytes; a kept one always is.
  var twice = 1
  /// Seconds for all targets together.
  var seconds = 120.0
  var seed: UInt64 = 1
  var corpus = "Tests/Corpus"
  /// The input to print in place of trying any.
  var shown: Int?

  static let usage = """
    usage: fuzz [TARGET...] [--inputs N] [--seconds S] [--seed K] [--corpus DIR]
           [--twice N]
           fuzz TARGET [--seed K] --show NUMBER
    targets: readers, rules-test, \(Target.allCases.map(\.rawValue).joined(separator: ", "))
    """

  /// Nil when the words are no options.
  init?(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        let named = Target.named(word)
        guard !named.isEmpty else { return nil }
        targets += named
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--inputs": inputs = Int(value) ?? 0
      case "--seconds": seconds = Double(value) ?? 0
      case "--twice": twice = Int(value) ?? 0
      case "--seed": seed = UInt64(value) ?? 0
      case "--corpus": corpus = value
      case "--show": shown = Int(value)
      default: return nil
      }
      guard inputs > 0, seconds > 0, twice > 0 else { return nil }
    }
    if targets.isEmpty { targets = Target.allCases }
  }
}
