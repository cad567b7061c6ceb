package import Architecture

extension Architecture {
  /// The names that lead to an element in a change; nil where an arrow of the same kind between the
  /// same ends would be meant as well.
  func path(of element: ElementID) -> [String]? {
    switch element {
    case .system: return []
    case .component(let index): return ["components", components[index].name]
    case .operation(let index):
      let operation = operations[index]
      return ["components", components[operation.component].name, "operations", operation.name]
    case .journey(let index): return ["journeys", journeys[index].name]
    case .relation(let index):
      let relation = relations[index]
      let source =
        relation.source.flatMap { end in
          path(of: end.operation.map(ElementID.operation) ?? .component(end.component))
        } ?? relation.journey.flatMap { path(of: .journey($0)) }
      let (target, operation) = (
        components[relation.target.component].name,
        relation.target.operation.map { operations[$0].name }
      )
      return source.map { $0 + [relation.kind.rawValue, target] + (operation.map { [$0] } ?? []) }
    }
  }
}

extension Change {
  /// The element and the property that it is about, or why there is none such.
  package func target(in architecture: Architecture) -> Result<
    (element: ElementID, property: Property), DescriptionChange.Refusal
  > {
    ChangeTarget(architecture).find(path).map { ($0.0, $0.1) }
      .mapError { DescriptionChange.Refusal($0.message) }
  }

  /// The value as written.
  package var valueText: String {
    String(text.utf8.dropFirst(value.lowerBound)) ?? ""
  }
}
