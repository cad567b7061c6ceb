extension Architecture {
  /// The longest that each relation's target can wait in its own synchronous calls, all attempts:
  /// calls in a row add up, of parallel ones the slowest counts.
  func timeoutNeeds() -> [Double] {
    var inRow = [Double](repeating: .nan, count: nodeCount)
    var atOnce = inRow
    for relation in relations where relation.isSynchronous && relation.journey == nil {
      guard let node = maker(of: relation), let timeout = relation.facts.number(.timeout) else {
        continue
      }
      let total = timeout * attempts(of: relation)
      if relation.facts.isTrue(.parallel) {
        atOnce[node] = atOnce[node].isNaN ? total : max(atOnce[node], total)
      } else {
        inRow[node] = inRow[node].isNaN ? total : inRow[node] + total
      }
    }
    let own = relations.map { relation in
      let parts = sequence(first: self.node(relation.target), next: shared(by:))
      let waits = parts.flatMap { [inRow[$0], atOnce[$0]] }.filter { !$0.isNaN }
      return waits.isEmpty ? .nan : waits.reduce(0, +)
    }
    let proxied = proxiedNeeds(own)
    return zip(relations, own).map { relation, own in
      relation.kind == .calls ? proxied[relation.target] ?? own : .nan
    }
  }

  /// The longest that a request to each proxy can wait, whichever of its calls it is passed on to.
  ///
  /// The proxy may give up before. `own` is what the target of each relation waits.
  private func proxiedNeeds(_ own: [Double]) -> [Endpoint: Double] {
    let onward = proxiedCalls()
    let proxies = Set(relations.lazy.map(\.target).filter(isProxy))
    var needs = Dictionary(uniqueKeysWithValues: proxies.map { ($0, Double.nan) })
    for _ in 0..<Self.mostProxies where !proxies.isEmpty {
      let before = needs
      for proxy in proxies {
        let waits = onward[proxy].map { index in
          let call = relations[index]
          return call.facts.number(.timeout).map { $0 * attempts(of: call) }
            ?? before[call.target] ?? own[index]
        }
        let patience = components[proxy.component].facts.number(.requestTimeout) ?? .infinity
        let isKnown = !waits.contains { $0.isNaN }
        needs[proxy] = isKnown ? waits.min().map { min($0, patience) } ?? .nan : .nan
      }
    }
    return needs
  }
}
