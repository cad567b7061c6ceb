import Architecture
import Findings

extension LimitFinder {
  /// Messages per second each consumer can work off with all its servers, or all its partitions.
  func consumerCapacities() -> DerivedColumn {
    var column = DerivedColumn(count: architecture.relations.count)
    for (index, relation) in architecture.relations.enumerated() {
      guard let source = relation.source, let own = tree.handling[index] else { continue }
      let station = stations[source.component]
      guard let servers = station.servers else { continue }
      let holdingTime = tree.holdingTime(ofMessage: index, at: architecture.node(source), times)
        .mean
      column.set(
        index, min(servers, readers(index) ?? servers) / holdingTime / station.parts.share,
        basis: max(own.basis, station.basis))
    }
    return column
  }
}
