import Findings
package import Review
import SourceText

/// What a run remembers of the reviews that it no longer holds.
package struct RunSummary: Sendable {
  /// A system in a line.
  struct System: Sendable {
    /// Counts the reviews of the run from 0.
    let number: Int
    let name: String
    let path: String
    let headroom: HeadroomStatement?
    let checks: Review.Checks
    let open: SeverityCounts
    /// What is new or worse, where there is something to compare with.
    let news: Int
    let fixed: Int
    let isBroken: Bool
    /// Whether there is nothing in it to look at.
    let isSilent: Bool

    /// Times today's peak that all of it carries; infinite where that is not known.
    fileprivate var known: Double { isBroken ? .infinity : headroom?.multiple ?? .infinity }
  }

  /// One of the gravest findings of the run.
  struct Risk: Sendable {
    /// The system's number.
    let system: Int
    let severity: Severity
    let message: String
    let rule: String
    /// How bad it is, in numbers.
    let level: RiskLevel
  }

  /// A system per review, in their order.
  private(set) var systems: [System] = []
  /// The gravest open findings, no more than are shown.
  private(set) var worst: [Risk] = []
  /// Open findings by team, and the systems that have them; the empty name stands for none.
  private(set) var teams: [String: (open: SeverityCounts, systems: [Int])] = [:]
  /// What is wrong with the descriptions.
  private(set) var problems: [Problem] = []
  /// Whether the reviews were held against earlier ones.
  private(set) var isCompared = false

  private static let shownRisks = 20

  /// The summary of no review yet.
  package init() {}

  /// Remembers one more review.
  package mutating func add(_ review: Review) {
    let name = review.title
    let open = review.open
    let number = systems.count
    systems.append(
      System(
        number: number, name: name, path: review.path, headroom: review.headroom,
        checks: review.checks,
        open: SeverityCounts(open), news: review.isCompared ? review.regressions : 0,
        fixed: review.fixed?.count ?? 0, isBroken: review.isBroken,
        isSilent: review.isSilent))
    problems += review.problems
    isCompared = isCompared || review.isCompared
    for (team, counts) in review.risksByTeam {
      teams[team, default: (SeverityCounts([]), [])].open.add(counts)
      teams[team]?.systems.append(number)
    }
    let risks = open.map {
      Risk(
        system: number, severity: $0.severity, message: $0.message, rule: $0.rule,
        level: $0.level)
    }
    worst = Array(
      (worst + risks).gravestFirst { ($0.severity, $0.level.headroom) }.prefix(Self.shownRisks))
  }

  /// All open findings of the run.
  var open: SeverityCounts {
    systems.reduce(into: SeverityCounts([])) { $0.add($1.open) }
  }

  /// The systems, what carries least first; those of which it is not known, or not in full, come
  /// last.
  var byHeadroom: [System] {
    systems.sorted {
      let (a, b) = ($0.known, $1.known)
      return a == b ? $0.number < $1.number : a < b
    }
  }

  /// Whether a description could not be read in full.
  var isBroken: Bool { systems.contains(where: \.isBroken) }
}

extension Sequence {
  /// The elements by severity and then by headroom, the least first; equal ones in their order.
  func gravestFirst(_ risk: (Element) -> (severity: Severity, headroom: Double?)) -> [Element] {
    enumerated().map { (offset: $0.offset, element: $0.element, risk: risk($0.element)) }.sorted {
      let (a, b) = ($0.risk, $1.risk)
      if a.severity != b.severity { return a.severity > b.severity }
      let (tight, loose) = (a.headroom ?? .infinity, b.headroom ?? .infinity)
      return tight == loose ? $0.offset < $1.offset : tight < loose
    }.map(\.element)
  }
}
