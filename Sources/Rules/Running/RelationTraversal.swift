import Architecture

/// Relations of an architecture, walked as work passes them: each before those that it leads to.
struct RelationTraversal {
  private let elements: [ElementID]
  private let architecture: Architecture
  /// What is not walked yet by where it starts, the last one first.
  private var ahead: [Endpoint: [Int]] = [:]
  /// The operations of a component that something starts at, the last one first.
  private var operations: [Int: [Endpoint]] = [:]

  /// The walk over some elements, given in the order of the description.
  init(_ elements: [ElementID], in architecture: Architecture) {
    self.elements = elements
    self.architecture = architecture
    for case .relation(let index) in elements.reversed() {
      guard let start = ends(of: index).start else { continue }
      if start.operation != nil, ahead[start] == nil {
        operations[start.component, default: []].append(start)
      }
      ahead[start, default: []].append(index)
    }
  }

  /// So many of the elements: what starts at the first one, then what nothing leads to, each with
  /// all that it leads to; at last the others.
  mutating func steps(from first: ElementID, limit: Int) -> [ElementID] {
    let reached = Set(
      elements.compactMap { element in
        if case .relation(let index) = element { ends(of: index).end.component } else { nil }
      })
    let origins = elements.filter { element in
      guard case .relation(let index) = element else { return true }
      return ends(of: index).start.map { !reached.contains($0.component) } ?? true
    }
    var (seen, steps) = (Set<ElementID>(), [ElementID]())
    for root in starting(at: first) + origins + elements {
      var stack = [root]
      while steps.count < limit, let element = stack.popLast() {
        guard seen.insert(element).inserted else { continue }
        steps.append(element)
        if case .relation(let index) = element { stack += take(from: ends(of: index).end) }
      }
    }
    return steps
  }

  private mutating func starting(at element: ElementID) -> [ElementID] {
    switch element {
    case .component(let index): return take(from: Endpoint(component: index)).reversed()
    case .operation(let index):
      let component = architecture.operations[index].component
      return take(from: Endpoint(component: component, operation: index)).reversed()
    case .journey(let journey):
      return elements.filter { element in
        guard case .relation(let index) = element else { return false }
        return architecture.relations[index].journey == journey
      }
    case .relation: return elements.contains(element) ? [element] : []
    case .system: return []
    }
  }

  /// What starts at an end of a relation, the last one first: at an operation and at its component
  /// as a whole, or at any operation of a component.
  private mutating func take(from end: Endpoint) -> [ElementID] {
    let whole = ahead.removeValue(forKey: Endpoint(component: end.component)) ?? []
    let starts =
      end.operation == nil ? operations.removeValue(forKey: end.component) ?? [] : [end]
    return (whole + starts.flatMap { ahead.removeValue(forKey: $0) ?? [] }).map(ElementID.relation)
  }

  /// The ends of a relation in the direction of work, which a consumer takes from its channel; no
  /// start where a journey begins.
  private func ends(of index: Int) -> (start: Endpoint?, end: Endpoint) {
    let relation = architecture.relations[index]
    guard relation.journey == nil, let source = relation.source else {
      return (nil, relation.target)
    }
    return relation.kind == .consumes ? (relation.target, source) : (source, relation.target)
  }
}
