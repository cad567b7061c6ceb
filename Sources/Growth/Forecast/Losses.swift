import Architecture

/// A model solved again without each of its zones, and with caches that answer nothing.
struct Losses: Sendable {
  private let model: GrowthModel
  private let zones: [(name: String, left: GrowthModel)]
  private let cold: GrowthModel?

  init(_ model: GrowthModel) {
    self.model = model
    let architecture = model.architecture
    let most = Budget.variants(Budget.zones, components: model.limits.count)
    zones = architecture.zones.prefix(most).map {
      ($0, GrowthModel(architecture.losing([.zone($0)])))
    }
    cold = architecture.hasCaches ? GrowthModel(architecture.withColdCaches) : nil
  }

  /// What is left of a limit when the zone is lost that takes most of it; nil when none takes any.
  func worstZone(_ limit: Limit, of component: Int) -> (zone: String, headroom: Double)? {
    var worst: (zone: String, headroom: Double)?
    for (name, left) in zones {
      guard let headroom = Self.headroom(limit, of: component, in: left),
        headroom < worst?.headroom ?? limit.headroom * (1 - 1e-9)
      else { continue }
      worst = (name, headroom)
    }
    return worst
  }

  /// What is left of a limit while caches are cold; nil when that changes nothing.
  func coldCaches(_ limit: Limit, of component: Int) -> Double? {
    guard let cold, let headroom = Self.headroom(limit, of: component, in: cold) else { return nil }
    return headroom < limit.headroom * (1 - 1e-9) ? headroom : nil
  }

  private static func headroom(
    _ limit: Limit, of component: Int, in left: GrowthModel
  ) -> Double? {
    left.limits[component].first { $0.kind == limit.kind || $0.kind == .lost }?.headroom
  }

  /// What the system carries without the zone that takes most from it.
  func worstZone() -> LossForecast? {
    zones.compactMap { forecast($0.left, without: $0.name) }.min { $0.headroom < $1.headroom }
  }

  /// What the system carries while caches are cold.
  func coldCaches() -> LossForecast? { cold.flatMap { forecast($0, without: "caches") } }

  private func forecast(_ left: GrowthModel, without lost: String) -> LossForecast? {
    guard let (component, limit) = left.first else { return nil }
    return LossForecast(
      lost: lost, headroom: limit.headroom,
      element: left.architecture.components[component].name)
  }
}

extension GrowthModel {
  /// The share of a limit that is left without one of the replicas; nil where it does not rest on
  /// their number.
  func shareWithoutOne(of limit: Limit, _ component: Int) -> Double? {
    guard let most = stations[component].replicas?.most, case .rates = limit.load else {
      return nil
    }
    switch limit.kind {
    case .servers, .autoscaler, .consumers, .room, .held, .retries, .timeouts,
      .target:
      let law = stations[component].law
      return law.capacity(most - 1) / law.capacity(most)
    case .pool, .bandwidth, .memory: return (most - 1) / most
    case .threads:
      let perPeer = architecture.components[component].facts.number(.perPeer) ?? 0
      return perPeer > 0 ? nil : (most - 1) / most
    case .lost, .measured, .fallback, .backlog, .partitions, .rateLimit, .connections,
      .singleWriter, .writes,
      .reads, .replay, .hottestShard:
      return nil
    }
  }
}
