import Architecture

/// Why the queueing models are not to be trusted at a multiple.
package enum ModelDoubt: Sendable, Hashable {
  /// Servers held by calls that wait themselves, near saturation.
  case heldServers(component: Int)
  /// Callers that give up and try again.
  case retries(relation: Int)
}

extension ResponseTimes {
  /// Share of the time a server is held from which waits of calls are felt by those who wait for
  /// the caller.
  private static let felt = 0.04
  /// Utilisation of callers up to which layers foretell waits well.
  ///
  /// Arrivals at what they call are then as random as the models take them for; this and the next
  /// were found by simulating random systems.
  private static let busy = 0.5
  /// Servers of callers from which on the same holds.
  private static let fewServers = 16.0

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
      let (utilisation, servers): (Double, Double)
      switch waits[component] {
      case .saturated: return .heldServers(component: component)
      case .none: return nil
      case .endless(let queue): (utilisation, servers) = (queue.utilisation, queue.servers)
      case .bounded(let queue): (utilisation, servers) = (queue.utilisation, queue.servers)
      }
      let isFelt = tree.nodes(of: component).contains { node in
        let hold = tree.hold(of: node, responses).mean
        return tree.calls[node].contains { call in
          let wait = waits[tree.components[call.target]].moments.mean * call.uses
          return wait > Self.felt * hold
        }
      }
      return isFelt && (utilisation > Self.busy || servers < Self.fewServers)
        ? .heldServers(component: component) : nil
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
