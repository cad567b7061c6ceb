import Architecture

extension FactFiller {
  /// For each journey: a walk over all arrows, and one over those its user waits for.
  private func walkJourneys(
    _ body: (_ journey: Int, NodeGraph, _ all: GraphWalk, _ waited: GraphWalk) throws(QueryFailure)
      -> Void
  ) throws(QueryFailure) {
    let graph = NodeGraph(architecture)
    var starts = [[Int]](repeating: [], count: architecture.journeys.count)
    for relation in architecture.relations {
      if let journey = relation.journey { starts[journey].append(graph.node(relation.target)) }
    }
    var all = GraphWalk(graph)
    var waited = GraphWalk(NodeGraph(architecture) { $0.isSynchronous })
    for journey in architecture.journeys.indices {
      all.run(from: starts[journey])
      waited.run(from: starts[journey])
      try body(journey, graph, all, waited)
    }
  }

  func fillJourneyRelations() throws(QueryFailure) {
    var own = [[Int]](repeating: [], count: architecture.journeys.count)
    for (index, relation) in architecture.relations.enumerated() {
      if let journey = relation.journey { own[journey].append(index) }
    }
    try walkJourneys { (journey, graph, all, waited) throws(QueryFailure) in
      for relation in own[journey] { try add(relation, of: journey, isWaitedFor: true) }
      for node in all.nodes {
        for edge in graph.edges(from: node) {
          guard let relation = edge.relation else { continue }
          let isSynchronous = architecture.relations[relation].isSynchronous
          try add(relation, of: journey, isWaitedFor: isSynchronous && waited.hops[node] >= 0)
        }
      }
    }
  }

  private func add(
    _ relation: Int, of journey: Int, isWaitedFor: Bool
  ) throws(QueryFailure) {
    try add(
      .integer(architecture.number(of: .journey(journey))),
      .integer(architecture.number(of: .relation(relation))), .integer(isWaitedFor ? 1 : 0))
  }

  func fillJourneyComponents() throws(QueryFailure) {
    try walkJourneys { (journey, graph, all, waited) throws(QueryFailure) in
      let isWaitedFor = Set(waited.nodes.map { graph.component(of: $0, in: architecture) })
      var seen: Set<Int> = []
      // Nearest nodes come first, so the first one decides the hops of its component.
      for node in all.nodes {
        let component = graph.component(of: node, in: architecture)
        guard seen.insert(component).inserted else { continue }
        try add(
          .integer(architecture.number(of: .journey(journey))),
          .integer(architecture.number(of: .component(component))),
          .integer(isWaitedFor.contains(component) ? 1 : 0), .integer(all.hops[node]))
      }
    }
  }
}
