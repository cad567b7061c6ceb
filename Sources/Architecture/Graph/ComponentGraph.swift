/// Which components use which, operations folded into their components.
///
/// Parallel arrows count once. Built for one selection of relations; consumers stand behind the
/// channel they read from.
package struct ComponentGraph: Sendable {
  /// The components each component leads to, in ascending order.
  package let targets: [[Int]]
  /// The components that lead to each component, in ascending order.
  package let sources: [[Int]]

  /// The graph of the relations that are included, from each source to the target of the relation
  /// or to another component at its place; with brokers, from channels to what they are kept on.
  package init(
    _ architecture: Architecture, to others: [Endpoint]? = nil, withBrokers: Bool = false,
    where isIncluded: (Relation) -> Bool
  ) {
    var targets = [[Int]](repeating: [], count: architecture.components.count)
    var sources = targets
    var pairs: [(Int, Int)] = withBrokers ? architecture.brokers.map { ($0.key, $0.value) } : []
    for (index, relation) in architecture.relations.enumerated() where isIncluded(relation) {
      guard let source = relation.source?.component else { continue }
      let target = (others?[index] ?? relation.target).component
      guard source != target else { continue }
      pairs.append(relation.kind == .consumes ? (target, source) : (source, target))
    }
    pairs.sort(by: <)
    var last: (Int, Int)?
    for pair in pairs where last.map({ $0 != pair }) ?? true {
      targets[pair.0].append(pair.1)
      sources[pair.1].append(pair.0)
      last = pair
    }
    self.targets = targets
    self.sources = sources
  }

  /// The graph of some of the components.
  func only(_ isIncluded: (Int) -> Bool) -> ComponentGraph {
    func kept(_ others: [[Int]]) -> [[Int]] {
      others.enumerated().map { isIncluded($0.offset) ? $0.element.filter(isIncluded) : [] }
    }
    return ComponentGraph(targets: kept(targets), sources: kept(sources))
  }

  private init(targets: [[Int]], sources: [[Int]]) {
    (self.targets, self.sources) = (targets, sources)
  }
}
