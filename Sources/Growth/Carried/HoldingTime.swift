package import Architecture

/// How long one piece of work holds a server of its component while nothing waits in a queue.
package struct HoldingTime: Sendable {
  /// The operation, the component or the messages whose work it is.
  package let element: ElementID
  /// Seconds of its own work.
  package let own: Double
  /// By how much contention between replicas has stretched the own work.
  package let contention: Double
  /// The calls that it waits for, each with its target, how often it is made, and the seconds that
  /// one takes.
  package let calls: [(target: ElementID, uses: Double, seconds: Double)]
  /// Seconds of all that: of calls made at the same time, the slowest counts.
  package let seconds: Double
}

extension GrowthModel {
  /// The holding times of all work of a component whose own time is known.
  package func holdingTimes(of component: Int) -> [HoldingTime] {
    stations[component].work.compactMap { work in
      let time = work.relation.map { tree.handling[$0] } ?? tree.own[work.node]
      guard let own = time?.mean, work.load.isUsed else { return nil }
      let calls = tree.calls[work.node].compactMap { call -> (ElementID, Double, Double)? in
        guard architecture.relations.indices.contains(call.relation) else { return nil }
        let target = architecture.relations[call.relation].target
        return (
          target.operation.map(ElementID.operation) ?? .component(target.component), call.uses,
          call.wait(idle[call.target]).mean
        )
      }
      return HoldingTime(
        element: work.relation.map(ElementID.relation)
          ?? architecture.operation(ofNode: work.node).map(ElementID.operation)
          ?? .component(component),
        own: own, contention: stations[component].contentionFactor, calls: calls,
        seconds: holdingTime(work).mean)
    }
  }
}
