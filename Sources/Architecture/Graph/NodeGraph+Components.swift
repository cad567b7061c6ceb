/// The strongly connected components of a graph: nodes that all reach each other.
package struct StrongComponents: Sendable {
  /// The number of the group of each node; an edge leads to the same or a smaller number.
  package let group: [Int]
  /// The nodes of each group; groups in reverse topological order, callees before callers.
  package let members: [[Int]]
}

extension NodeGraph {
  /// Tarjan's algorithm (1972), without recursion so that a chain of any length fits the stack.
  package func strongComponents() -> StrongComponents {
    var search = TarjanSearch(graph: self)
    for node in 0..<nodeCount where search.number[node] == 0 { search.visit(node) }
    return StrongComponents(group: search.group, members: search.members)
  }
}

private struct TarjanSearch {
  let graph: NodeGraph
  /// Order of discovery from 1; 0 is not yet seen.
  var number: [Int]
  var low: [Int]
  var group: [Int]
  var members: [[Int]] = []
  private var stack: [Int] = []
  private var count = 0

  init(graph: NodeGraph) {
    self.graph = graph
    number = Array(repeating: 0, count: graph.nodeCount)
    low = number
    group = Array(repeating: -1, count: graph.nodeCount)
  }

  mutating func visit(_ start: Int) {
    var path: [(node: Int, rest: ArraySlice<NodeGraph.Edge>)] = [discover(start)]
    while let top = path.last {
      guard let edge = top.rest.first else {
        path.removeLast()
        if let caller = path.last?.node { low[caller] = min(low[caller], low[top.node]) }
        if low[top.node] == number[top.node] { closeGroup(at: top.node) }
        continue
      }
      path[path.count - 1].rest = top.rest.dropFirst()
      if number[edge.target] == 0 {
        path.append(discover(edge.target))
      } else if group[edge.target] < 0 {
        low[top.node] = min(low[top.node], number[edge.target])
      }
    }
  }

  private mutating func discover(_ node: Int) -> (Int, ArraySlice<NodeGraph.Edge>) {
    count += 1
    number[node] = count
    low[node] = count
    stack.append(node)
    return (node, graph.edges(from: node))
  }

  private mutating func closeGroup(at root: Int) {
    var nodes: [Int] = []
    while let node = stack.popLast() {
      group[node] = members.count
      nodes.append(node)
      if node == root { break }
    }
    members.append(nodes)
  }
}
