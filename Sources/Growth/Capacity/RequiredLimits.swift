import Architecture

/// Which limits of a component have to be known before its headroom is a number, by kind: what is
/// under load and does not say them may break first, so that the headroom of the system is at most
/// what the others carry.
///
/// | kind | what has to be known |
/// |---|---|
/// | work | servers (replicas and concurrency), and the time of its work |
/// | stores | write capacity where written, read capacity where read; or servers and time |
/// | external | its limit |
/// | clients, proxies, channels | nothing: what they bear is held against those behind them |
///
/// A declared `unlimited` is known, and so is what a product's page says.
struct RequiredLimits {
  private let architecture: Architecture
  private let demand: Demand
  private let limits: [[Limit]]
  private let stations: [ComponentStation]
  private var isRead: [Bool]
  private var isWritten: [Bool]

  init(
    _ architecture: Architecture, _ demand: Demand, _ limits: [[Limit]],
    _ stations: [ComponentStation]
  ) {
    self.architecture = architecture
    self.demand = demand
    self.limits = limits
    self.stations = stations
    isRead = architecture.components.map { _ in false }
    isWritten = demand.writes.map(\.own.isUsed)
    for (number, relation) in architecture.relations.enumerated()
    where demand.isReached[number] && demand.relations[number].isUsed {
      switch relation.kind {
      case .reads, .calls: isRead[relation.target.component] = true
      case .writes: isWritten[relation.target.component] = true
      default: break
      }
    }
  }

  /// What would have to be said, of each component that does not say enough.
  func missing() -> [ElementProperty] {
    architecture.components.indices.compactMap { index in
      missing(of: index).map { ElementProperty(element: .component(index), property: $0) }
    }
  }

  /// The property that would have to be said of a component first; nil where enough is known.
  private func missing(of index: Int) -> Property? {
    let component = architecture.components[index]
    guard demand.nodes[index].peak > 0, !component.isLost else { return nil }
    switch component.kind.role {
    case .external: return component.facts[.limit] == nil ? .limit : nil
    case .work: return isServing(index) ? nil : missingServer(index)
    case .store: return isServing(index) ? nil : missingCapacity(index)
    case .client, .proxy, .channel: return nil
    }
  }

  /// Whether its servers are known to bear its work, or to be without number.
  private func isServing(_ index: Int) -> Bool {
    let served: Set<LimitKind> = [.servers, .autoscaler, .consumers, .partitions, .rateLimit]
    return stations[index].isUnbounded || limits[index].contains { served.contains($0.kind) }
      || architecture.components[index].facts.number(.limit) != nil
  }

  private func missingServer(_ index: Int) -> Property {
    let facts = architecture.components[index].facts
    return [Property.replicas, .concurrency].first { facts[$0] == nil } ?? .takes
  }

  /// What of reads and writes, each where there are some, has no limit.
  private func missingCapacity(_ index: Int) -> Property? {
    let component = architecture.components[index]
    let facts = component.facts
    if isWritten[index], facts[.writeCapacity] == nil, facts[.shardWrites] == nil {
      return component.storeCapacity(ofWrites: true)
    }
    if isRead[index], facts[.readCapacity] == nil, facts[.shardReads] == nil {
      return component.storeCapacity(ofWrites: false)
    }
    return nil
  }
}
