import Architecture

/// How the peak of what comes to a component rises and lasts.
struct PeakShape: Sendable {
  /// Seconds: the longest that a journey declares which comes there.
  var lasts = Self.usual
  /// Seconds from the mean to the peak: the shortest that such a journey declares; 0 where none
  /// does.
  var rise = 0.0

  /// What stands in for silence: an hour, by convention.
  static let usual = 3600.0
}

extension Architecture {
  /// The peaks of all components, each by the journeys that come to it, directly or through others.
  func peakShapes() -> [PeakShape] {
    var shapes = components.map { _ in PeakShape() }
    guard journeys.contains(where: { $0.facts[.peakLasts] != nil || $0.facts[.rise] != nil }) else {
      return shapes
    }
    let graph = NodeGraph(self) { $0.kind.carriesLoad }
    let lasts = spread(graph, journeys.map { $0.facts.number(.peakLasts) ?? PeakShape.usual }, >)
    let rises = spread(graph, journeys.map { $0.facts.number(.rise) ?? .infinity }, <)
    for index in components.indices {
      if let longest = lasts[index] { shapes[index].lasts = longest }
      if let shortest = rises[index], shortest.isFinite { shapes[index].rise = shortest }
    }
    return shapes
  }

  /// Per component, the first in order of the values of the journeys that come to it; nil where
  /// none does.
  ///
  /// Every node is walked once.
  private func spread(
    _ graph: NodeGraph, _ values: [Double], _ precedes: (Double, Double) -> Bool
  ) -> [Double?] {
    let entries = entriesByJourney
    var found = [Double?](repeating: nil, count: graph.nodeCount)
    for journey in journeys.indices.sorted(by: { precedes(values[$0], values[$1]) }) {
      var open = entries[journey]
      while let node = open.popLast() {
        guard found[node] == nil else { continue }
        found[node] = values[journey]
        open += graph.edges(from: node).map(\.target)
      }
    }
    // A component has what its operations have.
    return Array(found.prefix(components.count))
  }

  /// Whether no journey says how long its peak lasts.
  var isPeakDurationAssumed: Bool { journeys.allSatisfy { $0.facts[.peakLasts] == nil } }
}
