package import SourceText

/// What a name stands for.
package struct ExplainAnswer: Answer {
  private let explanations: [Explanation]

  /// The answer with all that a name stands for.
  package init(_ explanations: [Explanation]) { self.explanations = explanations }

  static let shape = JSONShape<Self>(
    "tenfold-explain", "What a name stands for.",
    [.list("explanations", "Its meanings; several where a name has several") { $0.explanations }])

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }
  /// The answer for people.
  package var text: String { explanations.map(\.text).joined(separator: "\n") }
}

extension Explanation: JSONShaped {
  static let shape = JSONShape<Self>(
    "explanation", "One meaning of a name.",
    [
      .word("subject", "What it is", of: Subject.allCases.map(\.rawValue)) { $0.subject.rawValue },
      .text("name", "Its name in Tenfold") { $0.name },
      .text("text", "Its manual") { $0.text },
    ])
}
