import Architecture
import Findings
import YAML

extension LimitFinder {
  /// What is written into and read from each component.
  func storedLoads() -> [StoredLoads] {
    var loads = [StoredLoads](repeating: StoredLoads(), count: architecture.components.count)
    for (index, relation) in architecture.relations.enumerated() where demand.isReached[index] {
      switch relation.kind {
      case .publishes:
        for part in parts(relation.target.component) {
          loads[part].writes.add(demand.relations[index])
        }
      case .reads: loads[relation.target.component].reads.add(demand.relations[index])
      default: break
      }
    }
    for (index, writes) in demand.writes.enumerated() {
      loads[index].writes.add(writes.own)
      loads[index].writes.add(writes.replayed)
      loads[index].isCopy = writes.replayed.isUsed
    }
    return loads
  }

  /// Limits of what keeps data: writes, reads, and those of the busiest shard.
  func stores(_ index: Int, _ loads: StoredLoads) -> [Limit?] {
    let facts = architecture.components[index].facts
    let isSingle = facts.text(.writers) == "single"
    return [
      node(index, isSingle ? .singleWriter : .writes, .writeCapacity, loads.writes),
      node(index, .reads, .readCapacity, loads.reads), replica(index, loads),
      shard(index, .shardWrites, loads.writes), shard(index, .shardReads, loads.reads),
    ]
  }

  private func node(
    _ index: Int, _ kind: LimitKind, _ property: Property, _ load: Rates
  ) -> Limit? {
    guard let fact = architecture.components[index].facts[property],
      let capacity = fact.value.number
    else { return nil }
    return Limit(
      kind, busiest(load, index), of: demand.nodes[index], capacity: capacity, basis: fact.basis,
      inputs: [input(index, property)], stops: kind == .reads ? .reads : .writes)
  }

  /// Reads of a copy beside the writes that it replays: both take of the same node, so that their
  /// shares add up.
  ///
  /// With all writes replayed by each of n copies the reads that are left grow ever slower than n
  /// (J. Gray et al., "The Dangers of Replication and a Solution", SIGMOD 1996).
  private func replica(_ index: Int, _ loads: StoredLoads) -> Limit? {
    let facts = architecture.components[index].facts
    guard loads.isCopy, let reads = facts[.readCapacity],
      let writes = facts[.writeCapacity], let mostReads = reads.value.number,
      let mostWrites = writes.value.number, mostReads > 0, mostWrites > 0
    else { return nil }
    var share = Rates()
    share.add(loads.reads, times: 1 / mostReads)
    share.add(loads.writes, times: 1 / mostWrites)
    return Limit(
      .replay, busiest(share, index), of: demand.nodes[index], capacity: 1,
      basis: max(reads.basis, writes.basis),
      inputs: [input(index, .readCapacity), input(index, .writeCapacity)], stops: .reads)
  }

  /// What one shard takes against the share of the load that the busiest one of all parts gets.
  private func shard(_ index: Int, _ property: Property, _ load: Rates) -> Limit? {
    let facts = architecture.components[index].facts
    guard let fact = facts[property], let single = fact.value.number,
      let share = hottestShare(facts, stations[index].parts, isWrite: property == .shardWrites)
    else { return nil }
    return Limit(
      .hottestShard, load, of: demand.nodes[index], capacity: single / share.value,
      basis: max(fact.basis, share.basis),
      inputs: [input(index, property)] + share.inputs.map { input(index, $0) },
      stops: property == .shardReads ? .reads : .writes)
  }

  /// Share of the load that the busiest shard gets: its part of what is spread, and the busiest key
  /// on top.
  ///
  /// All of it where new keys are always the greatest and shards are ranges of them. Where nobody
  /// said how keys are spread, evenly, which is an assumption.
  private func hottestShare(
    _ facts: FactList, _ parts: Parts, isWrite: Bool
  ) -> (value: Double, basis: Origin, inputs: [Property])? {
    let count = facts[.shardCount] ?? facts[.partitions]
    let distinct = facts.number(.shardDistinct) ?? .infinity
    let shards = count?.value.number.map { min($0 * parts.count, distinct) }
    let top = facts[.shardTopShare]
    if isWrite, facts.isTrue(.shardMonotonic), facts.text(.shardBy) == "range" {
      return (parts.share, .declared, [.shardMonotonic])
    }
    switch (shards, top?.value.number) {
    case (nil, nil): return nil
    case (nil, let share?):
      return share > 0 ? (share, top?.basis ?? .declared, [.shardTopShare]) : nil
    case (let shards?, nil):
      return (1 / shards, .assumed, [.shardCount, .shardTopShare])
    case (let shards?, let share?):
      let basis = max(count?.basis ?? .declared, top?.basis ?? .declared)
      return (share + (1 - share) / shards, basis, [.shardCount, .shardTopShare])
    }
  }
}
