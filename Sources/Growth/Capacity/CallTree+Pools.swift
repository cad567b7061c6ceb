extension CallTree {
  /// The same with a station of tokens in front of what each pool leads to: one node for each node
  /// that is called through it, which holds a token for as long as the call takes.
  ///
  /// The stations of pools follow the components, and their nodes those of the tree.
  func throughPools(_ pools: [CallPool]) -> CallTree {
    guard !pools.isEmpty else { return self }
    var (own, calls, components, rings) = (own, calls, components, rings)
    let first = isSilentlyFast.count
    var members = (0..<first).map { nodes(of: $0) } + pools.map { _ in [] }
    let callers = members
    for (number, pool) in pools.enumerated() {
      let relations = Set(pool.relations)
      var places: [Int: Int] = [:]
      for node in callers[pool.owner] {
        for (position, call) in calls[node].enumerated() where relations.contains(call.relation) {
          let isRing = rings[call.target] == rings[node]
          if places[call.target] == nil {
            places[call.target] = own.count
            own.append(nil)
            components.append(first + number)
            members[first + number].append(own.count - 1)
            rings.append(isRing ? rings[node] : own.count - 1 + first)
            calls.append([
              Call(
                target: call.target, relation: call.relation, uses: 1, isParallel: false,
                patience: nil)
            ])
          }
          calls[node][position] = call.leading(to: places[call.target] ?? call.target)
        }
      }
    }
    return CallTree(
      own: own, handling: handling, handlers: handlers, calls: calls, components: components,
      nodes: members, rings: rings, strong: strong(with: pools, after: first),
      isSilentlyFast: isSilentlyFast + pools.map { _ in true })
  }

  /// Components that call each other together, callees first, each owner behind its pools.
  private func strong(with pools: [CallPool], after first: Int) -> [[Int]] {
    var numbers: [Int: [Int]] = [:]
    for (number, pool) in pools.enumerated() { numbers[pool.owner, default: []].append(number) }
    return groups.flatMap { group -> [[Int]] in
      let own = group.components.flatMap { numbers[$0] ?? [] }
      let members = Set(group.components)
      let inside = own.filter { members.contains(pools[$0].target) }.map { first + $0 }
      let before = own.filter { !members.contains(pools[$0].target) }.map { [first + $0] }
      return before + [group.components + inside]
    }
  }
}

extension CallTree.Call {
  /// The same call of another node.
  func leading(to target: Int) -> CallTree.Call {
    CallTree.Call(
      target: target, relation: relation, uses: uses, isParallel: isParallel, patience: patience)
  }
}

extension CallTree {
  /// How long one piece of work holds a server.
  func holdingTime(_ work: ComponentStation.Work, _ times: NodeTimes) -> Moments {
    work.relation.map { holdingTime(ofMessage: $0, at: work.node, times) }
      ?? holdingTime(of: work.node, times)
  }
}
