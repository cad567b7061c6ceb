package import SourceText

/// A choice somebody made on purpose, and what would have to change for it to be made again.
package struct Decision: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Where that is written.
  package let span: SourceSpan
  /// Why it was made; never blank.
  package var because = ""
  /// Conditions that reopen it, each by itself.
  package var tripwires: [Tripwire] = []
  /// Who answers for it.
  package var owner: String?
  /// The last day it holds without being looked at.
  package var review: Day?
  /// The peak of all journeys together when it was made, per second.
  package var peak: Double?

  /// A decision of which only the name is known.
  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}
