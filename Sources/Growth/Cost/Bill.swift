import Architecture
import YAML

/// What each component is billed for, by a model of its demand.
struct Bill {
  private let model: GrowthModel
  /// Messages per second that each component consumes; not a number where that is unknown.
  private let consumed: [Double]

  init(_ model: GrowthModel) {
    self.model = model
    var consumed = [Double](repeating: 0, count: model.architecture.components.count)
    for (index, relation) in model.architecture.relations.enumerated()
    where relation.kind == .consumes && model.demand.isReached[index] {
      guard let source = relation.source else { continue }
      consumed[source.component] += model.demand.relations[index].mean
    }
    self.consumed = consumed
  }

  private var architecture: Architecture { model.architecture }

  /// What a component costs in a month at a multiple of today's mean; what is unknown counts
  /// nothing.
  func point(of index: Int, at multiple: Double) -> CostPoint {
    let component = architecture.components[index]
    let prices = component.prices
    let replicas = prices[.perReplica] == nil ? nil : self.replicas(of: index, at: multiple)
    let use = replicas.flatMap { self.use(of: index, at: multiple, among: $0.each) }
    let forReplicas = (prices[.perReplica]?.amount ?? 0) * (replicas?.all ?? 0)
    let others = PriceUnit.allCases.map { unit -> Double in
      (prices[unit]?.amount ?? 0) * (count(unit, of: index, at: multiple) ?? 0)
    }
    return CostPoint(
      perMonth: others.reduce(forReplicas, +), replicasPerMonth: forReplicas,
      replicas: replicas?.all,
      idle: use.map { max(0, 1 - $0) }, isOverloaded: use.map { $0 > 1 } ?? false)
  }

  /// The keys that its prices need and that are unknown.
  func undeclared(of index: Int) -> [String] {
    let prices = architecture.components[index].prices
    return PriceUnit.allCases.filter { prices[$0] != nil }.compactMap { unit -> String? in
      let isKnown =
        unit == .perReplica
        ? replicas(of: index, at: 1) != nil : count(unit, of: index, at: 1) != nil
      return isKnown ? nil : unit.missing
    }
  }

  /// How much of a unit is billed in a month, replicas aside; nil where that is unknown.
  private func count(_ unit: PriceUnit, of index: Int, at multiple: Double) -> Double? {
    let component = architecture.components[index]
    let all = model.demand.nodes[index].mean
    let isChannel = component.kind.role == .channel
    let rate: Double
    switch unit {
    case .perReplica: return nil
    case .perGigabyte: return component.facts.number(.stored).map { $0 / 1e9 }
    case .perRequest: rate = isChannel ? all : all - consumed[index]
    case .perMessage: rate = isChannel ? all : consumed[index]
    }
    return rate.isNaN ? nil : max(0, rate) * multiple * Money.secondsPerMonth
  }

  // MARK: - Replicas

  /// The replicas that are paid for, of one part and of all; nil where they are unknown.
  private func replicas(of index: Int, at multiple: Double) -> (each: Double, all: Double)? {
    let station = model.stations[index]
    let parts = station.parts.count
    guard let scaler = station.scaler else {
      return station.replicas.map { ($0.least, $0.least * parts) }
    }
    // Where its work is unknown, no more than the fewest are paid for with certainty.
    let busy = serverUse(of: index).flatMap { use in station.servers.map { $0 * use * multiple } }
    let each = scaler.replicas(for: busy ?? 0)
    return (each, each * parts)
  }

  /// The share of some replicas that the mean load of a multiple uses: of servers, or of what else
  /// limits them most; nil where that is unknown.
  private func use(of index: Int, at multiple: Double, among replicas: Double) -> Double? {
    let station = model.stations[index]
    let even = 1 / (station.parts.share * station.parts.count)
    if station.scaler != nil {
      guard let most = station.replicas?.most, replicas > 0 else { return nil }
      return serverUse(of: index).map { $0 * multiple * even * most / replicas }
    }
    let uses = model.limits[index].compactMap(\.meanUse)
    return uses.max().map { $0 * multiple * even }
  }

  /// The share of the most servers that today's mean keeps busy.
  private func serverUse(of index: Int) -> Double? {
    model.limits[index].first { [.servers, .autoscaler, .consumers].contains($0.kind) }?.meanUse
  }

  // MARK: - Journeys

  /// What one of each journey costs at today's mean.
  func journeys() -> [JourneyCost] {
    let costs = CostToServe(architecture, uses: model.uses, own: costPerRequest).nodes
    return zip(architecture.journeys, model.entries).compactMap { journey, entries in
      let each = entries.reduce(0) { $0 + costs[$1.node] * $1.uses }
      return each > 0 && each.isFinite ? JourneyCost(name: journey.name, each: each) : nil
    }
  }

  /// What a component costs per request or message that comes to it at today's mean.
  private var costPerRequest: [Double] {
    architecture.components.indices.map { index in
      let rate = model.demand.nodes[index].mean
      guard rate > 0 else { return 0 }
      return point(of: index, at: 1).perMonth / (rate * Money.secondsPerMonth)
    }
  }
}

extension PriceUnit {
  /// What is undeclared where there is none to count.
  fileprivate var missing: String {
    switch self {
    case .perReplica: Property.replicas.name
    case .perGigabyte: Property.stored.name
    case .perRequest, .perMessage: Property.rate.name
    }
  }
}
