import Architecture
import Findings
import YAML

/// Finds the limits of every component; operational laws, which assume no distribution.
///
/// Utilisation law U = lam x S / c and its ceiling lam_max = c / S (Denning and Buzen 1978).
struct LimitFinder {
  let architecture: Architecture
  let demand: Demand
  let tree: CallTree
  let stations: [ComponentStation]
  /// Time from request to answer of each node when nobody waits for a server.
  let times: NodeTimes
  /// The pools, whose stations follow those of the components.
  var pools: [CallPool] = []

  /// The limits of each component, the first one reached in front.
  func all() -> [[Limit]] {
    let stored = storedLoads()
    let callers = poolsByStore()
    let tokens = tokenLimits()
    let measured = architecture.measuredParts
    let (bytes, users) = (byteLoads(), userLoads())
    return architecture.components.indices.map { index in
      if architecture.components[index].isLost { return [loss(index)].compactMap(\.self) }
      let limits =
        measuredUses(index, measured[index] ?? []) + [rateLimit(index), servers(index)]
        + [bandwidth(index, bytes[index]), memory(index, users[index]), threads(index)]
        + connections(index, callers[index] ?? [])
        + stores(index, stored[index]) + partitions(index) + (tokens[index] ?? [])
      return limits.compactMap(\.self).byHeadroom
    }
  }

  /// A component, and the broker that it is kept on: both get what comes to it.
  func parts(_ component: Int) -> [Int] {
    [component] + (architecture.brokers[component].map { [$0] } ?? [])
  }

  func input(_ component: Int, _ property: Property) -> ElementProperty {
    ElementProperty(element: .component(component), property: property)
  }

  /// What is lost carries nothing; no limit where all that use it have something else to fall back
  /// on.
  ///
  /// The loss of channels that go with their broker is the broker's.
  private func loss(_ index: Int) -> Limit? {
    if let broker = architecture.brokers[index], architecture.components[broker].isLost {
      return nil
    }
    var load = Rates()
    for (number, relation) in architecture.relations.enumerated() where demand.isReached[number] {
      if relation.kind == .consumes, relation.source?.component == index {
        load.add(demand.nodes[relation.target.component].steady)
      } else if parts(relation.target.component).contains(index), relation.kind != .replicates,
        relation.kind != .consumes, relation.facts[.fallback] == nil
      {
        load.add(demand.relations[number])
      }
    }
    return Limit(.lost, load, capacity: 0, basis: .declared, inputs: [])
  }

  /// What the busiest part of a component gets of a load.
  func busiest(_ load: Rates, _ index: Int) -> Rates { load.times(stations[index].parts.share) }

  private func rateLimit(_ index: Int) -> Limit? {
    guard let fact = architecture.components[index].facts[.limit], let rate = fact.value.number
    else { return nil }
    return Limit(
      .rateLimit, busiest(demand.nodes[index], index), of: demand.nodes[index], capacity: rate,
      basis: fact.basis,
      inputs: [input(index, .limit)])
  }

  /// The connections that calls hold at a time against those that there are, by who keeps them.
  private func tokenLimits() -> [Int: [Limit?]] {
    var limits: [Int: [Limit?]] = [:]
    for (number, pool) in pools.enumerated() {
      var (load, requests, isAtMost) = (Rates(), Rates(), false)
      for work in stations[architecture.components.count + number].work {
        let held = holdingTime(work)
        load.add(work.load, times: held.mean * pool.parts.share)
        requests.add(work.load)
        isAtMost = isAtMost || held.isAtLeast
      }
      let limit = Limit(
        .pool, load, of: requests, capacity: pool.tokens, basis: pool.basis,
        inputs: [pool.place, input(pool.owner, .replicas)]
          + Self.workInputs(of: pool, architecture), isAtMost: isAtMost)
      limits[pool.owner, default: []].append(limit)
    }
    return limits
  }

  private static func workInputs(
    of pool: CallPool, _ architecture: Architecture
  ) -> [ElementProperty] {
    let targets = pool.relations.map { architecture.relations[$0].target }
    return targets.reduce(into: []) { inputs, target in
      let operation = target.operation.flatMap { index in
        architecture.operations[index].facts[.takes] == nil ? nil : index
      }
      let input = ElementProperty(
        element: operation.map(ElementID.operation) ?? .component(target.component),
        property: .takes)
      if !inputs.contains(input) { inputs.append(input) }
    }
  }

  // MARK: - Servers

