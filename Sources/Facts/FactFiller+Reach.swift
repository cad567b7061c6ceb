import Architecture

extension FactFiller {
  /// What one journey reaches: hops to each node, over all arrows and over synchronous ones.
  private struct Reach {
    let all: [Int]
    let synchronous: [Int]
  }

  private func reaches(_ body: (Int, NodeGraph, Reach) throws(QueryFailure) -> Void)
    throws(QueryFailure)
  {
    let graph = NodeGraph(architecture)
    let waited = NodeGraph(architecture) { $0.kind.isSynchronous }
    for journey in architecture.journeys.indices {
      let starts = architecture.entries(graph) { $0 == journey }
      try body(
        journey, graph, Reach(all: graph.hops(from: starts), synchronous: waited.hops(from: starts)))
    }
  }

  func fillJourneyRelations() throws(QueryFailure) {
    try reaches { (journey, graph, reach) throws(QueryFailure) in
      let number = architecture.number(of: .journey(journey))
      for (index, relation) in architecture.relations.enumerated() {
        let isOwn = relation.journey == journey
        let start = relation.kind == .consumes ? relation.target : relation.source ?? relation.target
        guard isOwn || relation.journey == nil && reach.all[graph.node(start)] >= 0 else {
          continue
        }
        let waits =
          isOwn || (relation.kind.isSynchronous && reach.synchronous[graph.node(start)] >= 0)
        try add(
          .integer(number), .integer(architecture.number(of: .relation(index))),
          .integer(waits ? 1 : 0))
      }
    }
  }

  func fillJourneyComponents() throws(QueryFailure) {
    try reaches { (journey, graph, reach) throws(QueryFailure) in
      let number = architecture.number(of: .journey(journey))
      var hops = [Int](repeating: -1, count: architecture.components.count)
      var waited = hops
      for node in 0..<graph.nodeCount where reach.all[node] >= 0 {
        let component = graph.component(of: node, in: architecture)
        let known = hops[component]
        hops[component] = known < 0 ? reach.all[node] : min(known, reach.all[node])
        if reach.synchronous[node] >= 0 { waited[component] = 1 }
      }
      for component in hops.indices where hops[component] >= 0 {
        try add(
          .integer(number), .integer(architecture.number(of: .component(component))),
          .integer(waited[component] == 1 ? 1 : 0), .integer(hops[component]))
      }
    }
  }
}
