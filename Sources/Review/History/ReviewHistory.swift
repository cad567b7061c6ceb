package import Findings
import SourceText

/// A system over the revisions of its description, the oldest first.
package struct ReviewHistory: Sendable {
  /// The description's path as the user named it.
  package let path: String
  /// The revisions that could be read.
  package let entries: [Entry]
  /// Those that could not, with the reason of each.
  package let skipped: [(revision: HistoryRevision, why: String)]

  /// What a revision was.
  package struct Entry: Sendable {
    /// The revision.
    package let revision: HistoryRevision
    /// The system's name then; nil where it had none.
    package let system: String?
    /// What saturated first; nil where that was unknown.
    package let headroom: HeadroomStatement?
    private let counts: [Severity: Int]

    init(_ revision: HistoryRevision, _ review: Review) {
      (self.revision, system, headroom) = (revision, review.system, review.headroom)
      counts = Dictionary(review.open.map { ($0.severity, 1) }, uniquingKeysWith: +)
    }

    /// How many open findings it had of a severity.
    package func count(of severity: Severity) -> Int { counts[severity] ?? 0 }
  }

  /// A revision that changed the headroom.
  package struct Step: Sendable {
    /// What was before.
    package let before: HeadroomStatement?
    /// The revision that changed it.
    package let entry: Entry
  }

  /// The history of a description from the reviews of its revisions, the oldest first; nil is the
  /// review of one that did not have it.
  package init(path: String, _ reviews: [(revision: HistoryRevision, review: Review?)]) {
    self.path = path
    var entries: [Entry] = []
    var skipped: [(revision: HistoryRevision, why: String)] = []
    for (revision, review) in reviews {
      switch (review, review?.problems.first { $0.weight == .error }) {
      case (nil, _): skipped.append((revision, "the description was not there"))
      case (_, let problem?): skipped.append((revision, problem.line))
      case (let review?, nil): entries.append(Entry(revision, review))
      }
    }
    (self.entries, self.skipped) = (entries, skipped)
  }

  /// The revisions whose headroom reads otherwise than before.
  package var steps: [Step] {
    zip(entries, entries.dropFirst()).compactMap { before, entry in
      before.headroom?.phrase == entry.headroom?.phrase
        ? nil : Step(before: before.headroom, entry: entry)
    }
  }

  /// The largest headroom; 0 where none is known.
  private var largest: Double { entries.compactMap(\.headroom?.multiple).max() ?? 0 }

  /// The headroom of a revision as a share of the largest one; nil where it is unknown.
  package func share(of entry: Entry) -> Double? {
    let largest = largest
    guard let headroom = entry.headroom?.multiple, largest > 0 else { return nil }
    return largest.isFinite ? headroom / largest : headroom.isFinite ? 0 : 1
  }
}
