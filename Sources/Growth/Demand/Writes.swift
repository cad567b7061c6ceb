import Architecture

/// Writes into a component: those of its callers, and those that it replays as a copy of another.
struct Writes: Sendable {
  var own = Rates()
  var replayed = Rates()
}

extension Demand {
  /// What is written into each component: every copy replays all writes of what it is a copy of.
  func writes(_ architecture: Architecture) -> [Writes] {
    var writes = [Writes](repeating: Writes(), count: architecture.components.count)
    var copies: [(from: Int, to: Int)] = []
    for (index, relation) in architecture.relations.enumerated() {
      if relation.kind == .writes, isReached[index] {
        writes[relation.target.component].own.add(relations[index])
      } else if relation.kind == .replicates, let source = relation.source {
        copies.append((source.component, relation.target.component))
      }
    }
    // Copies of copies replay what their source replays, as deep as chains of copies are.
    for _ in 0..<min(copies.count, Self.deepestCopies) {
      let before = writes
      for index in writes.indices { writes[index].replayed = Rates() }
      for copy in copies {
        writes[copy.to].replayed.add(before[copy.from].own)
        writes[copy.to].replayed.add(before[copy.from].replayed)
      }
    }
    return writes
  }

  /// Copies of copies that are followed; rings of them end there.
  private static let deepestCopies = 4
}
