extension Architecture {
  /// What answers each relation: its target, or what a proxy there passes requests on to.
  ///
  /// A proxy that passes them on to several, or to none, answers itself.
  package func answerers() -> [Endpoint] {
    var onward: [Endpoint: [Endpoint]] = [:]
    for relation in relations where relation.kind == .calls {
      guard let source = relation.source, isProxy(source) else { continue }
      onward[source, default: []].append(relation.target)
    }
    return relations.map { relation in
      var end = relation.target
      for _ in 0..<Self.mostProxies where isProxy(end) {
        guard let next = onlyTarget(behind: end, onward) else { break }
        end = next
      }
      return end
    }
  }

  /// What a proxy calls for a request, where that is one; an operation makes its component's calls
  /// as well.
  private func onlyTarget(behind end: Endpoint, _ onward: [Endpoint: [Endpoint]]) -> Endpoint? {
    let shared = Endpoint(component: end.component)
    let targets = (onward[end] ?? []) + (end == shared ? [] : onward[shared] ?? [])
    return targets.count == 1 ? targets.first : nil
  }
}
