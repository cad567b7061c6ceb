import Findings
package import SourceText

/// What a decision in a file that several descriptions share, the project's own or one that they
/// include, is to one of them.
struct SharedDecision: Sendable {
  enum Use: Sendable {
    /// There is what it is about, or that is unknown.
    case found
    /// It is about the system, where there is no such finding: what would be wrong with it.
    case unfound(Problem)
    /// It is about another system.
    case elsewhere
  }

  let risk: AcceptedRisk
  let use: Use
}

/// The decisions of shared files held against all descriptions of a run: which are about nothing.
///
/// Of two descriptions of one system, a decision need only be about one.
package struct SharedDecisions: Sendable {
  private var risks: [AcceptedRisk] = []
  private var uses: [AcceptedRisk: SharedDecision.Use] = [:]
  /// Names of reviewed systems, by the file of decisions that serves them.
  private var systems: [String: Set<String>] = [:]
  /// Whether a description could not be read in full.
  private var isBroken = false

  /// No decisions yet.
  package init() {}

  /// Holds the decisions against one more description.
  package mutating func add(_ review: Review) {
    isBroken = isBroken || review.isBroken
    for decision in review.sharedDecisions {
      let (risk, file) = (decision.risk, decision.risk.place.path)
      if let system = review.system { systems[file, default: []].insert(system) }
      if uses[risk] == nil { risks.append(risk) }
      uses[risk] = Self.better(uses[risk] ?? .elsewhere, decision.use)
    }
  }

  private static func better(
    _ left: SharedDecision.Use, _ right: SharedDecision.Use
  ) -> SharedDecision.Use {
    switch (left, right) {
    case (.found, _), (_, .found): .found
    // Where the element is, less is wrong than where it is not.
    case (.unfound(let problem), .unfound) where problem.code == Self.stale: left
    case (_, .elsewhere): left
    default: right
    }
  }

  /// What is wrong with decisions that are about nothing.
  ///
  /// Where the run has all descriptions that a file serves, no other can have the risk.
  package func problems(hasAll: (_ file: String) -> Bool) -> [Problem] {
    risks.compactMap { risk in
      let file = risk.place.path
      let hasAll = !isBroken && hasAll(file)
      return switch uses[risk] {
      case .unfound(let problem):
        hasAll && problem.code == Self.stale ? problem.with(remedy: Self.remedy) : problem
      case .elsewhere: hasAll ? orphan(risk, among: systems[file] ?? []) : nil
      case .found, nil: nil
      }
    }
  }

  private func orphan(_ risk: AcceptedRisk, among systems: Set<String>) -> Problem {
    let system = risk.system ?? ""
    let near = suggestion(for: system, among: systems.sorted())
    return Problem(
      .warning, "orphaned-acceptance",
      "no system of this run is called `\(system)`, so `\(risk.rule)` is accepted nowhere",
      remedy: near.map(didYouMean) ?? "remove the entry, or correct its system",
      place: risk.place, path: risk.place.path)
  }

  /// The problem of a decision that is about nothing any more.
  static let stale = "stale-acceptance"
  /// What to do about it where no other description can have the risk.
  static let remedy = "remove the entry: the risk is gone"
}

extension Problem {
  fileprivate func with(remedy: String) -> Problem {
    Problem(weight, code, message, remedy: remedy, place: place, path: path)
  }
}
