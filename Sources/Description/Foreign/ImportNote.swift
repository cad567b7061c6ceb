/// What was read of one input in the format of another tool, and what was not.
package struct ImportNote: Hashable, Sendable {
  /// Some things of a sort: `6 services`.
  package struct Count: Hashable, Sendable {
    /// How many.
    package var number: Int
    /// What one of them is called.
    package let noun: String

    /// The number with the noun: `2 Ingress objects`, where the noun has no plain plural.
    package var words: String {
      guard number != 1 else { return "1 \(noun)" }
      let isPlain = !(noun.hasSuffix("s") || noun.hasSuffix("y"))
      return "\(number) \(noun)\(isPlain ? "" : " object")s"
    }

    /// Some things, from the parts.
    package init(_ number: Int, _ noun: String) {
      self.number = number
      self.noun = noun
    }
  }

  /// Something that was not read, and why.
  package struct Ignored: Hashable, Sendable {
    /// What it is; with how many there are, where they are counted.
    package var what: String { count?.words ?? name }
    /// Why it is not read.
    package let why: String
    let name: String
    var count: Count?

    /// One thing ignored, by its name.
    package init(what: String, why: String) {
      name = what
      self.why = why
    }

    /// Some things of a sort ignored.
    package init(_ count: Count, why: String) {
      name = count.noun
      self.count = count
      self.why = why
    }
  }

  /// The file; or the folder, where several are put together.
  package internal(set) var path: String
  /// The name of the format, for people.
  package let format: String
  /// How many files it is about.
  package internal(set) var files = 1
  /// What was read, each with its number.
  package var read: [Count] = []
  /// What else was read, in words: `a window of 5 min`.
  package var remarks: [String] = []
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
}
