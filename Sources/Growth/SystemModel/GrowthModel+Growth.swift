import Architecture

extension GrowthModel {
  /// How the demand on each component grows; nil when no growth is declared.
  ///
  /// Journeys with a growth of their own are carried through the arrows apart, one group for each
  /// rate; schedules grow as the system does.
  func growthByComponent() -> [MixedGrowth]? {
    let system = GrowthRate(architecture.facts)
    let own = architecture.journeys.map { GrowthRate($0.facts) ?? system }
    guard system != nil || own.contains(where: { $0 != nil }) else { return nil }
    var rest = [Double](repeating: 1, count: architecture.components.count)
    var shares = rest.map { _ in [(share: Double, rate: GrowthRate?)]() }
    var groups: [GrowthRate?] = []
    for rate in own where rate != system && !groups.contains(rate) { groups.append(rate) }
    for rate in groups {
      let group = Demand(
        architecture, journeys: journeys, uses: uses, ceilings: consumers.values
      ) { own[$0] == rate }
      for index in rest.indices {
        let share = group.nodes[index].mean / demand.nodes[index].mean
        guard share > 0 else { continue }
        shares[index].append((share, rate))
        rest[index] -= share
      }
    }
    return shares.indices.map { MixedGrowth(shares[$0] + [(max(0, rest[$0]), system)]) }
  }
}
