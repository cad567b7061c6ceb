import Architecture
import Findings
import YAML

/// What a replica has only so much of beside servers: network, memory and threads.
extension LimitFinder {
  // MARK: - Bandwidth

  /// What passes each component; all empty where none says its bandwidth.
  func byteLoads() -> [ByteLoads] {
    var loads = [ByteLoads](repeating: ByteLoads(), count: architecture.components.count)
    guard architecture.components.contains(where: { $0.facts[.bandwidth] != nil }) else {
      return loads
    }
    for (index, relation) in architecture.relations.enumerated() where demand.isReached[index] {
      switch relation.kind {
      case .calls, .reads, .writes, .publishes:
        pass(demand.relations[index], relation, in: &loads)
      case .consumes, .replicates, .schedules, .maintains: break
      }
    }
    for (index, relation) in architecture.relations.enumerated()
    where relation.kind == .consumes && demand.isReached[index] {
      handOut(demand.relations[index], relation, in: &loads)
    }
    return loads
  }

  private func pass(_ rates: Rates, _ relation: Relation, in loads: inout [ByteLoads]) {
    let targets = parts(relation.target.component)
    guard let size = relation.facts.number(.payload) else {
      for target in targets where rates.isUsed { loads[target].isPartial = true }
      if let source = relation.source?.component, rates.isUsed { loads[source].isPartial = true }
      return
    }
    for target in targets { loads[target].served.add(rates, times: size) }
    if let source = relation.source?.component { loads[source].used.add(rates, times: size) }
  }

  /// Readers take all that is written: each of a stream or topic, those of a queue together.
  private func handOut(_ rates: Rates, _ relation: Relation, in loads: inout [ByteLoads]) {
    let (channel, written) = (relation.target.component, loads[relation.target.component].served)
    let messages = demand.nodes[channel].peak
    if architecture.components[channel].kind != .queue || !loads[channel].handedOut.isUsed {
      for part in parts(channel) { loads[part].handedOut.add(written) }
    }
    guard let source = relation.source?.component, messages > 0, written.peak > 0 else { return }
    loads[source].used.add(rates, times: written.peak / messages)
  }

  /// The bandwidth of all replicas against the busiest way through them: networks carry as much in
  /// each direction.
  func bandwidth(_ index: Int, _ loads: ByteLoads) -> Limit? {
    guard let fact = architecture.components[index].facts[.bandwidth],
      let each = fact.value.number
    else { return nil }
    return [loads.served, loads.used, loads.handedOut].compactMap { load in
      Limit(
        .bandwidth, busiest(load, index), of: demand.nodes[index], capacity: each * copies(index),
        basis: fact.basis, inputs: [input(index, .bandwidth)] + ownReplicas(index),
        isAtMost: loads.isPartial)
    }.min { $0.headroom < $1.headroom }
  }

  /// Replicas of a component; one of what does not count any.
  private func copies(_ index: Int) -> Double { stations[index].replicas?.most ?? 1 }

  private func ownReplicas(_ index: Int) -> [ElementProperty] {
    stations[index].replicas == nil ? [] : [input(index, .replicas)]
  }

  // MARK: - Memory

  /// What clients and their users hold at each component; all empty where none says its memory.
  func userLoads() -> [UserLoads] {
    var loads = [UserLoads](repeating: UserLoads(), count: architecture.components.count)
    func isDeclared(_ property: Property) -> Bool {
      architecture.components.contains { $0.facts[property] != nil }
    }
    if isDeclared(.memoryPerConnection) {
      let answerers = architecture.answerers()
      for (index, relation) in architecture.relations.enumerated() where relation.journey != nil {
        hold(index, relation, at: relation.target.component, in: &loads)
        let behind = answerers[index].component
        guard behind != relation.target.component, relation.isKeptOpen else { continue }
        hold(index, relation, at: behind, in: &loads)
      }
    }
    if isDeclared(.memoryPerSession) {
      for (journey, entries) in architecture.entriesByJourney.enumerated() {
        keepSessions(of: journey, from: entries, in: &loads)
      }
    }
    return loads
  }

