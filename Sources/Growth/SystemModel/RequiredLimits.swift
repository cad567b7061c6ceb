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
/// | all of them | or how full they are today: `used` |
/// | what says `memory.per-session` | the users of its journeys |
/// | clients, proxies, channels | nothing: their load counts at those behind them |
/// | what is `elastic`, an object store that a vendor runs | nothing: it grows by itself |
///
/// A declared `unlimited` is known, and so is what a product's page says unless today's load is
/// beyond it.
struct RequiredLimits {
  private let model: GrowthModel
  private var isRead: [Bool]
  private var isWritten: [Bool]
  /// By component whose memory sessions take, the undeclared number of users.
  private var unknownUsers: [Int: ElementProperty] = [:]
  private var architecture: Architecture { model.architecture }

  init(_ model: GrowthModel) {
    self.model = model
    let (architecture, demand) = (model.architecture, model.demand)
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
    unknownUsers = usersWithSessions()
  }

  /// What would have to be said first, of each component that does not say enough.
  func missing() -> [ElementProperty] { architecture.components.indices.compactMap(missing) }

  private func missing(of index: Int) -> ElementProperty? {
    let component = architecture.components[index]
    guard model.demand.nodes[index].peak > 0, !component.isLost else { return nil }
    if let doubted = model.doubtedDefaults[index].first { return doubted.property }
    if component.facts[.perPeer] != nil, component.facts[.threads] == nil {
      return own(index, .threads)
    }
    if let users = unknownUsers[index] { return users }
    if component.facts[.used] != nil || component.isElastic { return nil }
    switch component.kind.role {
    case .external: return component.facts[.limit] == nil ? own(index, .used) : nil
    case .work: return isServing(index) ? nil : missingServer(index)
    case .store: return isServing(index) ? nil : missingCapacity(index).map { own(index, $0) }
    case .proxy:
      let isBounded = component.facts[.concurrency] != nil
      return isBounded && !isServing(index) ? missingServer(index) : nil
    case .client, .channel, .tool: return nil
    }
  }

  private func own(_ index: Int, _ property: Property) -> ElementProperty {
    ElementProperty(element: .component(index), property: property)
  }

  /// The number of users of the first journey that comes to each component whose memory their
  /// sessions take, where that is not said.
  private func usersWithSessions() -> [Int: ElementProperty] {
    let keepers = architecture.components.indices.filter {
      let facts = architecture.components[$0].facts
      return facts[.memoryPerSession] != nil && facts[.memorySize] != nil
    }
    guard !keepers.isEmpty else { return [:] }
    var users: [Int: ElementProperty] = [:]
    for (journey, calls) in model.entries.enumerated() {
      let told = architecture.journeys[journey]
      guard told.client != nil, told.facts[.users] == nil else { continue }
      let visits = model.tree.visits(calls)
      for keeper in keepers where users[keeper] == nil {
        guard model.tree.nodes(of: keeper).contains(where: { visits[$0] > 0 }) else { continue }
        users[keeper] = ElementProperty(element: .journey(journey), property: .users)
      }
    }
    return users
  }

  /// Whether its servers are known to handle its work, or to be without number.
  private func isServing(_ index: Int) -> Bool {
    let served: Set<LimitKind> = [.servers, .autoscaler, .consumers, .partitions, .rateLimit]
    return model.stations[index].isUnbounded
      || model.limits[index].contains { served.contains($0.kind) }
      || architecture.components[index].facts.number(.limit) != nil
  }

  /// The time of its work where that is not known, then its servers.
  private func missingServer(_ index: Int) -> ElementProperty {
    let work = model.stations[index].work
    if let untimed = work.first(where: { $0.load.isUsed && !model.isTimed($0) }) {
      let element =
        untimed.relation.map(ElementID.relation) ?? architecture.element(ofNode: untimed.node)
      return ElementProperty(element: element, property: .takes)
    }
    let facts = architecture.components[index].facts
    return own(index, [.replicas, .concurrency].first { facts[$0] == nil } ?? .takes)
  }

  /// What of reads and writes, each where there are some, has no limit; how full the store is where
  /// neither has one.
  private func missingCapacity(_ index: Int) -> Property? {
    let component = architecture.components[index]
    func isKnown(_ properties: Property...) -> Bool {
      properties.contains { component.facts[$0] != nil }
    }
    // What one shard takes says nothing of all before there is a number of them.
    let isSplit = component.facts[.shardCount] == nil && isKnown(.shardWrites, .shardReads)
    if isSplit && !isKnown(.writeCapacity, .readCapacity) { return .shardCount }
    let isWritable = isKnown(.writeCapacity, .shardWrites)
    let isReadable = isKnown(.readCapacity, .shardReads)
    let isShort = isWritten[index] && !isWritable
    guard isShort || isRead[index] && !isReadable else { return nil }
    return isWritable || isReadable ? component.storeCapacity(ofWrites: isShort) : .used
  }
}

extension GrowthModel {
  /// Whether the time of some work is known.
  fileprivate func isTimed(_ work: ComponentStation.Work) -> Bool {
    (work.relation.map { tree.handling[$0] } ?? tree.own[work.node]) != nil
  }
}
