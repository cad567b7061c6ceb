import Architecture
import Findings

extension LimitFinder {
  /// Messages per second each consumer can work off with all its servers, or all its partitions.
  func consumerCapacities() -> DerivedColumn {
    var column = DerivedColumn(count: architecture.relations.count)
    for (index, relation) in architecture.relations.enumerated() {
      guard let source = relation.source, let own = tree.handling[index],
        let servers = stations[source.component].servers
      else { continue }
      let holdingTime = tree.holdingTime(ofMessage: index, at: architecture.node(source), times)
        .mean
      column.set(
        index, min(servers, readers(index) ?? servers) / holdingTime,
        basis: max(own.basis, stations[source.component].basis))
    }
    return column
  }
}
