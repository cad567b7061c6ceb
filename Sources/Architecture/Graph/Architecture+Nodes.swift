extension Architecture {
  /// How many nodes every graph of this architecture has: one for each component, each operation
  /// and each handling of messages that is apart from the operations.
  package var nodeCount: Int { firstHandling + handlings.components.count }

  private var firstHandling: Int { components.count + operations.count }

  /// The node of an operation.
  package func node(ofOperation index: Int) -> Int { components.count + index }

  /// The operation that a node is; nil for components and handlings.
  package func operation(ofNode node: Int) -> Int? {
    let index = node - components.count
    return operations.indices.contains(index) ? index : nil
  }

  /// The element that states the facts of a node: its operation, or its component.
  package func element(ofNode node: Int) -> ElementID {
    operation(ofNode: node).map(ElementID.operation) ?? .component(component(ofNode: node))
  }

  /// The component that a node is or belongs to.
  package func component(ofNode node: Int) -> Int {
    if node < components.count { return node }
    return operation(ofNode: node).map { operations[$0].component }
      ?? handlings.components[node - firstHandling]
  }

  /// The nodes of a component: itself, its operations, and its handling of messages.
  package func nodes(ofComponent index: Int) -> [Int] {
    [index] + components[index].operations.map(node(ofOperation:))
      + (handling(of: index).map { [$0] } ?? [])
  }

  /// The node where demand comes in at an end of a relation: who asks for a component without an
  /// operation asks for all that it does.
  package func node(_ end: Endpoint) -> Int {
    end.operation.map(node(ofOperation:)) ?? handling(of: end.component) ?? end.component
  }

  /// The node that makes a relation; nil for a journey's call without client.
  package func maker(of relation: Relation) -> Int? {
    guard let source = relation.source else { return nil }
    if source.operation != nil || relation.kind == .consumes || handlings.makes(relation) {
      return node(source)
    }
    return source.component
  }

  /// The node from which demand comes to a relation: who makes it, and of messages their channel.
  package func start(of relation: Relation) -> Int? {
    relation.kind == .consumes ? node(relation.target) : maker(of: relation)
  }

  /// The relations of each journey, where demand comes in.
  package var relationsByJourney: [[Int]] {
    var entries = [[Int]](repeating: [], count: journeys.count)
    for (index, relation) in relations.enumerated() {
      if let journey = relation.journey { entries[journey].append(index) }
    }
    return entries
  }

  /// The nodes at which each journey comes in.
  package var entriesByJourney: [[Int]] {
    relationsByJourney.map { $0.map { node(relations[$0].target) } }
  }

  /// The node whose relations a node makes as well; nil for a component.
  package func shared(by node: Int) -> Int? {
    guard node >= components.count else { return nil }
    let component = component(ofNode: node)
    guard let operation = operation(ofNode: node),
      handlings.isShared(by: operations[operation], operation)
    else { return component }
    return handling(of: component)
  }

  private func handling(of component: Int) -> Int? {
    handlings.place(of: component).map { firstHandling + $0 }
  }
}
