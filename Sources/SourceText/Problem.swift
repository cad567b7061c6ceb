/// Something wrong with what the user wrote, found before any rule ran.
///
/// A problem never stops the run: what can be read is reviewed all the same.
package struct Problem: Hashable, Sendable {
  /// Whether the description can be trusted in spite of the problem.
  package enum Weight: String, Sendable {
    /// Part of the description could not be read; the exit status says so.
    case error
    /// All was read, but it probably does not say what was meant.
    case warning
  }

  /// Error or warning.
  package let weight: Weight
  /// The kind of mistake, stable over versions, such as `unknown-key`.
  package let code: String
  /// What is wrong, one sentence without a full stop.
  package let message: String
  /// What would be right: the form to write, or the word that was probably meant.
  package let remedy: String?
  /// Where it is; nil only when a whole file could not be read.
  package let place: SourcePlace?
  /// The file it is about.
  package let path: String

  /// A problem from its parts.
  package init(
    _ weight: Weight, _ code: String, _ message: String, remedy: String? = nil,
    place: SourcePlace? = nil, path: String
  ) {
    self.weight = weight
    self.code = code
    self.message = message
    self.remedy = remedy
    self.place = place
    self.path = path
  }

  /// The same, where it does not keep what was read from being trusted.
  package var asWarning: Problem {
    Problem(.warning, code, message, remedy: remedy, place: place, path: path)
  }

  /// What is wrong and what would be right, in one sentence.
  package var sentence: String { remedy.map { "\(message); \($0)" } ?? message }

  /// The problem on one line, as compilers print theirs: `path:line:column: message; remedy`.
  package var line: String {
    let position = place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
    return "\(path)\(position): \(sentence)"
  }
}

extension [Problem] {
  /// Those that were not there before, wherever they stand: by their codes and messages.
  package func added(since earlier: [Problem]) -> [Problem] {
    let known = Set(earlier.map { [$0.code, $0.message] })
    return filter { !known.contains([$0.code, $0.message]) }
  }
}