  /// Each user of a socket holds a connection, however often he asks; of others as many are open as
  /// come in the time that one stays (Little's law).
  private func hold(
    _ index: Int, _ relation: Relation, at component: Int, in loads: inout [UserLoads]
  ) {
    guard let journey = relation.journey else { return }
    let age = architecture.components[component].facts.number(.connectionAge)
    if relation.isKeptOpen, let users = users(of: journey) {
      loads[component].connections.add(users)
      loads[component].inputs.append(
        ElementProperty(element: .journey(journey), property: .users))
    } else if let age {
      loads[component].connections.add(demand.relations[index], times: age)
      loads[component].inputs.append(input(component, .connectionAge))
    } else {
      loads[component].isPartial = true
    }
  }

  private func users(of journey: Int) -> Rates? {
    guard let fact = architecture.journeys[journey].facts[.users], let users = fact.value.number
    else { return nil }
    return Rates(mean: users, direct: users, worst: users, basis: fact.basis)
  }

  /// A session of each user at all components that wait for each other on his way.
  private func keepSessions(
    of journey: Int, from entries: [Int], in loads: inout [UserLoads]
  ) {
    let users = users(of: journey)
    var open = entries
    var (seen, kept): (Set<Int>, Set<Int>) = ([], [])
    while let node = open.popLast() {
      guard seen.insert(node).inserted else { continue }
      let component = tree.components[node]
      if component < architecture.components.count, kept.insert(component).inserted {
        let place = ElementProperty(element: .journey(journey), property: .users)
        if let users {
          loads[component].sessions.add(users)
          loads[component].inputs.append(place)
        } else if architecture.journeys[journey].client != nil {
          loads[component].unknownUsers = loads[component].unknownUsers ?? place
        }
      }
      open += tree.calls[node].map(\.target)
    }
  }

  /// The memory of all replicas against what connections and sessions take of it.
  func memory(_ index: Int, _ loads: UserLoads) -> Limit? {
    let facts = architecture.components[index].facts
    guard let fact = facts[.memorySize], let size = fact.value.number else { return nil }
    let parts: [(Property, Rates)] = [
      (.memoryPerConnection, loads.connections), (.memoryPerSession, loads.sessions),
    ]
    var (load, inputs) = (Rates(), [input(index, .memorySize)] + ownReplicas(index))
    for (property, held) in parts where held.isUsed {
      guard let each = facts.number(property) else { continue }
      load.add(held, times: each * stations[index].parts.share)
      inputs.append(input(index, property))
    }
    return Limit(
      .memory, load, of: demand.nodes[index], capacity: size * copies(index), basis: fact.basis,
      inputs: inputs + loads.inputs,
      isAtMost: loads.isPartial && facts[.memoryPerConnection] != nil
        || loads.unknownUsers != nil && facts[.memoryPerSession] != nil)
  }

  // MARK: - Threads

  /// The threads of all replicas, less those that each keeps for the others, against the requests
  /// in progress, each of which holds one.
  func threads(_ index: Int) -> Limit? {
    let facts = architecture.components[index].facts
    guard let fact = facts[.threads], let each = fact.value.number, each.isFinite,
      let busy = busyServers(index)
    else { return nil }
    let (fleet, perPeer) = (copies(index), facts.number(.perPeer) ?? 0)
    let left = fleet * (each - perPeer * max(0, fleet - 1))
    return Limit(
      .threads, busy.load, of: busy.requests, capacity: max(0, left), basis: fact.basis,
      inputs: [input(index, .threads)] + (perPeer > 0 ? [input(index, .perPeer)] : [])
        + ownReplicas(index) + busy.inputs, isAtMost: busy.isAtMost)
  }
}

extension Relation {
  /// Whether its connection stays open between requests.
  fileprivate var isKeptOpen: Bool {
    ["websocket", "sse"].contains(facts.text(.protocol) ?? "")
  }
}

extension FactList {
  /// The most replicas whose threads for each other leave one to work with: threads / per-peer, and
  /// the replica itself; nil where nothing bounds them.
  package var largestFleet: Double? {
    guard let threads = number(.threads), let each = number(.perPeer), each > 0, threads.isFinite
    else { return nil }
    return ((threads - 1) / each).rounded(.down) + 1
  }
}
