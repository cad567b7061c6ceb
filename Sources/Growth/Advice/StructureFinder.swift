import Architecture
import Findings
import YAML

/// Finds the change of structure that ends a limit which otherwise takes a larger node.
package struct StructureFinder {
  let model: GrowthModel
  let target: Double

  typealias Values = [(place: ElementProperty, value: Value?)]

  /// Whether structure may end a limit.
  package static func replaces(_ limit: LimitKind) -> Bool {
    [.reads, .singleWriter, .writes, .retries].contains(limit)
  }

  /// Hit ratios that a cache can be expected to reach.
  private static let mostHits = 0.99
  /// Shards beyond which another store is the answer.
  private static let mostShards = 256.0

  /// The values that change, and what that builds; nil where nothing is known.
  func change(
    _ component: Int, _ limit: Limit
  ) -> (structure: PlannedChange.Structure, values: Values)? {
    let load = limit.load.at(target)
    guard Self.replaces(limit.kind), load > limit.capacity, load < 1e12 else { return nil }
    if limit.kind == .reads {
      return cache(component, share: limit.capacity / load).map { (.cache, $0) }
    }
    if limit.kind == .retries { return breakers(component).map { (.breaker, $0) } }
    return shards(component, load).map { (.shards, $0) }
  }

  /// Circuit breakers before the calls that are tried again, which keep a spike from lasting.
  private func breakers(_ component: Int) -> Values? {
    let architecture = model.architecture
    let retried = architecture.relations.indices.filter {
      let relation = architecture.relations[$0]
      return relation.target.component == component && relation.isSynchronous
        && relation.attempts > 1 && !relation.facts.isTrue(.breaker) && model.demand.isReached[$0]
    }
    return retried.isEmpty
      ? nil
      : retried.map {
        (ElementProperty(element: .relation($0), property: .breaker), .flag(true))
      }
  }

  /// A cache in front of reads, which lets that share of them through.
  private func cache(_ component: Int, share: Double) -> Values? {
    let architecture = model.architecture
    let reads = architecture.relations.indices.filter {
      architecture.relations[$0].kind == .reads && model.demand.isReached[$0]
        && architecture.relations[$0].target.component == component
    }
    let changes = reads.map { index -> (place: ElementProperty, value: Value?) in
      let hits = architecture.relations[index].facts.number(.hit) ?? 0
      let misses = RiskLevel.twoDigits((1 - hits) * share, .down)
      return (ElementProperty(element: .relation(index), property: .hit), .number(1 - misses))
    }
    let isPlausible = changes.allSatisfy { $0.value?.number ?? 1 <= Self.mostHits }
    return changes.isEmpty || !isPlausible ? nil : changes
  }

  /// Shards that each take what the one node takes today.
  private func shards(_ component: Int, _ load: Double) -> Values? {
    let facts = model.architecture.components[component].facts
    guard facts[.shardCount] == nil, facts[.partitions] == nil,
      let single = facts.number(.writeCapacity), single > 0
    else { return nil }
    let count = (load / single - 1e-9).rounded(.up)
    guard count <= Self.mostShards else { return nil }
    func own(_ property: Property) -> ElementProperty {
      ElementProperty(element: .component(component), property: property)
    }
    return [
      (own(.shardCount), .number(count)), (own(.shardWrites), .number(single)),
      (own(.writeCapacity), nil),
    ]
  }
}
