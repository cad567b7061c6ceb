extension Architecture {
  /// Longest chains of synchronous calls, and what attempts and timeouts multiply to along them.
  ///
  /// Computed over the strong components of the synchronous graph; arrows inside a ring count no
  /// hops, since a ring has no longest way.
  func addChains(to facts: inout DerivedFacts) {
    let graph = NodeGraph(self) { $0.isSynchronous }
    let strong = graph.strongComponents()
    facts[.journey, .chain] = DerivedColumn(journeyChains(graph, strong))
    let arrival = arrivals(graph, strong)
    var depth = DerivedColumn(count: components.count)
    for node in 0..<graph.nodeCount where arrival.hops[node] >= 0 {
      let component = component(ofNode: node)
      let known = depth.values[component]
      depth.set(component, max(known.isNaN ? 0 : known, Double(arrival.hops[node])))
    }
    facts[.component, .depth] = depth
    facts[.relation, .attemptsProduct] = DerivedColumn(
      relations.map { relation in
        let before =
          relation.journey == nil ? maker(of: relation).map { arrival.attempts[$0] } : 1
        return (before ?? 1) * worstAttempts(of: relation)
      })
    facts[.relation, .timeoutNeed] = DerivedColumn(timeoutNeeds())
  }

  func attempts(of relation: Relation) -> Double {
    relation.facts.number(.attempts) ?? 1
  }

  /// Attempts per use when all fail, of which a budget allows only some.
  private func worstAttempts(of relation: Relation) -> Double {
    min(attempts(of: relation), 1 + relation.retryBudget)
  }

  /// Hops of the longest synchronous chain of each journey, its first call included.
  private func journeyChains(_ graph: NodeGraph, _ strong: StrongComponents) -> [Double] {
    var below = [Int](repeating: 0, count: strong.members.count)
    for (group, nodes) in strong.members.enumerated() {
      for node in nodes {
        for edge in graph.edges(from: node) where strong.group[edge.target] != group {
          let hop = edge.relation == nil ? 0 : 1
          below[group] = max(below[group], below[strong.group[edge.target]] + hop)
        }
      }
    }
    var chains = [Double](repeating: 0, count: journeys.count)
    for relation in relations {
      guard let journey = relation.journey else { continue }
      let hops = 1 + below[strong.group[node(relation.target)]]
      chains[journey] = max(chains[journey], Double(hops))
    }
    return chains
  }

  /// For each node that journeys reach synchronously: most hops and greatest product of attempts.
  private func arrivals(
    _ graph: NodeGraph, _ strong: StrongComponents
  ) -> (hops: [Int], attempts: [Double]) {
    var hops = [Int](repeating: -1, count: graph.nodeCount)
    var product = [Double](repeating: 1, count: graph.nodeCount)
    for relation in relations where relation.journey != nil {
      let node = node(relation.target)
      hops[node] = max(hops[node], 1)
      product[node] = max(product[node], worstAttempts(of: relation))
    }
    // Groups come callees first; demand flows the other way.
    for (group, nodes) in strong.members.enumerated().reversed() {
      if nodes.count > 1 {
        multiply(&product, within: nodes.filter { hops[$0] >= 0 }, graph, strong)
      }
      for node in nodes {
        for edge in graph.edges(from: node) where strong.group[edge.target] != group {
          let relation = edge.relation.map { relations[$0] }
          if hops[node] >= 0 {
            hops[edge.target] = max(hops[edge.target], hops[node] + (relation == nil ? 0 : 1))
          }
          let tries = relation.map(worstAttempts) ?? 1
          product[edge.target] = max(product[edge.target], product[node] * tries)
        }
      }
    }
    return (hops, product)
  }

  /// Carries products of attempts on within a ring, from the nodes where requests come in: on the
  /// shortest ways, none of which goes round.
  private func multiply(
    _ product: inout [Double], within entries: [Int], _ graph: NodeGraph, _ strong: StrongComponents
  ) {
    var level = entries
    var isSeen = Set(entries)
    while !level.isEmpty {
      var next: [Int] = []
      for node in level {
        for edge in graph.edges(from: node)
        where strong.group[edge.target] == strong.group[node] && !isSeen.contains(edge.target) {
          let tries = edge.relation.map { worstAttempts(of: relations[$0]) } ?? 1
          product[edge.target] = max(product[edge.target], product[node] * tries)
          next.append(edge.target)
        }
      }
      level = next.filter { isSeen.insert($0).inserted }
    }
  }

  /// How late the same request can come again: its own attempts, and how long the message that
  /// caused it can be redelivered.
  func addRetryHorizons(to facts: inout DerivedFacts) {
    var names: [String: Int] = [:]
    for (index, component) in components.enumerated() where component.kind.role == .channel {
      names[component.name] = index
    }
    func stay(_ channel: Int) -> Double? {
      guard let own = components[channel].facts.number(.retention) else { return nil }
      let dead = components[channel].facts.text(.deadLetterTo).flatMap { names[$0] }
        .flatMap { components[$0].facts.number(.retention) }
      // Where a message keeps its age, both stays count from when it was first sent.
      let keepsAge = components[channel].facts.text(.deadLetterAge) == "original"
      return keepsAge ? max(own, dead ?? 0) : own + (dead ?? 0)
    }
    var caused = [Double](repeating: 0, count: components.count)
    for relation in relations where relation.kind == .consumes {
      guard let consumer = relation.source?.component else { continue }
      caused[consumer] = max(caused[consumer], stay(relation.target.component) ?? 0)
    }
    var column = DerivedColumn(count: relations.count)
    for (index, relation) in relations.enumerated() {
      if relation.kind == .consumes {
        if let stay = stay(relation.target.component) { column.set(index, stay) }
        continue
      }
      let tries = attempts(of: relation)
      let own = tries > 1 ? (relation.facts.number(.timeout) ?? 0) * tries : 0
      let total = own + (relation.source.map { caused[$0.component] } ?? 0)
      if total > 0 { column.set(index, total) }
    }
    facts[.relation, .retryHorizon] = column
  }
}

extension Relation {
  /// Retries for each use, over all of them, that a budget allows; infinite where there is none.
  package var retryBudget: Double { facts.number(.budget) ?? .infinity }
}
