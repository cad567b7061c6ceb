extension ComponentGraph {
  /// Most work, nodes times edges, that is spent on betweenness; beyond it is unknown.
  static let betweennessLimit = 2_000_000

  /// Share of shortest paths between other components that pass through each one.
  ///
  /// Freeman's betweenness centrality (1977), computed as by Brandes (2001), divided by the number
  /// of ordered pairs of other nodes. Nil when nodes times edges exceed `betweennessLimit`, since
  /// the cost grows with both.
  package func betweenness() -> [Double]? {
    let nodes = targets.indices.filter { !targets[$0].isEmpty || !sources[$0].isEmpty }
    let edges = targets.reduce(0) { $0 + $1.count }
    guard nodes.count * edges <= Self.betweennessLimit else { return nil }
    var centrality = [Double](repeating: 0, count: targets.count)
    for start in nodes { accumulate(from: start, into: &centrality) }
    let pairs = Double((nodes.count - 1) * (nodes.count - 2))
    return pairs > 0 ? centrality.map { $0 / pairs } : centrality
  }

  private func accumulate(from start: Int, into centrality: inout [Double]) {
    var distance: [Int: Int] = [start: 0]
    var paths: [Int: Double] = [start: 1]
    var before: [Int: [Int]] = [:]
    var order = [start]
    var head = 0
    while head < order.count {
      let node = order[head]
      head += 1
      for target in targets[node] {
        if distance[target] == nil {
          distance[target] = distance[node, default: 0] + 1
          order.append(target)
        }
        if distance[target] == distance[node, default: 0] + 1 {
          paths[target, default: 0] += paths[node, default: 0]
          before[target, default: []].append(node)
        }
      }
    }
    var dependency: [Int: Double] = [:]
    for node in order.reversed() where node != start {
      let share = (1 + dependency[node, default: 0]) / paths[node, default: 1]
      for earlier in before[node, default: []] {
        dependency[earlier, default: 0] += paths[earlier, default: 0] * share
      }
      centrality[node] += dependency[node, default: 0]
    }
  }
}
