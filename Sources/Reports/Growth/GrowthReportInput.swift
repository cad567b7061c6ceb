package import Review

/// What a growth report is made from.
package struct GrowthReportInput: Sendable {
  /// What is to be reported.
  package let review: GrowthReview
  /// Whether the reader is a person at a terminal with colours.
  package let isColoured: Bool
  /// Whether the reader can be sent more than ASCII.
  package let isUnicode: Bool
  /// Whether to show everything instead of the most important.
  package let isComplete: Bool

  /// Input from its parts.
  package init(
    review: GrowthReview, isColoured: Bool = false, isUnicode: Bool = true,
    isComplete: Bool = false
  ) {
    self.review = review
    self.isColoured = isColoured
    self.isUnicode = isUnicode
    self.isComplete = isComplete
  }
}