  /// Replicas x concurrency against the servers that all its work holds at a time.
  private func servers(_ index: Int) -> Limit? {
    let station = stations[index]
    guard let servers = station.servers, let busy = busyServers(index) else { return nil }
    let isRange = station.replicas.map { $0.least < $0.most } ?? false
    let kind: LimitKind = station.isConsumer ? .consumers : isRange ? .autoscaler : .servers
    return Limit(
      kind, busy.load, of: busy.requests, capacity: servers,
      basis: max(station.basis, busy.load.basis),
      inputs: [input(index, .replicas), input(index, .concurrency)] + busy.inputs,
      isAtMost: busy.isAtMost)
  }

  /// Servers of the busiest part held on average, in erlangs: the sum of rate x time over all work
  /// of a component; nil when the time of some work is unknown.
  func busyServers(_ index: Int) -> BusyServers? {
    var sum = BusyServers()
    // Requests to the component as a whole are taken for the mix of its operations.
    var timed = 0.0
    for work in stations[index].work where work.load.isUsed {
      sum.requests.add(work.load)
      guard let own = work.relation.map({ tree.handling[$0] }) ?? tree.own[work.node] else {
        guard work.node == index, work.relation == nil, stations[index].work.count > 1 else {
          return nil
        }
        continue
      }
      timed += work.arrivals(at: 1)
      let holdingTime = holdingTime(work)
      sum.load.add(work.load, times: holdingTime.mean)
      sum.load.basis = max(sum.load.basis, own.basis)
      sum.isAtMost = sum.isAtMost || holdingTime.isAtLeast
      sum.inputs.append(takes(work))
    }
    if sum.requests.isUnknown { return sum }
    guard timed > 0 else { return nil }
    let timedOnly = sum.load
    sum.load = Rates()
    sum.load.add(timedOnly, times: sum.requests.peak / timed * stations[index].parts.share)
    return sum
  }

  /// Servers that the work of a component holds.
  struct BusyServers {
    /// Servers held at a time.
    var load = Rates()
    /// The requests and messages that hold them.
    var requests = Rates()
    /// The times they were computed from.
    var inputs: [ElementProperty] = []
    /// Whether some time is longer than known.
    var isAtMost = false
  }

  /// How long one piece of work holds a server when nothing it calls makes it wait.
  func holdingTime(_ work: ComponentStation.Work) -> Moments { tree.holdingTime(work, times) }

  private func takes(_ work: ComponentStation.Work) -> ElementProperty {
    if let relation = work.relation {
      return ElementProperty(element: .relation(relation), property: .takes)
    }
    let own = architecture.operation(ofNode: work.node).map(ElementID.operation)
    return ElementProperty(
      element: own.flatMap { architecture.facts(of: $0)[.takes] == nil ? nil : $0 }
        ?? .component(tree.components[work.node]),
      property: .takes)
  }

  // MARK: - Partitions

  /// Readers that a stream's partitions allow, where they are fewer than the servers.
  private func partitions(_ index: Int) -> [Limit?] {
    stations[index].work.map { work in
      guard let relation = work.relation, let readers = readers(relation),
        readers < stations[index].servers ?? .infinity, tree.handling[relation] != nil
      else { return nil }
      let holdingTime = holdingTime(work)
      var busy = Rates()
      busy.add(work.load, times: holdingTime.mean * stations[index].parts.share)
      let channel = architecture.relations[relation].target.component
      return Limit(
        .partitions, busy, of: work.load, capacity: readers, basis: stations[index].basis,
        inputs: [input(channel, .partitions), takes(work)], isAtMost: holdingTime.isAtLeast)
    }
  }

  /// Messages of a stream that can be worked on at a time: one member of a group per partition and
  /// `partition-consumers`, and one message of each partition where order matters; nil when
  /// partitions are no bound.
  func readers(_ relation: Int) -> Double? {
    let arrow = architecture.relations[relation]
    let channel = architecture.components[arrow.target.component].facts
    guard let source = arrow.source?.component, let each = channel.number(.partitions),
      architecture.components[source].kind != .function
    else { return nil }
    let parts = stations[arrow.target.component].parts.count / stations[source].parts.count
    let partitions = each * parts
    let members = partitions * (channel.number(.partitionConsumers) ?? .infinity)
    let station = stations[source]
    let parallel = min(station.replicas?.most ?? .infinity, members)
    let readers = parallel * (station.concurrency ?? .infinity)
    let isOrdered = arrow.facts.isTrue(.needsOrder) && members.isFinite
    let bound = isOrdered ? min(readers, partitions) : readers
    return bound.isFinite ? bound : nil
  }
}
