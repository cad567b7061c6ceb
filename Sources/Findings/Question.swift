package import SourceText

/// What somebody has to say before a rule can decide.
package struct Question: Hashable, Sendable {
  /// The element asked about.
  package let element: String
  /// The property that is unknown.
  package let property: String
  /// The question in words.
  package let question: String
  /// The rules that wait for the answer, sorted.
  package let rules: [String]
  /// Where the element is written.
  package let place: SourcePlace

  /// A question from its parts.
  package init(
    element: String, property: String, question: String, rules: [String], place: SourcePlace
  ) {
    self.element = element
    self.property = property
    self.question = question
    self.rules = rules
    self.place = place
  }
}
