extension Architecture {
  /// What answers each relation: its target, or what a proxy there passes requests on to.
  ///
  /// A proxy that passes them on to several, or to none, answers itself.
  package func answerers() -> [Endpoint] {
    let onward = proxiedCalls()
    return relations.map { relation in
      var end = relation.target
      for _ in 0..<Self.mostProxies where isProxy(end) {
        let calls = onward[end]
        guard calls.count == 1 else { break }
        end = relations[calls[0]].target
      }
      return end
    }
  }
}
