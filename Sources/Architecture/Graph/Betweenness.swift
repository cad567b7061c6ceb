extension ComponentGraph {
  /// Most work, nodes times edges, that is spent on betweenness; beyond it is unknown.
  static let betweennessLimit = 2_000_000

  /// Share of shortest paths between other components that pass through each one.
  ///
  /// Freeman's betweenness centrality (1977), computed as by Brandes (2001), divided by the number
  /// of ordered pairs of other nodes of which one reaches the other. Nil when nodes times edges
  /// exceed `betweennessLimit`, since
  /// the cost grows with both.
  package func betweenness() -> [Double]? {
    let nodes = targets.indices.filter { !targets[$0].isEmpty || !sources[$0].isEmpty }
    let edges = targets.reduce(0) { $0 + $1.count }
    guard nodes.count * edges <= Self.betweennessLimit else { return nil }
    var tally = PathTally(count: targets.count)
    for start in nodes { tally.add(pathsFrom: start, in: self) }
    return tally.shares
  }
}

/// Shortest paths counted so far.
private struct PathTally {
  private var through: [Double]
  /// How many nodes each one reaches, and by how many it is reached.
  private var reaches: [Int]
  private var reachedBy: [Int]

  init(count: Int) {
    through = Array(repeating: 0, count: count)
    reaches = Array(repeating: 0, count: count)
    reachedBy = reaches
  }

  var shares: [Double] {
    let pairs = reaches.reduce(0, +)
    return through.indices.map { node in
      let others = pairs - reaches[node] - reachedBy[node]
      return others > 0 ? through[node] / Double(others) : 0
    }
  }

  mutating func add(pathsFrom start: Int, in graph: ComponentGraph) {
    var distance: [Int: Int] = [start: 0]
    var paths: [Int: Double] = [start: 1]
    var before: [Int: [Int]] = [:]
    var order = [start]
    var head = 0
    while head < order.count {
      let node = order[head]
      head += 1
      for target in graph.targets[node] {
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
    reaches[start] = order.count - 1
    var dependency: [Int: Double] = [:]
    for node in order.reversed() where node != start {
      reachedBy[node] += 1
      let share = (1 + dependency[node, default: 0]) / paths[node, default: 1]
      for earlier in before[node, default: []] {
        dependency[earlier, default: 0] += paths[earlier, default: 0] * share
      }
      through[node] += dependency[node, default: 0]
    }
  }
}
