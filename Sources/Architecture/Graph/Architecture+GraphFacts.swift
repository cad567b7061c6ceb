extension Architecture {
  /// What follows from the arrows alone: critical elements, rings, degrees, chains, products.
  package func graphFacts() -> DerivedFacts {
    var facts = DerivedFacts()
    addCritical(to: &facts)
    addDegrees(to: &facts)
    addCycles(to: &facts)
    addDominance(to: &facts)
    addChains(to: &facts)
    addDeployGroups(to: &facts)
    addRetryHorizons(to: &facts)
    return facts
  }

  /// The nodes at which journeys enter, of all journeys or of some.
  package func entries(where isIncluded: (Int) -> Bool = { _ in true }) -> [Int] {
    relations.compactMap { relation in
      guard let journey = relation.journey, isIncluded(journey) else { return nil }
      return node(relation.target)
    }
  }

  /// Critical is what a critical journey reaches; what matters is that, or anything past seed.
  private func addCritical(to facts: inout DerivedFacts) {
    let nodes = criticalJourneys()
    func values(_ elements: [ElementID]) -> [Double] {
      elements.map { criticalJourney(of: $0, nodes) == nil ? 0 : 1 }
    }
    let stage: Double = isPastSeed ? 1 : 0
    for (kind, values) in [
      (ElementKinds.component, values(components.indices.map(ElementID.component))),
      (.relation, values(relations.indices.map(ElementID.relation))),
      (.operation, values(operations.indices.map(ElementID.operation))),
      (.journey, values(journeys.indices.map(ElementID.journey))),
    ] {
      if kind != .journey { facts[kind, .critical] = DerivedColumn(values) }
      facts[kind, .matters] = DerivedColumn(values.map { max($0, stage) })
    }
  }

  private func addDegrees(to facts: inout DerivedFacts) {
    let synchronous = ComponentGraph(self) { $0.isSynchronous }
    facts[.component, .fanIn] = DerivedColumn(synchronous.sources.map { Double($0.count) })
    facts[.component, .fanOut] = DerivedColumn(synchronous.targets.map { Double($0.count) })
    let calls = ComponentGraph(self, to: answerers()) { relation in
      relation.kind == .calls && relation.source.map { isService($0.component) } ?? false
    }
    let services = calls.only(isService)
    facts[.component, .serviceDegree] = DerivedColumn(
      components.indices.map { Double(services.sources[$0].count + services.targets[$0].count) })
    if let betweenness = services.betweenness() {
      facts[.component, .betweenness] = DerivedColumn(betweenness)
    }
  }

  /// Whether a component runs code of the system's own on request or message.
  package func isService(_ component: Int) -> Bool {
    let kind = components[component].kind
    return kind.role == .work && kind != .scheduler && kind != .model
  }

  /// Rings of synchronous calls, numbered from 1 in the order of their first component.
  private func addCycles(to facts: inout DerivedFacts) {
    var column = DerivedColumn(count: components.count)
    var ring = 0
    let groups = cycleGroups()
    var numbers: [Int: Int] = [:]
    for index in components.indices {
      guard let group = groups[index] else { continue }
      if numbers[group] == nil {
        ring += 1
        numbers[group] = ring
      }
      column.set(index, Double(numbers[group, default: 0]))
    }
    facts[.component, .cycle] = column
  }

  /// The strong component of each component that lies in a ring of calls of two or more.
  private func cycleGroups() -> [Int?] {
    // Health pings are written `per-request: 0`; what somebody else's system calls back is no ring
    // of ours.
    let graph = NodeGraph(self, foldingOperations: true) { relation in
      relation.kind == .calls && relation.facts.number(.perRequest) != 0
        && components[relation.target.component].kind != .external
        && relation.source.map { components[$0.component].kind != .external } ?? false
    }
    let strong = graph.strongComponents()
    return components.indices.map { index in
      let group = strong.group[index]
      return strong.members[group].count > 1 ? group : nil
    }
  }

  private func addDominance(to facts: inout DerivedFacts) {
    let graph = ComponentGraph(self) {
      $0.journey == nil && $0.kind != .schedules && $0.kind.carriesLoad
    }
    let entries = relations.compactMap { $0.journey == nil ? nil : $0.target.component }
    let counts = graph.dominatedCounts(entries: entries)
    facts[.component, .dominates] = DerivedColumn(counts.map { $0.map(Double.init) ?? .nan })
  }

  /// Components released together: `deploys-with` and, by a union of sets, all it links.
  private func addDeployGroups(to facts: inout DerivedFacts) {
    var parent = Array(components.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        // Each look halves the way of the next one.
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    var isLinked = [Bool](repeating: false, count: components.count)
    for (index, others) in deployLinks() {
      for other in others {
        (isLinked[index], isLinked[other]) = (true, true)
        let (left, right) = (root(index), root(other))
        parent[max(left, right)] = min(left, right)
      }
    }
    var column = DerivedColumn(count: components.count)
    var numbers: [Int: Int] = [:]
    for index in components.indices where isLinked[index] {
      let group = root(index)
      if numbers[group] == nil { numbers[group] = numbers.count + 1 }
      column.set(index, Double(numbers[group, default: 0]))
    }
    facts[.component, .deployGroup] = column
  }

  /// For each component with `deploys-with`, the indices of those it names.
  package func deployLinks() -> [(component: Int, others: [Int])] {
    let linked = components.indices.filter { components[$0].facts[.deploysWith] != nil }
    guard !linked.isEmpty else { return [] }
    var index: [String: Int] = [:]
    for (number, component) in components.enumerated() { index[component.name] = number }
    return linked.map { number in
      let names = components[number].facts.list(.deploysWith)
      return (number, names.compactMap { index[$0] }.filter { $0 != number })
    }
  }
}
