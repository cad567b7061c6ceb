/// What there is a schema of.
enum PublishedSchema: String, CaseIterable, Sendable {
  /// What people write.
  case description, settings
  /// What programs read.
  case check, grow, diff, compare, history, plan, rules
}
