/// A part of a report that stands or falls as a whole.
package struct ReportPiece: Sendable {
  /// Its text.
  package let text: String
  /// How much it matters when not all fit; the least rank stays longest.
  package let rank: Int

  /// A piece that matters as much as all others, or less.
  package init(_ text: String, rank: Int = 0) {
    self.text = text
    self.rank = rank
  }

  /// How much of a report's capacity it takes, as a piece of one of its reviews.
  package func size(of review: Int) -> Size {
    Size(review: review, rank: rank, bytes: text.utf8.count)
  }

  /// What is remembered of a piece that was put aside.
  package struct Size: Sendable {
    /// The number of its review.
    package let review: Int
    /// The piece's rank.
    package let rank: Int
    /// Bytes of its text.
    package let bytes: Int
  }
}
