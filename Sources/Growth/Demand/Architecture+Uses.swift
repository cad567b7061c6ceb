import Architecture

extension Architecture {
  /// Uses of each relation per request of its source: calls per request, less what a cache
  /// answers; a queue shares its messages among its consumers.
  ///
  /// What is lost uses nothing.
  func relationUses() -> [Double] {
    var consumers = [Int](repeating: 0, count: components.count)
    for relation in relations where relation.kind == .consumes && !isLost(relation.source) {
      consumers[relation.target.component] += 1
    }
    return relations.map { relation in
      if isLost(relation.source) { return 0 }
      if relation.kind == .consumes {
        let channel = relation.target.component
        let isShared = components[channel].kind == .queue
        return isShared ? 1 / Double(max(1, consumers[channel])) : 1
      }
      // A cache or proxy with a hit ratio passes only its misses on.
      let source = relation.source.map { components[$0.component].facts }
      let hit = relation.facts.number(.hit) ?? source?.number(.hit) ?? 0
      return (relation.facts.number(.perRequest) ?? 1) * (1 - hit)
    }
  }

  private func isLost(_ end: Endpoint?) -> Bool {
    end.map { components[$0.component].isLost } ?? false
  }
}

extension Relation {
  /// Tries per use, when every one is used.
  var attempts: Double {
    let attempts = facts.number(.attempts) ?? 1
    return attempts.isFinite ? max(1, attempts) : 1
  }

  /// Tries per use over all of them, when each fails: no more than the budget allows.
  var worstAttempts: Double { min(attempts, 1 + retryBudget) }
}
