import Findings
package import Review
package import SourceText

/// A change of a description: the lines that differ, and what it does to the review.
package struct EditAnswer: Answer {
  private let path: String
  private let difference: LineDifference
  private let isWritten: Bool
  private let before: Review
  private let after: Review

  /// The answer about a file that said one thing and says another, written or only looked at.
  package init(
    _ path: String, from old: String, to new: String, isWritten: Bool, before: Review,
    after: Review
  ) {
    self.path = path
    difference = LineDifference(old, new)
    self.isWritten = isWritten
    (self.before, self.after) = (before, after)
  }

  static let shape = JSONShape<Self>(
    "tenfold-edit", "A change of a description.",
    [
      .text("path", "The file") { $0.path },
      .flag("written", "Whether it was written; otherwise it was only looked at") { $0.isWritten },
      .text("difference", "The lines that differ, `-` before and `+` after") {
        $0.difference.text
      },
      .object("headroom_before", "What saturates first before", null: "when it is unknown") {
        $0.before.headroom
      },
      .object("headroom_after", "What does so after", null: "when it is unknown") {
        $0.after.headroom
      },
      .object("checks_before", "How complete the review was") { $0.before.checks },
      .object("checks_after", "How complete it is") { $0.after.checks },
      .list("ask_next", "The questions whose answers decide most now") {
        $0.after.questions.opening
      },
    ])

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }

  /// The answer for people.
  package var text: String {
    let head = "\(isWritten ? "wrote" : "would write") \(path)\n".printableLines
    let checks = "\(after.checks.made) of \(after.checks.of) checks decidable "
    let carried = { (review: Review) in review.headroom?.phrase ?? "unknown" }
    return head + difference.text.printableLines
      + "\(checks)(\(before.checks.made) of \(before.checks.of) before); headroom "
      + "\(carried(after)) (\(carried(before)) before)\n"
  }
}
