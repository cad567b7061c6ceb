import Architecture

extension FactFiller {
  /// Most rows of what journeys reach: beyond, each row says what a hundred others say as well.
  private static let mostRows = 2_000_000

  /// What journeys with the same entries reach: a walk over all arrows, one over those their users
  /// wait for, and one over those of them without a fallback.
  private struct Reach {
    let journeys: [Int]
    let graph: NodeGraph
    let all: GraphWalk
    let waited: GraphWalk
    let needed: GraphWalk
  }

  /// Where journeys enter, and the part of it that has no fallback.
  private struct Entries: Hashable {
    var all: [Int] = []
    var needed: [Int] = []
  }

  /// Walks once for all journeys with the same entries, in the order of the first of them.
  private func walkJourneys(
    _ body: (Reach) throws(QueryFailure) -> Void
  ) throws(QueryFailure) {
    let graph = NodeGraph(architecture) { $0.kind.carriesLoad }
    let starts = architecture.relationsByJourney.map { own in
      let relations = own.map { architecture.relations[$0] }
      return Entries(
        all: relations.map { architecture.node($0.target) },
        needed: relations.filter(\.isNeeded).map { architecture.node($0.target) })
    }
    var groups: [Entries: [Int]] = [:]
    for (journey, starts) in starts.enumerated() { groups[starts, default: []].append(journey) }
    var all = GraphWalk(graph)
    var waited = GraphWalk(NodeGraph(architecture) { $0.isSynchronous })
    var needed = GraphWalk(NodeGraph(architecture) { $0.isNeeded })
    for (starts, journeys) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      all.run(from: starts.all)
      waited.run(from: starts.all)
      needed.run(from: starts.needed)
      try body(
        Reach(journeys: journeys, graph: graph, all: all, waited: waited, needed: needed))
    }
  }

  /// Nothing is filled that would be too large; what cannot be is not counted.
  private func checkSize(
    _ most: Int, _ count: (Reach) -> Int
  ) throws(QueryFailure) {
    guard architecture.journeys.count * most > Self.mostRows else { return }
    var rows = 0
    try walkJourneys { (reach) throws(QueryFailure) in
      rows += count(reach) * reach.journeys.count
      guard rows <= Self.mostRows else {
        throw QueryFailure(
          message: "the table `\(table.name)` would have more than two million rows",
          remedy: "describe fewer journeys, or parts of the system by themselves")
      }
    }
  }

  func fillJourneyRelations() throws(QueryFailure) {
    let own = architecture.relationsByJourney
    try checkSize(architecture.relations.count) { reach in
      reach.all.nodes.reduce(0) { $0 + reach.graph.edges(from: $1).count }
    }
    try walkJourneys { (reach) throws(QueryFailure) in
      for journey in reach.journeys {
        for relation in own[journey] { try add(relation, of: journey, isWaitedFor: true) }
        for node in reach.all.nodes {
          for edge in reach.graph.edges(from: node) {
            guard let relation = edge.relation else { continue }
            let isSynchronous = architecture.relations[relation].isSynchronous
            try add(
              relation, of: journey, isWaitedFor: isSynchronous && reach.waited.hops[node] >= 0)
          }
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
    try checkSize(architecture.components.count) { $0.all.nodes.count }
    try walkJourneys { (reach) throws(QueryFailure) in
      let isWaitedFor = Set(reach.waited.nodes.map { component(of: $0, reach) })
      let isNeeded = Set(reach.needed.nodes.map { component(of: $0, reach) })
      var seen: Set<Int> = []
      // Nearest nodes come first, so the first one decides the hops of its component.
      let nearest = reach.all.nodes.filter { seen.insert(component(of: $0, reach)).inserted }
      for journey in reach.journeys {
        for node in nearest {
          let component = component(of: node, reach)
          try add(
            .integer(architecture.number(of: .journey(journey))),
            .integer(architecture.number(of: .component(component))),
            .integer(isWaitedFor.contains(component) ? 1 : 0), .integer(reach.all.hops[node]),
            .integer(isNeeded.contains(component) ? 1 : 0))
        }
      }
    }
  }

  private func component(of node: Int, _ reach: Reach) -> Int {
    architecture.component(ofNode: node)
  }
}

extension Relation {
  /// Whether who makes the call can do without it neither now nor later.
  fileprivate var isNeeded: Bool { isSynchronous && facts[.fallback] == nil }
}
