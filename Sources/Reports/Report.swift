/// One file per output format: reviews in, text out, review by review.
///
/// Pure: a report opens no file and asks no clock, so the same input gives the same bytes.

package import Architecture
package import Review
import Rules

/// A report that is written review by review, so that a run holds only a few of them at a time.
package protocol Report: Sendable {
  /// What stands between two pieces.
  var separator: String { get }
  /// How much a reader takes; nil when it takes all.
  var capacity: ReportCapacity? { get }
  /// Whether what stands before the pieces can only be written when all reviews are known.
  var startsLate: Bool { get }
  /// What a review adds; `number` counts the reviews of the run from 0.
  func pieces(_ review: Review, _ number: Int) -> [ReportPiece]
  /// The reviews whose pieces are written, in their order; nil for all as they come.
  func order(_ run: RunSummary) -> [Int]?
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
  /// As they come.
  package func order(_ run: RunSummary) -> [Int]? { nil }
  /// Nothing.
  package func head(_ run: RunSummary) -> String { "" }
  /// Nothing.
  package func tail(_ run: RunSummary, written: Int, left: Int) -> String { "" }

  /// Which pieces are written behind a head, in their order: what its readers take of them.
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

/// What a report knows before the first review.
package struct ReportSettings: Sendable {
  /// How many reviews there will be.
  package let count: Int
  private let book: RuleSet
  /// Whether the reader is a person at a terminal with colours.
  package var isColoured: Bool
  /// Whether to show everything instead of the most important.
  package let isComplete: Bool

  /// A path as the repository's other tools know it, from its root.
  let locate: @Sendable (_ path: String) -> String

  /// Settings from their parts.
  package init(
    count: Int, rules: RuleSet, isColoured: Bool = false, isComplete: Bool = false,
    locate: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.locate = locate
    self.count = count
    book = rules
    self.isColoured = isColoured
    self.isComplete = isComplete
  }

  /// The rules that run; read by then, or awaited.
  var rules: [Rule] { book.rules }
  /// The pages that a team added to the rule book.
  var ownPages: [(path: String, text: String)] { book.own }
  /// What reviewed: the program, and the rule book that is in it by its hash.
  var imprint: String {
    "\(Tool.name) \(Tool.version), \(rules.count) rules, rule book \(SHA256.ruleBook)"
  }
  /// All products.
  package var catalogue: Catalogue { book.catalogue }
}

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

/// How much of a report its readers take.
package struct ReportCapacity: Sendable {
  /// The most pieces.
  let pieces: Int
  /// The most bytes of all pieces together, and what stands before them.
  let bytes: Int

  /// Which pieces fit behind a head: by rank, and within a rank as they come.
  func kept(_ sizes: [ReportPiece.Size], behind head: String) -> [Bool] {
    var kept = Array(repeating: false, count: sizes.count)
    var (count, sum) = (0, head.utf8.count)
    for rank in Set(sizes.map(\.rank)).sorted() {
      for (index, size) in sizes.enumerated() where size.rank == rank {
        guard count < pieces, sum + size.bytes <= bytes else { continue }
        kept[index] = true
        (count, sum) = (count + 1, sum + size.bytes)
      }
    }
    return kept
  }
}

/// The program's name and version, as reports state them.
package enum Tool {
  package static let name = "tenfold"
  package static let version = "0.1.0"
  /// The day of that version, which a manual page states.
  package static let date = "2026-11-25"
}
