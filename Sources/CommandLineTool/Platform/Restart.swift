import CRestart
import Glibc
import Review
import SourceText
import Synchronization

/// What happens when the program crashes, which no check foresaw: the input that it crashed on is
/// found, and all others are worked on.
///
/// A crash starts the program again in its own place. It then tries each input in a process of its
/// own before it does anything else. A run without a crash is one process.
enum Restart {
  /// The variable that says how many bytes were printed before the crash.
  private static let restarted = "TENFOLD_RESTARTED"
  /// The variable that names the one input to try, by its number.
  private static let trial = "TENFOLD_TRIAL"
  /// The variable with which a crash is left alone, for those who look for its cause.
  private static let unguarded = "TENFOLD_UNGUARDED"
  private static let digits = "00000000000000000000"

  /// The number of the input that this process tries; nil when it is no trial.
  static let trialNumber: Int? = Environment.variable(trial).flatMap { Int($0) }

  /// Bytes that the crashed process printed, and this one will not print again.
  static let printed: Int? = Environment.variable(restarted).flatMap { Int($0) }

  /// Guards a run, unless the screen does that itself: one that can be done again by a second try,
  /// others by a last word about their input.
  static func guardRun(over input: String?, isRepeatable: Bool, hasScreen: Bool) {
    guard trialNumber == nil, Environment.variable(unguarded) == nil, !hasScreen else {
      return die_on_crash()
    }
    if isRepeatable, printed == nil {
      let variables = Environment.variables([restarted: digits])
      let place = variables.firstIndex { $0.hasPrefix(restarted + "=") }
      guard let place else { return }
      let pointers = list(variables)
      let number = pointers[place].map { $0 + restarted.utf8.count + 1 }
      restart_on_crash(list(CommandLine.arguments), pointers, number)
    } else {
      let what = input.map { "`\($0.printable)`" } ?? "this"
      end_on_crash(strdup("tenfold: \(fault(of: what))\n"), 2)
    }
  }

  /// Strings in C that stay as long as the program does.
  private static func list(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { (list + index).initialize(to: strdup(text)) }
    (list + texts.count).initialize(to: nil)
    return list
  }

  /// The sentence about an input that crashes the program.
  static func fault(of what: String) -> String {
    "\(what) made Tenfold crash; that is a fault of Tenfold, please report it with the description"
  }

  // MARK: - After a crash

  /// The numbers of the inputs that crash the program, of so many; none when it has not crashed.
  static func crashes(of count: Int) -> [Int] {
    guard printed != nil else { return [] }
    let statuses = inParallel(Array(0..<count)) { number in
      let changes: [String: String?] = [trial: "\(number)", restarted: nil]
      let words = ["/proc/self/exe"] + CommandLine.arguments.dropFirst()
      return Subprocess.run(words, changes)?.status ?? 0
    }
    // The lower bits of a status are the signal that ended a process.
    return statuses.indices.filter { statuses[$0] & 0x7F != 0 }
  }

  /// Makes the end of this thread's stack a crash as well.
  static func guardStack() { restart_guard_stack() }

  /// Says that bytes went to standard output, for the process after a crash.
  static func notePrinted(_ count: Int) { restart_count_printed(count) }

  private static let skipped = Atomic(0)

  /// What of some bytes for standard output was not printed before a crash.
  static func unprinted(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let printed else { return bytes }
    let count = min(bytes.count, printed - skipped.load(ordering: .relaxed))
    skipped.add(count, ordering: .relaxed)
    return UnsafeRawBufferPointer(rebasing: bytes[count...])
  }
}
