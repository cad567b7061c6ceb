import CRestart
import Findings
import Glibc
import Review
import SourceText
import Synchronization

/// What happens when the program crashes, which no check foresaw: the description that it crashed
/// on is found and becomes a problem of its file, and all others are reviewed.
///
/// A crash starts the program again in its own place. It then tries each description in a process
/// of its own before it does anything else. A run without a crash is one process.
enum Supervisor {
  /// The variable that says how many bytes were printed before the crash.
  private static let restarted = "TENFOLD_RESTARTED"
  /// The variable that names the one description to try, by its number.
  private static let trial = "TENFOLD_TRIAL"
  /// The variable with which a crash is left alone, for those who look for its cause.
  private static let unguarded = "TENFOLD_UNGUARDED"
  private static let digits = "00000000000000000000"

  /// The number of the description that this process tries; nil when it is no trial.
  static let trialNumber: Int? = variable(trial).flatMap { Int($0) }

  /// Bytes that the crashed process printed, and this one will not print again.
  static let printed: Int? = variable(restarted).flatMap { Int($0) }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Guards a run: over many descriptions by a second try, over one by a last word.
  static func guardRun(_ arguments: Arguments) {
    // The screen has a guard of its own, for the terminal.
    let hasScreen = arguments.command == .review && ReviewCommand(arguments).hasScreen
    guard trialNumber == nil, variable(unguarded) == nil, !hasScreen else { return die_on_crash() }
    let isOfMany = arguments.command.map { [.check, .review, .report].contains($0) } ?? false
    // Standard input cannot be read a second time.
    if isOfMany, printed == nil, !arguments.operands.contains("-") {
      let variables = Program.environment([restarted: digits])
      let place = variables.firstIndex { $0.hasPrefix(restarted + "=") }
      guard let place else { return }
      let pointers = list(variables)
      let number = pointers[place].map { $0 + restarted.utf8.count + 1 }
      restart_on_crash(list(CommandLine.arguments), pointers, number)
    } else {
      let what = arguments.operands.first.map { "`\($0.printable)`" } ?? "this"
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

  private static func fault(of what: String) -> String {
    "\(what) made Tenfold crash; that is a fault of Tenfold, please report it with the description"
  }

  // MARK: - After a crash

  /// What is wrong with the descriptions that crash the program, by their numbers; nothing when it
  /// has not crashed.
  static func crashes(on descriptions: [DescriptionFile]) -> [Int: Problem] {
    guard printed != nil else { return [:] }
    let numbers = Array(descriptions.indices)
    let statuses = inParallel(numbers) { number in
      let changes: [String: String?] = [trial: "\(number)", restarted: nil]
      let words = ["/proc/self/exe"] + CommandLine.arguments.dropFirst()
      return Program.run(words, changes)?.status ?? 0
    }
    var problems: [Int: Problem] = [:]
    // The lower bits of a status are the signal that ended a process.
    for number in numbers where statuses[number] & 0x7F != 0 {
      let path = descriptions[number].path
      problems[number] = Problem(.error, "crashed", fault(of: "`\(path)`"), path: path)
    }
    return problems
  }

  private static let skipped = Atomic(0)

  /// What of some bytes for standard output was not printed before a crash.
  static func unprinted(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let printed else { return bytes }
    let count = min(bytes.count, printed - skipped.load(ordering: .relaxed))
    skipped.add(count, ordering: .relaxed)
    return UnsafeRawBufferPointer(rebasing: bytes[count...])
  }
}
