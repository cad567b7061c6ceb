/// Demand, capacity and headroom, by operational laws that assume no distribution.
///
/// No I/O and no SQL: an architecture in, derived facts out.

package import Architecture
import Findings

/// How often everything is used: journeys' rates carried through the arrows.
///
/// Solves lam_j = ext_j + sum lam_i x p_ij (Denning and Buzen 1978, "The Operational Analysis of
/// Queueing Network Models", flow balance) with p the uses per request times the share a cache
/// lets through. Strong components are solved callers first; inside a ring the equations are
/// iterated, and a ring whose amplification does not converge leaves its rates unknown.
package struct Demand: Sendable {
  /// One rate per second for the mean, for today's peak, and for the peak with every attempt used.
  struct Rates: Sendable {
    var mean = 0.0
    var peak = 0.0
    var worst = 0.0
    var basis = Origin.declared

    static let unknown = Rates(mean: .nan, peak: .nan, worst: .nan)

    mutating func add(_ other: Rates, times factor: Double, attempts: Double = 1) {
      mean += other.mean * factor
      peak += other.peak * factor
      worst += other.worst * factor * attempts
      basis = max(basis, other.basis)
    }
  }

  let nodes: [Rates]
  let relations: [Rates]
  let isReached: [Bool]
  /// Messages per second each `consumes` relation can work off at most.
  let consumerCapacities: DerivedColumn

  /// The demand on every node and relation of an architecture.
  package init(_ architecture: Architecture) {
    consumerCapacities = architecture.consumerCapacities()
    var solver = DemandSolver(architecture, consumerCapacities.values)
    solver.solve()
    nodes = solver.rates
    relations = solver.relationRates()
    isReached = solver.isReached
  }
}

private struct DemandSolver {
  let architecture: Architecture
  let graph: NodeGraph
  var rates: [Demand.Rates]
  private(set) var isReached: [Bool]
  /// Per relation: uses per request of its source, and attempts.
  private let weights: [(uses: Double, attempts: Double)]
  private let consumerCapacities: [Double]

  init(_ architecture: Architecture, _ consumerCapacities: [Double]) {
    self.consumerCapacities = consumerCapacities
    self.architecture = architecture
    graph = NodeGraph(architecture) { $0.kind != .replicates && $0.kind != .schedules }
    rates = Array(repeating: Demand.Rates(), count: graph.nodeCount)
    var consumers = [Int](repeating: 0, count: architecture.components.count)
    for relation in architecture.relations where relation.kind == .consumes {
      consumers[relation.target.component] += 1
    }
    weights = architecture.relations.map { relation in
      (Self.uses(of: relation, architecture, consumers), Self.attempts(of: relation))
    }
    isReached = []
  }

  mutating func solve() {
    var starts: [Int] = []
    for (index, relation) in architecture.relations.enumerated() {
      guard let outside = outside(relation) else { continue }
      let node = graph.node(relation.target)
      rates[node].add(outside, times: weights[index].uses, attempts: weights[index].attempts)
      starts.append(node)
    }
    isReached = graph.reached(from: starts)
    let strong = graph.strongComponents()
    for nodes in strong.members.reversed() {
      let isRing = nodes.count > 1 || graph.edges(from: nodes[0]).contains { $0.target == nodes[0] }
      if isRing { iterate(nodes, strong) }
      for node in nodes { pass(on: node) { strong.group[$0] != strong.group[node] } }
    }
  }

  /// What a relation brings in from outside: a journey's rate, or a schedule's.
  private func outside(_ relation: Relation) -> Demand.Rates? {
    if let journey = relation.journey { return rate(of: architecture.journeys[journey].facts) }
    guard relation.kind == .schedules else { return nil }
    guard let every = relation.facts.number(Property.every), every > 0 else { return .unknown }
    return Demand.Rates(mean: 1 / every, peak: 1 / every, worst: 1 / every)
  }

