/// How a decision stands to its risk.
package enum RiskStatus: String, CaseIterable, Sendable {
  /// Somebody looks into it; the finding stays open.
  case inDiscussion = "in-discussion"
  /// It is lived with.
  case accepted
  /// Something outside of the description takes care of it.
  case mitigated
  /// It is no risk here.
  case falsePositive = "false-positive"

  /// In running text.
  package var words: String { rawValue.replacing("-", with: " ") }
}
