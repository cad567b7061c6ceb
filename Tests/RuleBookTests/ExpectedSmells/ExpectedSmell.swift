import Testing

/// A smell that an architect expects a review to notice, in a small system that has it.
struct ExpectedSmell: Sendable, CustomTestStringConvertible {
  let title: String
  /// The rules that have to find or ask something there; none where there is a reason.
  let rules: [String]
  /// Why no rule looks for it.
  let reason: String?
  let description: String

  /// What some rules have to notice.
  init(_ title: String, rules: [String], in description: String) {
    (self.title, self.rules, self.description) = (title, rules, description)
    reason = nil
  }

  /// What is only looked up, and no smell by itself.
  init(_ title: String, noRule reason: String, in description: String) {
    (self.title, self.reason, self.description) = (title, reason, description)
    rules = []
  }

  var testDescription: String { title }

  /// All of them, by what they are about.
  static let all =
    GrowthSmells.all + ServiceSmells.all + WaitingSmells.all + DataSmells.all + TeamSmells.all
}
