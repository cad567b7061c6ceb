import Glibc

/// Starts workers one after the other, and tells from what they say which input broke them.
struct Supervisor {
  /// Seconds of wall clock, for workers that wait for what never comes.
  private static let longestWait = 90.0

  /// Something wrong with an input.
  struct Failure {
    enum Kind: String { case crash, hang, other }
    let kind: Kind
    let words: String
    /// The number of the input.
    let number: Int
  }

  /// What became of the inputs of a task.
  struct Outcome {
    var inputs = 0
    var seconds = 0.0
    var failures: [Failure] = []
    var peakMegabytes = 0

    /// How many failures are of a kind.
    func count(_ kind: Failure.Kind) -> Int { failures.count { $0.kind == kind } }

    /// Adds those of another task.
    mutating func add(_ other: Outcome) {
      inputs += other.inputs
      seconds += other.seconds
      failures += other.failures
      peakMegabytes = max(peakMegabytes, other.peakMegabytes)
    }
  }

  /// Tries all inputs of a task; a worker that breaks is replaced behind the input that broke it.
  func run(_ task: WorkerTask, told: (Failure) -> Void = { _ in }) -> Outcome {
    var outcome = Outcome()
    let start = Stopwatch.now
    var task = task
    let whole = task.seconds
    while !task.numbers.isEmpty, task.seconds > 0 {
      let (last, isDone, failures, peak) = watch(task)
      failures.forEach(told)
      outcome.failures += failures
      outcome.peakMegabytes = max(outcome.peakMegabytes, peak)
      outcome.inputs += last.map { $0 + 1 - task.numbers.lowerBound } ?? 0
      guard !isDone, let last else { break }
      task.numbers = (last + 1)..<task.numbers.upperBound
      task.seconds = whole - (Stopwatch.now - start)
    }
    outcome.seconds = Stopwatch.now - start
    return outcome
  }

  /// Watches one worker to its end: the last input it began, whether all is done, what was wrong.
  private func watch(
    _ task: WorkerTask
  ) -> (last: Int?, isDone: Bool, failures: [Failure], peak: Int) {
    guard let worker = ChildProcess([Executable.path] + task.arguments) else {
      return (nil, true, [], 0)
    }
    var (last, isDone, failures, rest): (Int?, Bool, [Failure], [UInt8]) = (nil, false, [], [])
    var (worked, said, hasHung) = (0.0, Stopwatch.now, false)
    while let bytes = worker.some(milliseconds: 200) {
      rest += bytes
      while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: rest[..<newline], as: UTF8.self)
        rest.removeSubrange(...newline)
        if line == "end" { isDone = true }
        if line.hasPrefix("at ") { last = Int(line.dropFirst(3)) }
        if line.hasPrefix("flaw "), let last {
          failures.append(Failure(kind: .other, words: String(line.dropFirst(5)), number: last))
        }
      }
      if !bytes.isEmpty { (worked, said) = (worker.secondsWorked, Stopwatch.now) }
      let isLate = worker.secondsWorked - worked > task.target.patience
      if !hasHung, last != nil, isLate || Stopwatch.now - said > Self.longestWait {
        hasHung = true
        worker.stop()
      }
    }
    let end = worker.end()
    if let last, hasHung {
      failures.append(Failure(kind: .hang, words: "no end in sight", number: last))
    } else if let last, case .signalled(let signal) = end {
      failures.append(Failure(kind: .crash, words: "signal \(signal)", number: last))
    } else if let last, case .exited(let status) = end, status != 0 {
      failures.append(Failure(kind: .crash, words: "exit status \(status)", number: last))
    }
    return (last, isDone, failures, worker.peakMegabytes)
  }
}
