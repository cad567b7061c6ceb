import Architecture

/// How the demand on one component grows: what comes at the peak, and what comes on average.
///
/// Journeys may grow at rates of their own and differ in how far their peak is above their mean, so
/// that the two need not grow alike.
struct ComponentGrowth: Sendable {
  let peak: MixedGrowth
  let mean: MixedGrowth

  /// How what runs into a limit grows: consumers have to keep up with the mean alone.
  func of(_ limit: Limit) -> MixedGrowth { of(limit.kind) }

  /// The same by its kind.
  func of(_ limit: LimitKind) -> MixedGrowth { limit.isAboutMeans ? mean : peak }
}

extension GrowthModel {
  /// How the demand on each component grows; nil when no growth is declared.
  ///
  /// Journeys with a growth of their own are carried through the arrows apart, one group for each
  /// rate; schedules grow as the system does.
  func growthByComponent() -> [ComponentGrowth]? {
    let system = GrowthRate(architecture.facts)
    let own = architecture.journeys.map { GrowthRate($0.facts) ?? system }
    guard system != nil || own.contains(where: { $0 != nil }) else { return nil }
    var rates: [GrowthRate?] = []
    for rate in own where rate != system && !rates.contains(rate) { rates.append(rate) }
    let groups = rates.map { rate in
      let part = Demand(
        architecture, journeys: journeys, uses: uses, ceilings: consumers.values
      ) { own[$0] == rate }
      return (rate: rate, nodes: part.nodes)
    }
    func mix(_ index: Int, _ share: (Rates) -> Double) -> MixedGrowth {
      let all = share(demand.nodes[index])
      let parts = groups.compactMap { group -> (share: Double, rate: GrowthRate?)? in
        let part = share(group.nodes[index]) / all
        return part > 0 ? (part, group.rate) : nil
      }
      let rest = 1 - parts.reduce(0) { $0 + $1.share }
      return MixedGrowth(parts + [(max(0, rest), system)])
    }
    return architecture.components.indices.map { index in
      ComponentGrowth(peak: mix(index) { $0.peak }, mean: mix(index) { $0.mean })
    }
  }
}
