package import Review

/// A report that is written review by review, so that a run holds only a few of them at a time.
package protocol Report: Sendable {
  /// What stands between two pieces.
  var separator: String { get }
  /// How much a reader takes; nil when it takes all.
  var capacity: ReportCapacity? { get }
  /// Whether what stands before the pieces can only be written when all reviews are known.
  var startsLate: Bool { get }
  /// How the growth that it tells of is forecast before; nil when it tells of none.
  var growth: GrowthSimulation.Settings.When? { get }
  /// What a review adds.
  func pieces(_ subject: ReportSubject) -> [ReportPiece]
  /// The reviews whose pieces are written, in their order; nil for all as they come.
  func order(_ run: RunSummary) -> [Int]?
  /// Which pieces are written behind a head, in their order: what its readers take of them.
  func chosen(_ sizes: [ReportPiece.Size], behind head: String, _ run: RunSummary) -> [Int]
  /// What stands before the pieces.
  func head(_ run: RunSummary) -> String
  /// What stands behind them: so many were written, and so many did not fit.
  func tail(_ run: RunSummary, written: Int, left: Int) -> String
}

extension Report {
  /// Nothing.
  package var separator: String { "" }
  /// Without limit.
  package var capacity: ReportCapacity? { nil }
  /// Only where something may have to be left out.
  package var startsLate: Bool { capacity != nil }
  /// None.
  package var growth: GrowthSimulation.Settings.When? { nil }
  /// As they come.
  package func order(_ run: RunSummary) -> [Int]? { nil }
  /// Nothing.
  package func head(_ run: RunSummary) -> String { "" }
  /// Nothing.
  package func tail(_ run: RunSummary, written: Int, left: Int) -> String { "" }

  /// In the order of reviews, as many as fit.
  package func chosen(_ sizes: [ReportPiece.Size], behind head: String, _ run: RunSummary) -> [Int]
  {
    let ordered = ordered(sizes, run)
    guard let kept = capacity?.kept(ordered.map { sizes[$0] }, behind: head) else { return ordered }
    return zip(ordered, kept).filter(\.1).map(\.0)
  }

  private func ordered(_ sizes: [ReportPiece.Size], _ run: RunSummary) -> [Int] {
    guard let order = order(run) else { return Array(sizes.indices) }
    let byReview = Dictionary(grouping: sizes.indices) { sizes[$0].review }
    return order.flatMap { byReview[$0] ?? [] }
  }
}
