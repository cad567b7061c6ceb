package import SourceText

/// A name that points nowhere, or values that are each well-formed and do not go together.
package struct UnresolvedReference: Sendable {
  /// The kind of mistake, stable over versions.
  package let code: String
  /// What is wrong, one sentence without a full stop.
  package let message: String
  /// The name that points nowhere; empty where another mistake was made.
  package var name = ""
  /// The component among whose operations the name should be.
  var owner: Int?
  var remedy: String?
  /// How bad it is.
  package var weight = Problem.Weight.error
  /// Where it is written.
  package let span: SourceSpan
}
