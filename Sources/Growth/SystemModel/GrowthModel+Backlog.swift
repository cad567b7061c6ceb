import Architecture

extension GrowthModel {
  /// What gathers in each channel during today's peak; nil for other components, and where the
  /// consumers' capacity is not known.
  package func backlogs() -> [Backlog?] {
    architecture.peakShapes().enumerated().map { backlog(of: $0, at: 1, lasting: $1.lasts) }
  }

  /// What gathers in a channel; of several audiences, in front of the slowest one.
  func backlog(of index: Int, at multiple: Double, lasting duration: Double) -> Backlog? {
    let channel = architecture.components[index]
    guard channel.kind.role == .channel else { return nil }
    let consumers = consumersByChannel[index] ?? []
    let capacities = consumers.map { self.consumers.values[$0] }
    guard !consumers.isEmpty, capacities.allSatisfy({ $0 >= 0 }) else { return nil }
    let rates = demand.nodes[index]
    let isShared = channel.kind == .queue
    let capacity = isShared ? capacities.reduce(0, +) : capacities.min() ?? 0
    guard rates.peak > 0 else { return nil }
    return Backlog(
      peak: rates.peak(at: multiple), mean: rates.mean * multiple, capacity: capacity,
      duration: duration,
      bound: (channel.facts.number(.maxLength) ?? .infinity) / stations[index].parts.share)
  }
}
