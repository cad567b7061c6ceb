import Architecture

extension Architecture {
  /// Per journey, whether somebody waits for it; where nothing is waited for, all are.
  var servedJourneys: [Bool] {
    let isServed = journeys.map { !isBatch($0) }
    return isServed.contains(true) ? isServed : journeys.map { _ in true }
  }

  private func isBatch(_ journey: Journey) -> Bool {
    journey.client.map { components[$0].kind == .scheduler } ?? false
      || journey.returningUsers != nil && journey.facts[.think] == nil
  }

  /// Per component, whether somebody waits or pays for it: it is on the way of a journey that
  /// starts at a client or an external.
  ///
  /// What only a scheduler starts, or users who come again at once, take what is left: a batch job
  /// that stops is not the system, and workers that fill their bottleneck are no outage. Where
  /// there is nothing else, they are the system. Nor is what callers do without: they fall back.
  func servedComponents() -> [Bool] {
    let isBatch = journeys.map(isBatch)
    let all = components.map { _ in true }
    let hasSchedules = relations.contains { $0.kind == .schedules }
    let hasFallbacks = relations.contains { $0.facts[.fallback] != nil }
    guard isBatch.contains(true) || hasSchedules || hasFallbacks, isBatch.contains(false) else {
      return all
    }
    let graph = NodeGraph(self) {
      $0.kind != .schedules && $0.kind.carriesLoad && $0.facts[.fallback] == nil
    }
    let starts = relations.filter { $0.journey.map { !isBatch[$0] } ?? $0.isWebhook }
    let reached = graph.reached(from: starts.map { node($0.target) })
    var served = components.map { _ in false }
    for node in 0..<graph.nodeCount where reached[node] {
      served[component(ofNode: node)] = true
    }
    guard hasFallbacks else { return served }
    for (end, relation) in zip(fallbacks(), relations)
    where relation.source.map({ served[$0.component] }) ?? true {
      if let end { served[end.component] = true }
    }
    return served
  }
}
