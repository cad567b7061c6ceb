import Architecture
import Findings
import YAML

/// What the pools of callers take of the connections that a store or broker accepts.
extension LimitFinder {
  /// Pools of all that use each store or broker with a known bound on its connections.
  ///
  /// What a component says of its pool is said of stores; to brokers, arrows say it.
  func poolsByStore() -> [Int: [Caller]] {
    var callers: [Int: [Caller]] = [:]
    for relation in architecture.relations {
      let isOfChannel = [.publishes, .consumes].contains(relation.kind)
      let target = relation.target.component
      let store = architecture.brokers[target] ?? target
      guard relation.isSynchronous || isOfChannel, let source = relation.source?.component,
        isBounded(store)
      else { continue }
      let own = isOfChannel ? nil : architecture.components[source].facts.number(.pool)
      let pool = relation.facts.number(.pool) ?? own
      let known = callers[store, default: []]
      let isReader = relation.kind == .reads
      if let same = known.firstIndex(where: { $0.component == source }) {
        callers[store]?[same].pool = larger(known[same].pool, pool)
        callers[store]?[same].isReader = known[same].isReader && isReader
      } else {
        callers[store, default: []].append(
          Caller(component: source, pool: pool, isReader: isReader))
      }
    }
    return callers
  }

  /// A component that uses a store or broker, and the connections of one replica if they are known.
  struct Caller {
    let component: Int
    var pool: Double?
    /// Whether it only reads, so that any copy will do.
    var isReader: Bool
  }

  private func larger(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }

  private func isBounded(_ store: Int) -> Bool {
    let component = architecture.components[store]
    return [.store, .channel].contains(component.kind.role)
      && (component.facts.number(.maxConnections)?.isFinite == true
        || component.facts[.memoryPerConnection] != nil)
  }

  /// The copies of a database over which who only reads spreads its connections; each accepts its
  /// own maximum.
  private func readCopies(_ index: Int) -> Double {
    let store = architecture.components[index]
    guard store.kind == .database, let copies = stations[index].replicas?.most else { return 1 }
    return copies.isFinite ? max(1, copies) : 1
  }

  /// The connections that a store accepts, and those for which it has memory, against the pools,
  /// summed over the replicas of all callers.
  func connections(_ index: Int, _ callers: [Caller]) -> [Limit?] {
    let facts = architecture.components[index].facts
    let accepted = facts[.maxConnections].flatMap { fact in
      fact.value.number.flatMap {
        connections(.connections, index, callers, $0, basis: fact.basis, [.maxConnections])
      }
    }
    guard let size = facts[.memorySize], let bytes = size.value.number,
      let each = facts.number(.memoryPerConnection), each > 0
    else { return [accepted] }
    let held = connections(
      .memory, index, callers, (bytes / each).rounded(.down), basis: size.basis,
      [.memorySize, .memoryPerConnection])
    return [accepted, held]
  }

  private func connections(
    _ kind: LimitKind, _ index: Int, _ callers: [Caller], _ capacity: Double, basis: Origin,
    _ properties: [Property]
  ) -> Limit? {
    let known = callers.filter { $0.pool != nil }
    guard !known.isEmpty else { return nil }
    let copies = readCopies(index)
    let pools = known.compactMap { caller -> Pool? in
      let station = stations[caller.component]
      guard let replicas = station.replicas, let each = caller.pool else { return nil }
      return Pool(
        each: each * station.parts.connections(to: stations[index].parts)
          / (caller.isReader ? copies : 1), replicas: replicas,
        busy: busyReplicas(caller.component))
    }
    guard pools.count == known.count else { return nil }
    return Limit(
      kind, pools, of: demand.nodes[index], capacity: capacity, basis: basis,
      inputs: properties.map { input(index, $0) } + known.map { input($0.component, .pool) },
      isAtMost: known.count < callers.count)
  }

  /// Replicas that the work of a component keeps busy.
  private func busyReplicas(_ index: Int) -> Rates? {
    guard let each = stations[index].concurrency, let busy = busyServers(index) else { return nil }
    var replicas = Rates()
    replicas.add(busy.load, times: 1 / each)
    return replicas
  }
}
