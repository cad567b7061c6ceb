import Findings
import Review
import SourceText
import Synchronization

/// Standard streams and files that appear whole or not at all.
enum Output {
  private static let failures = Atomic(0)

  /// Whether something that was to be printed could not be.
  static var hasFailed: Bool { failures.load(ordering: .relaxed) > 0 }

  /// Writes to standard output; that it cannot be done is said once.
  static func print(_ text: String) {
    guard !hasFailed, let failure = save(text, as: nil) else { return }
    failures.add(1, ordering: .relaxed)
    complain("tenfold: \(failure.printable)\n")
  }

  /// Writes lines to standard error, where nothing in them is obeyed.
  static func complain(_ text: String) { StandardStreams.writeError(text.printableLines) }

  /// Writes problems to standard error, each with the line of text that it is about.
  static func complain(_ problems: [Problem]) {
    for problem in problems {
      complain(problem.line.printable + "\n" + (problem.place.map(excerpt) ?? ""))
    }
  }

  /// Writes what gates say to standard error; of a pass only what it rests on.
  static func complain(_ gates: [GateOutcome]) {
    for sentence in gates.compactMap(\.sentence) { complain("tenfold: \(sentence.printable)\n") }
  }

  /// A line with marks below a place; nothing where the line is empty.
  static func excerpt(_ place: SourcePlace) -> String {
    let (line, carets) = place.caretLines()
    return line.isEmpty ? "" : "  \(line)\n  \(carets)\n"
  }

  /// Writes a file whole or not at all, or to standard output; nil, or what went wrong.
  static func save(_ text: String, as path: String?, isEdited: Bool = false) -> String? {
    var file = OutputFile(path, isEdited: isEdited)
    file.write(text)
    return file.finish()
  }

  /// Writes reports, each to its file or to standard output; whether all could be written.
  static func save(_ reports: [(text: String, file: String?)]) -> Bool {
    StandardStreams.outliveReaders()
    let failures = reports.compactMap { save($0.text, as: $0.file) }
    for failure in failures { complain("tenfold: \(failure.printable)\n") }
    return failures.isEmpty
  }
}
