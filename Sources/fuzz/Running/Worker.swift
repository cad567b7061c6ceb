import Glibc

/// The process that tries inputs, and may break: it says which one it is at before it tries it.
struct Worker {
  let task: WorkerTask

  /// Tries the inputs of a task until they, or its seconds, are over.
  func run() {
    // An address sanitizer takes more addresses than there is memory.
    let isSanitized = getenv("ASAN_OPTIONS") != nil
    if !isSanitized {
      var limit = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }
    let maker = InputMaker(target: task.target, seed: task.seed, seeds: SeedTexts(root: task.root))
    let end = Stopwatch.now + task.seconds
    for number in task.numbers {
      guard Stopwatch.now < end else { break }
      guard
        let input = task.files.isEmpty ? maker.input(number) : FileTree.bytes(task.files[number])
      else { continue }
      say("at \(number)")
      let isTwice = number % task.twice == 0
      if let flaw = Trial.flaw(of: input, on: task.target, again: isTwice ? { say("again") } : nil)
      {
        say("flaw \(flaw.split(separator: "\n").joined(separator: " "))")
      }
      if Self.peakMegabytes > Trial.memoryLimit, !isSanitized {
        say("flaw memory: \(Self.peakMegabytes) MB")
        // The mark never falls, so that the next input needs a new process.
        return
      }
    }
    say("end")
  }

  private func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

/// What a worker is to try; it travels as arguments.
struct WorkerTask {
  let target: Target
  var seed: UInt64 = 0
  var numbers: Range<Int> = 0..<0
  var seconds = 3600.0
  /// Of how many inputs one is gone through twice.
  var twice = 1
  /// The folder of the project.
  var root = "."
  /// Files to try in place of generated inputs; numbers are places in them.
  var files: [String] = []

  /// The arguments that ask for it.
  var arguments: [String] {
    [
      "--worker", target.rawValue, "\(seed)", "\(numbers.lowerBound)", "\(numbers.upperBound)",
      "\(seconds)", "\(twice)", root,
    ] + files
  }

  init(_ target: Target) { self.target = target }

  /// The task that arguments ask for.
  init?(_ arguments: [String]) {
    guard arguments.count >= 8, arguments[0] == "--worker",
      let target = Target(rawValue: arguments[1]), let seed = UInt64(arguments[2]),
      let first = Int(arguments[3]), let last = Int(arguments[4]), first <= last,
      let seconds = Double(arguments[5]), let twice = Int(arguments[6]), twice > 0
    else { return nil }
    self.target = target
    (self.seed, numbers, self.seconds) = (seed, first..<last, seconds)
    (self.twice, root, files) = (twice, arguments[7], Array(arguments[8...]))
  }
}
