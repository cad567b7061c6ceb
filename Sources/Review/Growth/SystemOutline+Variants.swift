/// What is left of the system after losses.
extension SystemOutline {
  /// What can be taken away, in the order in which it is offered.
  package var switches: [LossSwitch] { losses.all }

  /// The system with some switches on, as far as it has been solved; nil until then.
  package func variant(with switches: Set<LossSwitch>) -> GrowthVariant? {
    if switches.isEmpty { return today }
    if combined?.variant.switches == switches { return combined?.variant }
    return variants.first { $0.switches == switches }
  }

  /// Solves it; takes as long as the system is large.
  package func solve(with switches: Set<LossSwitch>) -> SolvedVariant {
    SolvedVariant(variant: losses.variant(with: switches), identity: identity)
  }

  /// Keeps what was solved; of an earlier review nothing is kept, and of this one the last.
  package mutating func keep(_ solved: SolvedVariant) {
    if solved.identity === identity { combined = solved }
  }
}
