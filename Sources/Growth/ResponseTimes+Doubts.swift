import Architecture

/// Why the queueing models are not to be trusted at a multiple.
package enum ModelDoubt: Sendable, Hashable {
  /// Servers held by calls that wait themselves, near saturation.
  case heldServers(component: Int)
  /// Callers that give up and try again.
  case retries(relation: Int)
}

extension ResponseTimes {
  /// Utilisation from which servers that are held by calls wait longer than layers foretell.
  private static let held = 0.7

  /// Where the models are known to be wrong; empty when more arrives somewhere than is carried, so
  /// that there is nothing to be known better.
  func doubts(_ model: GrowthModel) -> [ModelDoubt] {
    let isBeyond = waits.contains {
      if case .saturated(.beyond) = $0 { true } else { false }
    }
    guard !isBeyond else { return [] }
    return heldServers(model) + retries(model)
  }

  private func heldServers(_ model: GrowthModel) -> [ModelDoubt] {
    waits.indices.compactMap { component in
      let utilisation: Double
      switch waits[component] {
      case .saturated: return .heldServers(component: component)
      case .none: return nil
      case .endless(let queue): utilisation = queue.utilisation
      case .bounded(let queue): utilisation = queue.utilisation
      }
      let isHeld = tree.nodes(of: component).contains { node in
        tree.calls[node].contains { isQueued(tree.components[$0.target]) }
      }
      return isHeld && utilisation > Self.held ? .heldServers(component: component) : nil
    }
  }

  private func isQueued(_ component: Int) -> Bool {
    if case .none = waits[component] { false } else { true }
  }

  /// Calls with a timeout that more than one in a thousand exceeds, taken for a gamma.
  private func retries(_ model: GrowthModel) -> [ModelDoubt] {
    tree.calls.enumerated().flatMap { node, calls in
      calls.compactMap { call -> ModelDoubt? in
        let relation = model.architecture.relations[call.relation]
        let time = responses[call.target]
        guard let timeout = relation.facts.number(.timeout), time.mean > 0,
          time.saturation == .none, isQueued(tree.components[call.target])
        else { return nil }
        let tail = Gamma.tail(
          timeout, mean: time.mean, shape: 1 / max(time.variability, 1e-4))
        return tail > 1e-3 ? .retries(relation: call.relation) : nil
      }
    }
  }
}
