package import Review

/// What a report tells about: one description, and all that was found out about it beforehand.
package struct ReportSubject: Sendable {
  /// What was found in the description.
  package let review: Review
  /// What becomes of its system when demand grows; nil where no report of the run tells of it.
  package let growth: GrowthReview?
  /// Counts the reviews of the run from 0.
  package let number: Int

  /// A subject from its parts.
  package init(_ review: Review, growth: GrowthReview?, number: Int) {
    self.review = review
    self.growth = growth
    self.number = number
  }
}
