package import Findings
package import YAML

/// One gate: the single definition for its flag, its key in a project's settings, what it says of a
/// review, and which value is stricter.
package struct Gate: Sendable {
  /// What a gate looks at, with how it judges that by its limit.
  ///
  /// The answer is nil, or what is wrong in words that follow the gate and a colon.
  package enum Judge: Sendable {
    /// Each finding by itself: whether it fails the run.
    case finding(@Sendable (_ limit: Double, JudgedFinding) -> Bool)
    /// The headroom of the system; nil when nobody knows it.
    case headroom(@Sendable (_ limit: Double, HeadroomStatement?) -> String?)
    /// A whole review.
    case review(@Sendable (_ limit: Double, Review) -> String?)
    /// What a description expects of its system; nothing where it expects nothing.
    case expectations(@Sendable (_ limit: Double, Review) -> String?)
    /// What journeys are left with after losses, at a multiple of today's peak.
    case survival(@Sendable (_ limit: Double, _ multiple: Double, Review) -> String?)
    /// Nothing by itself: it says where another gate looks.
    case setting
    /// A review that is compared with a revision.
    case change(@Sendable (_ limit: Double, Review) -> String?)
    /// How many findings are new or worse in all descriptions of a run together.
    case newInRun(@Sendable (_ limit: Double, Int) -> String?)
  }

  /// On which side of its limit a review passes.
  package enum Bound: Sendable {
    /// At the limit and above it.
    case lower
    /// At the limit and below it.
    case upper
  }

  /// Its name, which is its key in settings and, after two dashes, its flag.
  package let name: String
  /// What its limit looks like.
  package let type: ValueType
  /// The form of its limit in the usage of the flag, such as `SHARE`.
  package let form: String
  /// The side of its limit on which a review passes.
  package let bound: Bound
  /// Its default limit; nil where everything passes by default.
  package let usual: Double?
  /// What the flag says, one or two sentences.
  package let flag: String
  /// What the flag says to the command that compares two descriptions; nil when that is the same.
  package let flagOfDifference: String?
  /// What the key says, one sentence.
  package let key: String
  /// What it looks at, and how it judges that.
  package let judge: Judge

  /// A gate from its parts.
  init(
    _ name: String, _ type: ValueType, as form: String, _ bound: Bound, usual: Double? = nil,
    flag: String, ofDifference: String? = nil, key: String, _ judge: Judge
  ) {
    (self.name, self.type, self.form, self.bound) = (name, type, form, bound)
    (self.usual, self.flag, flagOfDifference, self.key) = (usual, flag, ofDifference, key)
    self.judge = judge
  }

  /// Whether it looks at all descriptions of a run together.
  package var isOfRun: Bool {
    if case .newInRun = judge { true } else { false }
  }

  /// Whether it looks at what a revision is compared with.
  package var isOfChange: Bool {
    if case .change = judge { true } else { false }
  }

  // MARK: - Limits

  /// The limit that a value of its type says; one of some words by its number,
  /// several by the bits of their numbers.
  package func limit(of value: Value?) -> Double? {
    switch (type, value) {
    case (.word(let words), .text(let word)?): words.firstIndex(of: word).map(Double.init)
    case (.words(let words), .list(let list)?):
      Double(words.enumerated().reduce(0) { list.contains($1.element) ? $0 | 1 << $1.offset : $0 })
    case (.count, let value): value?.number.map { min($0, 1e9) }
    default: value?.number
    }
  }

  /// A limit as people write it.
  package func text(of limit: Double) -> String {
    switch type {
    case .word(let words): words[Int(limit)]
    case .words(let words): Self.chosen(limit, of: words).joined(separator: ",")
    case .multiple: Unit.digits(limit) + "x"
    case .ratio: Unit.ratio.format(limit)
    default: "\(Int(limit))"
    }
  }

  /// The words that a limit on several of them is.
  static func chosen(_ limit: Double, of words: [String]) -> [String] {
    words.enumerated().filter { Int(limit) & 1 << $0.offset != 0 }.map(\.element)
  }

  /// Whether one limit lets more pass than another.
  func isLooser(_ limit: Double, than other: Double) -> Bool {
    if case .words = type { return Int(other) & ~Int(limit) != 0 }
    return switch bound {
    case .lower: limit < other
    case .upper: limit > other
    }
  }
}
