/// What is asked instead when a call fails: a component that its `fallback` names.
extension Architecture {
  /// Per relation, the component or operation that its fallback names; nil for a note, and for what
  /// cannot stand in: the source, the target, and what answers nobody.
  package func fallbacks() -> [Endpoint?] {
    guard relations.contains(where: { $0.facts.text(.fallback) != nil }) else {
      return relations.map { _ in nil }
    }
    var ends: [String: Endpoint] = [:]
    for (index, operation) in operations.enumerated() {
      ends[name(of: .operation(index))] = Endpoint(component: operation.component, operation: index)
    }
    for (index, component) in components.enumerated() {
      ends[component.name] = Endpoint(component: index)
    }
    return relations.map { relation in
      guard let name = relation.facts.text(.fallback), let end = ends[name],
        ![relation.source?.component, relation.target.component].contains(end.component),
        ![.client, .tool].contains(components[end.component].kind.role)
      else { return nil }
      return end
    }
  }

  /// How what a relation falls back on is used: a store is read or written, as the call did.
  package func fallbackKind(_ relation: Relation, _ end: Endpoint) -> RelationKind {
    switch components[end.component].kind.role {
    case .channel: return .publishes
    case .store:
      let isChange = relation.facts.text(.effect).map { $0 != "none" } ?? false
      return relation.kind == .calls ? (isChange ? .writes : .reads) : relation.kind
    case .client, .proxy, .work, .external, .tool: return .calls
    }
  }

  /// Leads the calls of what is lost, by way of proxies too, to what they fall back on, and to
  /// nothing after that.
  mutating func fallBack() {
    let (fallbacks, answerers) = (fallbacks(), answerers())
    for (index, end) in fallbacks.enumerated() {
      let relation = relations[index]
      let lost = [relation.target.component, answerers[index].component].filter {
        components[$0].isLost
      }
      guard let end, !lost.isEmpty else { continue }
      var facts = relation.facts
      facts.remove(.fallback)
      relations[index] = Relation(
        kind: fallbackKind(relation, end), source: relation.source, target: end,
        journey: relation.journey, ordinal: relation.ordinal, isWebhook: relation.isWebhook,
        span: relation.span, facts: facts)
    }
  }
}
