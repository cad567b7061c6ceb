package import SourceText

extension Problem {
  /// The kind of mistake of a rule that cannot run.
  package static let ruleFailed = "rule-failed"

  /// Whether it is a rule that could not run, not the description, that is wrong.
  package var isOfRule: Bool { code == Self.ruleFailed }
}
