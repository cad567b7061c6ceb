package import Architecture
import Glibc

/// By how much demand is declared to multiply, and in what time; it compounds.
package struct GrowthRate: Hashable, Sendable {
  /// The multiple of today's demand.
  package let factor: Double
  /// The months in which it is reached.
  package let months: Double
  /// A twelfth of a year of 365.25 days, in seconds.
  static let month = 2_629_800.0

  /// The declared growth; nil when none is declared.
  package init?(_ facts: FactList) {
    guard case .growth(let factor, let period)? = facts[.growth]?.value else { return nil }
    self.factor = factor
    months = period / Self.month
  }

  /// Natural logarithm of the monthly factor.
  fileprivate var monthly: Double { log(factor) / months }
}

/// How the demand on one element grows: each of its journeys at its own rate.
struct MixedGrowth: Sendable {
  /// Shares of today's demand, with the logarithm of their monthly factor.
  private let parts: [(share: Double, monthly: Double)]

  init(_ shares: [(share: Double, rate: GrowthRate?)]) {
    parts = shares.map { ($0.share, $0.rate?.monthly ?? 0) }
  }

  /// By what demand will have multiplied after some months.
  func factor(after months: Double) -> Double {
    parts.reduce(0) { $0 + $1.share * exp(min(700, $1.monthly * months)) }
  }

  /// Months until demand is a multiple of today's: where the sum of share x e^(monthly x months)
  /// reaches it; ln m / monthly for a single rate.
  ///
  /// 0 when it is already; nil when it does not get there within a thousand years.
  func months(until multiple: Double) -> Double? {
    guard multiple > 1 else { return 0 }
    var (low, high) = (0.0, 12_000.0)
    guard factor(after: high) >= multiple else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if factor(after: middle) < multiple { low = middle } else { high = middle }
    }
    return high
  }
}

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
