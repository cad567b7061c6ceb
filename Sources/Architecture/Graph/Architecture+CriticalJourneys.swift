extension Architecture {
  /// Per node of `NodeGraph`, the first critical journey that reaches it; nil where none does.
  ///
  /// What may be lost is not critical, and so is nothing that only it causes.
  package func criticalJourneys() -> [Int?] {
    let losable = Set(components.indices.filter { components[$0].facts.text(.loss) == "tolerated" })
    let graph = NodeGraph(self) { relation in
      relation.kind.carriesLoad
        && (relation.kind != .consumes || !losable.contains(relation.target.component))
    }
    var first = [Int?](repeating: nil, count: graph.nodeCount)
    for journey in journeys.indices where journeys[journey].facts.isTrue(.critical) {
      var open = entries { $0 == journey }
      while let node = open.popLast() {
        guard first[node] == nil else { continue }
        first[node] = journey
        // Of a channel whose messages may be lost, the broker matters as little.
        open += graph.edges(from: node).filter { $0.relation != nil || !losable.contains(node) }
          .map(\.target)
      }
    }
    return first
  }

  /// The first critical journey that an element is part of, by those of the nodes; nil where there
  /// is none.
  package func criticalJourney(of element: ElementID, _ nodes: [Int?]) -> Int? {
    switch element {
    case .system: return nil
    case .journey(let index): return journeys[index].facts.isTrue(.critical) ? index : nil
    case .operation(let index): return nodes[node(ofOperation: index)]
    case .component(let index):
      return self.nodes(ofComponent: index).compactMap { nodes[$0] }.min()
    case .relation(let index):
      let relation = relations[index]
      if let journey = relation.journey { return criticalJourney(of: .journey(journey), nodes) }
      return start(of: relation).flatMap { nodes[$0] }
    }
  }
}
