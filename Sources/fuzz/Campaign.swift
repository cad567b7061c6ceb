import Glibc

/// A run over the kept inputs and new ones, target by target.
struct Campaign {
  let options: FuzzOptions
  private var rows: [(target: Target, outcome: Supervisor.Outcome)] = []
  /// Most failures of a target and kind that are kept: many inputs break the same thing.
  private static let mostKept = 4

  init(options: FuzzOptions) { self.options = options }

  /// Whether nothing failed.
  mutating func run() -> Bool {
    let shares = options.targets.reduce(0) { $0 + $1.share }
    for target in options.targets {
      var outcome = replay(target)
      outcome.add(explore(target, seconds: options.seconds * target.share / shares))
      rows.append((target, outcome))
    }
    printTable()
    return rows.allSatisfy(\.outcome.failures.isEmpty)
  }

  /// Tries everything that ever broke the target.
  private func replay(_ target: Target) -> Supervisor.Outcome {
    var task = WorkerTask(target)
    task.files = FileTree.files(under: "\(options.corpus)/\(target.rawValue)")
    task.numbers = 0..<task.files.count
    return Supervisor().run(task) { failure in
      say("\(target) \(task.files[failure.number]): \(failure.kind), \(failure.words)")
    }
  }

  /// Tries new inputs, and keeps what breaks.
  private func explore(_ target: Target, seconds: Double) -> Supervisor.Outcome {
    var task = WorkerTask(target)
    (task.seed, task.numbers, task.seconds) = (options.seed, 0..<options.inputs, seconds)
    task.twice = options.twice
    let maker = InputMaker(
      target: target, seed: options.seed, seeds: SeedTexts(root: task.root))
    var kept: [String: Int] = [:]
    return Supervisor().run(task) { failure in
      say("\(target) \(failure.number): \(failure.kind), \(failure.words)")
      let sort = "\(failure.kind) " + failure.words.prefix { $0 != ":" }
      kept[sort, default: 0] += 1
      guard kept[sort, default: 0] <= Self.mostKept else { return }
      var minimiser = Minimiser(
        target: target, root: task.root, tries: failure.kind == .hang ? 4 : 80)
      keep(minimiser.minimised(maker.input(failure.number), failure), of: target)
    }
  }

  /// Puts an input where it is tried from now on.
  private func keep(_ input: [UInt8], of target: Target) {
    let name = String(Dice.hash(input), radix: 16)
    let path = "\(options.corpus)/\(target.rawValue)/\(name).\(target.suffix)"
    FileTree.write(input, to: path)
    say("  kept as \(path)")
  }

  /// Says something at once, even where the output is a file.
  private func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  private func printTable() {
    print(Self.row(["target", "inputs", "seconds", "crashes", "hangs", "others", "peak MB"]))
    for (target, outcome) in rows {
      print(
        Self.row([
          target.rawValue, "\(outcome.inputs)", "\((outcome.seconds * 10).rounded() / 10)",
          "\(outcome.count(.crash))", "\(outcome.count(.hang))", "\(outcome.count(.other))",
          "\(outcome.peakMegabytes)",
        ]))
    }
  }

  /// Texts in columns, the first to the left and the others to the right.
  private static func row(_ texts: [String]) -> String {
    let first = texts[0] + String(repeating: " ", count: max(1, 12 - texts[0].count))
    return first
      + texts.dropFirst().map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
  }
}
