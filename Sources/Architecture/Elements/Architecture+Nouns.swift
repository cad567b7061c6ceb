/// Names of elements as sentences need them.
extension Architecture {
  /// The element as a noun: an arrow as `api → payments` or `mailer ← order-placed`, anything else
  /// by its name.
  ///
  /// The name of an arrow is a clause, `api calls payments`; it is what identifies the arrow.
  package func noun(of element: ElementID) -> String {
    guard case .relation(let index) = element else { return name(of: element) }
    let (relation, ends) = (relations[index], ends(of: index))
    return relation.kind.noun(from: ends.source, to: ends.target) + relation.suffix
  }

  /// The names of what an arrow leads from and to; a journey's arrow leads from the journey.
  package func ends(of relation: Int) -> (source: String, target: String) {
    let relation = relations[relation]
    let source = relation.journey.map { name(of: .journey($0)) } ?? relation.source.map(name)
    return (source ?? "", name(of: relation.target))
  }

  private func name(of end: Endpoint) -> String {
    name(of: end.operation.map(ElementID.operation) ?? .component(end.component))
  }
}

extension Relation {
  /// What tells apart several arrows of a kind between the same ends; empty for the first.
  fileprivate var suffix: String { ordinal > 1 ? " #\(ordinal)" : "" }

  /// The arrow as a clause, which identifies it.
  func clause(from source: String, to target: String) -> String {
    "\(source) \(kind.rawValue) \(target)\(suffix)"
  }
}