  private func rate(of facts: FactList) -> Demand.Rates {
    guard let rate = facts.number(.rate) ?? facts.number(.peak) else { return .unknown }
    let peak = facts.number(.peak) ?? rate
    return Demand.Rates(mean: rate, peak: peak, worst: peak)
  }

  private mutating func pass(on node: Int, where isIncluded: (Int) -> Bool) {
    guard isReached[node] else { return }
    for edge in graph.edges(from: node) where isIncluded(edge.target) {
      let weight = weight(edge)
      let flow = levelled(rates[node], edge, weight.uses)
      rates[edge.target].add(flow, times: weight.uses, attempts: weight.attempts)
    }
  }

  /// What passes a channel: a peak no higher than its consumer can work off, as long as that is
  /// more than the mean.
  private func levelled(
    _ rates: Demand.Rates, _ edge: NodeGraph.Edge, _ uses: Double
  ) -> Demand.Rates {
    guard let relation = edge.relation, consumerCapacities[relation] > 0, uses > 0 else {
      return rates
    }
    let ceiling = max(rates.mean, consumerCapacities[relation] / uses)
    var levelled = rates
    levelled.peak = min(rates.peak, ceiling)
    levelled.worst = min(rates.worst, ceiling)
    return levelled
  }

  /// Repeats the ring's equations until they settle (Jacobi's method); they do when one round
  /// amplifies by less than 1.
  private mutating func iterate(_ nodes: [Int], _ strong: StrongComponents) {
    let ring = strong.group[nodes[0]]
    let inflow = nodes.map { rates[$0] }
    for _ in 0..<500 {
      let before = nodes.map { rates[$0] }
      for (position, node) in nodes.enumerated() { rates[node] = inflow[position] }
      for (position, node) in nodes.enumerated() {
        for edge in graph.edges(from: node) where strong.group[edge.target] == ring {
          let weight = weight(edge)
          rates[edge.target].add(before[position], times: weight.uses, attempts: weight.attempts)
        }
      }
      let isSettled = nodes.indices.allSatisfy {
        let (old, new) = (before[$0].worst, rates[nodes[$0]].worst)
        return abs(old - new) <= 1e-9 * max(1, abs(new))
      }
      if isSettled { return }
    }
    for node in nodes { rates[node] = .unknown }
  }

  private func weight(_ edge: NodeGraph.Edge) -> (uses: Double, attempts: Double) {
    edge.relation.map { weights[$0] } ?? (1, 1)
  }

  private static func attempts(of relation: Relation) -> Double {
    let attempts = relation.facts.number(.attempts) ?? 1
    return attempts.isFinite ? max(1, attempts) : 1
  }

  /// Uses of the relation per request of its source: calls per request, less what a cache answers;
  /// a queue shares its messages among its consumers.
  private static func uses(
    of relation: Relation, _ architecture: Architecture, _ consumers: [Int]
  ) -> Double {
    if relation.kind == .consumes {
      let channel = relation.target.component
      let isShared = architecture.components[channel].kind == .queue
      return isShared ? 1 / Double(max(1, consumers[channel])) : 1
    }
    // A cache or proxy with a hit ratio passes only its misses on.
    let source = relation.source.map { architecture.components[$0.component].facts }
    let hit = relation.facts.number(.hit) ?? source?.number(.hit) ?? 0
    return (relation.facts.number(.perRequest) ?? 1) * (1 - hit)
  }

  /// The rate of each relation: its source's, times its weight.
  func relationRates() -> [Demand.Rates] {
    architecture.relations.enumerated().map { index, relation in
      let weight = weights[index]
      var rates = Demand.Rates()
      if let outside = outside(relation) {
        rates.add(outside, times: weight.uses, attempts: weight.attempts)
        return rates
      }
      let start = relation.kind == .consumes ? relation.target : relation.source
      guard let start, isReached[graph.node(start)] else { return .unknown }
      rates.add(self.rates[graph.node(start)], times: weight.uses, attempts: weight.attempts)
      return rates
    }
  }
}
