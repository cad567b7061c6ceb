import Architecture

/// How often everything is used: journeys' rates carried through the arrows.
///
/// Solves lam_j = ext_j + sum lam_i x p_ij (Denning and Buzen 1978, "The Operational Analysis of
/// Queueing Network Models", flow balance) with p the uses per request times the share a cache
/// accepts. Strong components are solved callers first; inside a ring the equations are
/// solved together, and a ring that amplifies what comes without end leaves its rates unknown.
struct Demand: Sendable {
  /// Per node of `NodeGraph`; unknown where no journey leads.
  let nodes: [Rates]
  /// Per relation.
  let relations: [Rates]
  /// Per relation, whether any demand leads to its source.
  let isReached: [Bool]
  /// What is written into each component.
  private(set) var writes: [Writes] = []
  /// Rings of calls that amplify what comes to them without end.
  var divergent: [DivergentRing] = []

  init(nodes: [Rates], relations: [Rates]) {
    self.nodes = nodes
    self.relations = relations
    isReached = relations.map { _ in false }
  }

  /// The demand on every node and relation of an architecture.
  ///
  /// `ceilings` are the messages per second each `consumes` relation can work off at most; not a
  /// number where that is unknown. Of all journeys and schedules, or of some journeys alone.
  init(
    _ architecture: Architecture, journeys: [Rates], uses: [Double], ceilings: [Double],
    of isIncluded: ((_ journey: Int) -> Bool)? = nil
  ) {
    var solver = DemandSolver(
      architecture: architecture, journeys: journeys, uses: uses, ceilings: ceilings,
      isIncluded: isIncluded)
    solver.solve()
    relations = solver.relationRates()
    isReached = architecture.relations.map(solver.isReached)
    let isNodeReached = solver.isReached
    nodes = solver.rates.enumerated().map { isNodeReached[$0] ? $1 : .unknown }
    divergent = solver.divergent
    writes = writes(architecture)
  }
}
