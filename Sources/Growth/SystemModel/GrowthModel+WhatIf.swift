package import Architecture
import Findings
import YAML

extension GrowthModel {
  /// Properties on which nothing but capacities rests: neither who calls whom, nor how long work
  /// takes, unless replicas contend, nor what comes from outside.
  private static let capacities: Set<Property> = [
    .replicas, .limit, .used, .maxConnections, .bandwidth, .threads, .memorySize, .readCapacity,
    .writeCapacity, .partitions, .shardBy, .shardCount, .shardDistinct, .shardReads, .shardTopShare,
    .shardWrites,
  ]

  /// The model with a value of one property changed; only what rests on it is solved again.
  package func setting(_ property: Property, _ fact: Fact, of element: ElementID) -> GrowthModel {
    var architecture = architecture
    architecture.set(property, fact, of: element)
    return changed(to: architecture, by: [property])
  }

  /// The model with values of several properties changed; those without a value are forgotten.
  func setting(_ values: [(place: ElementProperty, value: Value?)]) -> GrowthModel {
    guard !values.isEmpty else { return self }
    var architecture = architecture
    for (place, value) in values {
      guard let value else {
        architecture.remove(place.property, of: place.element)
        continue
      }
      let fact = Fact(value, .assumed, source: "what would reach the target")
      architecture.set(place.property, fact, of: place.element)
    }
    return changed(to: architecture, by: Set(values.map(\.place.property)))
  }

  /// The model of the same architecture with other values of some properties.
  func changed(to architecture: Architecture, by properties: Set<Property>) -> GrowthModel {
    guard properties.isSubset(of: Self.capacities), !stations.contains(where: \.isContended) else {
      return GrowthModel(architecture, after: self)
    }
    let pools = architecture.callPools()
    return pools.count == self.pools.count
      ? GrowthModel(self, capacitiesOf: architecture, pools: pools)
      : GrowthModel(architecture, after: self)
  }
}
