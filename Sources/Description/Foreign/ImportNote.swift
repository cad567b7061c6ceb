/// What was read of one input in the format of another tool, and what was not.
package struct ImportNote: Hashable, Sendable {
  /// Something that was not read, and why.
  package struct Ignored: Hashable, Sendable {
    /// What it is, with how many there are.
    package let what: String
    /// Why it says nothing here.
    package let why: String

    /// Something ignored, from its parts.
    package init(what: String, why: String) {
      self.what = what
      self.why = why
    }
  }

  /// The file.
  package let path: String
  /// The name of the format, for people.
  package let format: String
  /// What was read, each with its number: `6 services`.
  package var read: [String] = []
  /// What was not.
  package var ignored: [Ignored] = []
  /// What the format cannot say, one sentence without a full stop.
  package var silence = ""
  /// What somebody has to say, each a question.
  package var questions: [String] = []

  /// A note about a file of which nothing is said yet.
  package init(path: String, format: String) {
    self.path = path
    self.format = format
  }

  /// All of it on one line, the questions folded after the first ones.
  package var sentence: String {
    var parts = [read.isEmpty ? "nothing read" : "read " + read.joined(separator: ", ")]
    if !ignored.isEmpty {
      parts.append("not read: " + ignored.map { "\($0.what) (\($0.why))" }.joined(separator: ", "))
    }
    if !silence.isEmpty { parts.append(silence) }
    parts += questions.prefix(2)
    let rest = questions.count - 2
    if rest > 0 { parts.append("and \(rest) more question\(rest == 1 ? "" : "s")") }
    return "\(format): " + parts.joined(separator: "; ")
  }
}
