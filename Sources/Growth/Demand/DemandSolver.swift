import Architecture

/// Solves the equations of flow balance over the graph of an architecture.
struct DemandSolver {
  let architecture: Architecture
  let journeys: [Rates]
  let graph: NodeGraph
  let uses: [Double]
  let ceilings: [Double]
  let isIncluded: ((Int) -> Bool)?
  var rates: [Rates]
  private(set) var isReached: [Bool] = []
  private(set) var divergent: [DivergentRing] = []
  /// Per relation, attempts per use when all fail.
  private let attempts: [Double]
  /// Per node, its place in the ring that is looked at.
  private var positions: [Int]

  init(
    architecture: Architecture, journeys: [Rates], uses: [Double], ceilings: [Double],
    isIncluded: ((Int) -> Bool)?
  ) {
    self.journeys = journeys
    self.isIncluded = isIncluded
    self.architecture = architecture
    self.uses = uses
    self.ceilings = ceilings
    graph = NodeGraph(architecture) { ![.replicates, .schedules, .maintains].contains($0.kind) }
    rates = Array(repeating: Rates(), count: graph.nodeCount)
    positions = Array(repeating: 0, count: graph.nodeCount)
    attempts = architecture.relations.map(\.worstAttempts)
  }

  mutating func solve() {
    var starts: [Int] = []
    for (index, relation) in architecture.relations.enumerated() {
      guard let outside = outside(relation) else { continue }
      let node = architecture.node(relation.target)
      rates[node].add(outside, times: uses[index], attempts: attempts[index])
      starts.append(node)
    }
    isReached = graph.reached(from: starts)
    let strong = graph.strongComponents()
    for nodes in strong.members.reversed() {
      let isRing = nodes.count > 1 || graph.edges(from: nodes[0]).contains { $0.target == nodes[0] }
      if isRing { settle(nodes, strong) }
      for node in nodes { pass(on: node) { strong.group[$0] != strong.group[node] } }
    }
  }

  /// What a relation brings in from outside: a journey's rate, or a schedule's.
  private func outside(_ relation: Relation) -> Rates? {
    if let journey = relation.journey {
      return isIncluded?(journey) ?? true ? journeys[journey] : Rates()
    }
    guard relation.kind == .schedules else { return nil }
    guard isIncluded == nil else { return Rates() }
    guard let every = relation.facts.number(Property.every), every > 0 else { return .unknown }
    return .constant(1 / every)
  }

  private mutating func pass(on node: Int, where isIncluded: (Int) -> Bool) {
    guard isReached[node] else { return }
    for edge in graph.edges(from: node) where isIncluded(edge.target) {
      rates[edge.target].add(flow(from: node, edge), times: use(edge), attempts: attempts(of: edge))
    }
  }

  /// What leaves a node over an edge; behind a queue, no more than its consumer can work off.
  private func flow(from node: Int, _ edge: NodeGraph.Edge) -> Rates {
    guard let relation = edge.relation, ceilings[relation] > 0, uses[relation] > 0 else {
      return rates[node]
    }
    return rates[node].levelled(to: ceilings[relation] / uses[relation])
  }

  /// Solves the equations of a ring together.
  private mutating func settle(_ nodes: [Int], _ strong: StrongComponents) {
    let ring = strong.group[nodes[0]]
    for (position, node) in nodes.enumerated() { positions[node] = position }
    var flow = RingFlow(count: nodes.count)
    for (position, node) in nodes.enumerated() {
      let inside = graph.edges(from: node).filter { strong.group[$0.target] == ring }
      flow.add(
        inside.map { edge in
          RingFlow.Edge(
            source: position, target: positions[edge.target], use: use(edge),
            worst: use(edge) * attempts(of: edge))
        })
    }
    if let settled = flow.rates(nodes.map { rates[$0] }) {
      for (position, node) in nodes.enumerated() { rates[node] = settled[position] }
      return
    }
    for node in nodes { rates[node] = .unknown }
    divergent.append(
      DivergentRing(
        components: Set(nodes.map(architecture.component(ofNode:))).sorted(),
        amplification: flow.amplification))
  }

  private func use(_ edge: NodeGraph.Edge) -> Double { edge.relation.map { uses[$0] } ?? 1 }

  private func attempts(of edge: NodeGraph.Edge) -> Double {
    edge.relation.map { attempts[$0] } ?? 1
  }

  /// Whether demand comes to a relation, from outside or through its source.
  func isReached(_ relation: Relation) -> Bool {
    if relation.journey != nil || relation.kind == .schedules { return true }
    return architecture.start(of: relation).map { isReached[$0] } ?? false
  }

  /// The rate of each relation: its source's, times its uses.
  func relationRates() -> [Rates] {
    architecture.relations.enumerated().map { index, relation in
      guard isReached(relation) else { return .unknown }
      let start = architecture.start(of: relation)
      guard let source = outside(relation) ?? start.map({ self.rates[$0] }) else { return .unknown }
      var rates = Rates()
      rates.add(source, times: uses[index], attempts: attempts[index])
      return rates
    }
  }
}
