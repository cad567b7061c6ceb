import Architecture

/// What one request to each node costs, with all that it makes others do.
///
/// c_i = own_i + sum p_ij c_j, the equations of flow balance (`Demand`) read against their
/// direction: callees before callers, and rings in sweeps (Gauss and Seidel).
struct CostToServe {
  /// Per node of `NodeGraph`; infinite in a ring whose rates do not settle.
  private(set) var nodes: [Double]

  /// The costs from those of each component itself, and how often each relation is used.
  init(_ architecture: Architecture, uses: [Double], own: [Double]) {
    let graph = NodeGraph(architecture) {
      ![.replicates, .schedules, .maintains].contains($0.kind)
    }
    let operations = [Double](repeating: 0, count: graph.nodeCount - own.count)
    let start = own + operations
    nodes = start
    for members in graph.strongComponents().members {
      var (change, sweeps) = (Double.infinity, 0)
      while change > Self.precision, sweeps < Self.sweeps {
        (change, sweeps) = (0, sweeps + 1)
        for node in members {
          let cost = graph.edges(from: node).reduce(start[node]) { sum, edge in
            sum + nodes[edge.target] * (edge.relation.map { uses[$0] } ?? 1)
          }
          change = max(change, abs(cost - nodes[node]) / max(cost, .leastNormalMagnitude))
          nodes[node] = cost
        }
      }
      guard change > Self.precision else { continue }
      for node in members { nodes[node] = .infinity }
    }
  }

  /// Relative change below which a ring has settled, and sweeps after which it does not.
  private static let precision = 1e-9
  private static let sweeps = 200
}
