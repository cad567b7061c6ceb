import Architecture
import Findings
import YAML

/// A component as a queueing station: c servers, and the kinds of work that hold them.
struct ComponentStation: Sendable {
  /// One kind of work: requests to an operation, to the component, or messages.
  struct Work: Sendable {
    /// The node whose calls it makes.
    let node: Int
    /// The `consumes` relation of messages; nil for requests.
    let relation: Int?
    /// How often it comes; of messages only the mean has to be carried, since they can wait.
    var load: Rates

    /// How often it comes at the peak, as far as that is known.
    func arrivals(at multiple: Double) -> Double {
      load.isUnknown ? 0 : load.peak(at: multiple)
    }
  }

  /// Replicas x concurrency; nil when one of them is unknown or nothing bounds them.
  let servers: Double?
  /// Most replicas, and least.
  let replicas: (least: Double, most: Double)?
  /// Requests one replica works on at a time.
  let concurrency: Double?
  /// Whether nobody ever waits for a server, because one replica works on any number at a time.
  let isUnbounded: Bool
  /// How its replicas follow the load; nil when their number is fixed.
  let scaler: Autoscaler?
  /// Places for those who wait; nil when nothing bounds them.
  let bufferCapacity: Double?
  /// By how much contention between the most replicas stretches the work.
  let contentionFactor: Double
  /// The weakest origin of the number of servers.
  let basis: Origin
  /// What its replicas cost each other.
  let law: Scalability
  /// The parts that it consists of, of which this is the busiest.
  let parts: Parts
  /// All that holds the servers of all parts.
  var work: [Work] = []

  init(_ component: Component, _ parts: Parts) {
    self.parts = parts
    let facts = component.facts
    let each = facts.number(.concurrency).flatMap { $0.isFinite ? $0 : nil }
    let copies = component.isLost ? (least: 0, most: 0) : facts.replicaBounds
    concurrency = each
    isUnbounded = facts.number(.concurrency) == .infinity
    replicas = copies
    scaler = component.isLost ? nil : Autoscaler(facts)
    law = Self.scalability(facts)
    servers = component.isLost ? 0 : each.flatMap { each in copies.map { $0.most * each } }
    bufferCapacity = component.isLost ? 0 : facts.number(.queue).flatMap { $0.isFinite ? $0 : nil }
    contentionFactor = law.contentionFactor(max(1, copies?.most ?? 1))
    basis = max(
      facts[.replicas]?.basis ?? .declared, facts[.concurrency]?.basis ?? .declared)
  }

  /// The tokens of a pool, held by the calls of the nodes in front of its target.
  init(
    _ pool: CallPool, nodes: [Int], _ tree: CallTree, _ demand: Demand,
    in architecture: Architecture
  ) {
    parts = pool.parts
    concurrency = pool.each
    isUnbounded = false
    replicas = (pool.replicas, pool.replicas)
    scaler = nil
    law = Scalability()
    servers = pool.tokens
    bufferCapacity = nil
    contentionFactor = 1
    basis = pool.basis
    work = nodes.map { node in
      var load = Rates()
      let called = Set(tree.calls[node].map(\.target))
      for index in pool.relations where demand.isReached[index] {
        guard called.contains(architecture.node(architecture.relations[index].target)) else {
          continue
        }
        load.add(demand.relations[index])
      }
      return Work(node: node, relation: nil, load: load)
    }
  }

  /// Whether the number of its replicas tells how long its work takes.
  var isContended: Bool { law.contention > 0 || law.coherence > 0 }

  /// Whether it only works off messages.
  var isConsumer: Bool { !work.isEmpty && work.allSatisfy { $0.relation != nil } }

  /// What its replicas cost each other.
  static func scalability(_ facts: FactList) -> Scalability {
    Scalability(
      contention: facts.number(.contention) ?? 0, coherence: facts.number(.coherence) ?? 0)
  }

  /// All stations of an architecture, one per component.
  static func all(_ architecture: Architecture, _ demand: Demand) -> [ComponentStation] {
    var stations = idle(architecture)
    var direct = [Rates](repeating: Rates(), count: architecture.nodeCount)
    for (index, relation) in architecture.relations.enumerated() where demand.isReached[index] {
      let target = architecture.node(relation.target)
      switch relation.kind {
      case .calls, .reads, .writes, .schedules:
        direct[target].add(demand.relations[index])
      case .consumes:
        guard let source = relation.source else { continue }
        stations[source.component].work.append(
          Work(
            node: architecture.node(source), relation: index, load: demand.relations[index].steady))
      case .publishes, .replicates, .maintains: break
      }
    }
    for (component, writes) in demand.writes.enumerated() where writes.replayed.isUsed {
      direct[component].add(writes.replayed)
    }
    for (node, load) in direct.enumerated() where load.isUsed {
      stations[architecture.component(ofNode: node)].work.append(
        Work(node: node, relation: nil, load: load))
    }
    return stations
  }
}

extension ComponentStation {
  /// The stations of components before anything comes to them.
  static func idle(_ architecture: Architecture) -> [ComponentStation] {
    zip(architecture.components, architecture.parts()).map { ComponentStation($0, $1) }
  }

  /// The stations of pools, in their order.
  static func all(
    _ pools: [CallPool], _ tree: CallTree, _ demand: Demand, in architecture: Architecture
  ) -> [ComponentStation] {
    let first = architecture.components.count
    return pools.enumerated().map { number, pool in
      ComponentStation(pool, nodes: tree.nodes(of: first + number), tree, demand, in: architecture)
    }
  }
}
