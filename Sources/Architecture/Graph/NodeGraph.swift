/// The arrows of an architecture as a directed graph of nodes, in the direction of demand.
///
/// Nodes are the components, then the operations, then what handles messages apart from operations
/// (`Handlings`). A call leads from caller to callee, a message from publisher to channel to
/// consumer. Operations and handlings lead to their component, because relations written beside the
/// operations are used by all of them, and channels to the broker that they are kept on. Edges are
/// stored in one array, grouped by the node they leave (compressed sparse rows).
package struct NodeGraph: Sendable {
  /// One arrow: the node it leads to and the relation it stands for; nil for a part to its
  /// whole, and for a channel to its broker.
  package struct Edge: Sendable {
    /// The node it leads to.
    package let target: Int
    /// Index of the relation; nil for the step from an operation or handling to what it shares, and
    /// from a channel to its broker.
    package let relation: Int?
  }

  /// Components, operations and handlings.
  package let nodeCount: Int
  private let offsets: [Int]
  private let edges: [Edge]

  /// The graph of an architecture, of all its relations or of some.
  ///
  /// Folded operations leave their component: every arrow runs between components.
  package init(
    _ architecture: Architecture, foldingOperations: Bool = false,
    where isIncluded: (Relation) -> Bool = { _ in true }
  ) {
    nodeCount = architecture.nodeCount
    func node(_ node: Int) -> Int {
      foldingOperations ? architecture.component(ofNode: node) : node
    }
    var pairs: [(source: Int, edge: Edge)] = []
    pairs.reserveCapacity(architecture.relations.count + nodeCount)
    for part in 0..<nodeCount where !foldingOperations {
      guard let whole = architecture.shared(by: part) else { continue }
      pairs.append((part, Edge(target: whole, relation: nil)))
    }
    for (channel, broker) in architecture.brokers.sorted(by: { $0.key < $1.key }) {
      pairs.append((channel, Edge(target: broker, relation: nil)))
    }
    for (index, relation) in architecture.relations.enumerated()
    where relation.journey == nil && isIncluded(relation) {
      guard let source = relation.source, let start = architecture.start(of: relation) else {
        continue
      }
      let end = relation.kind == .consumes ? source : relation.target
      pairs.append((node(start), Edge(target: node(architecture.node(end)), relation: index)))
    }
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for pair in pairs { offsets[pair.source + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var edges = [Edge](repeating: Edge(target: 0, relation: nil), count: pairs.count)
    for pair in pairs {
      edges[next[pair.source]] = pair.edge
      next[pair.source] += 1
    }
    self.offsets = offsets
    self.edges = edges
  }

  /// The arrows that leave a node.
  package func edges(from node: Int) -> ArraySlice<Edge> {
    edges[offsets[node]..<offsets[node + 1]]
  }

  /// Which nodes can be reached from some nodes, themselves included.
  package func reached(from starts: [Int]) -> [Bool] {
    var walk = GraphWalk(self)
    walk.run(from: starts)
    return walk.hops.map { $0 >= 0 }
  }
}

/// Breadth-first walks over one graph; each costs only what it reaches.
package struct GraphWalk {
  private let graph: NodeGraph
  /// Fewest arrows to each node of the last walk; -1 for what it did not reach.
  ///
  /// The arrow into the start counts; the step from a part to its whole counts nothing.
  package private(set) var hops: [Int]
  /// The nodes that the last walk reached, the nearest first.
  package private(set) var nodes: [Int] = []

  /// Walks over a graph.
  package init(_ graph: NodeGraph) {
    self.graph = graph
    hops = Array(repeating: -1, count: graph.nodeCount)
  }

  /// Walks from some nodes; what an earlier walk found is forgotten.
  package mutating func run(from starts: [Int]) {
    for node in nodes { hops[node] = -1 }
    nodes.removeAll(keepingCapacity: true)
    for start in starts where hops[start] < 0 {
      hops[start] = 1
      nodes.append(start)
    }
    var head = 0
    while head < nodes.count {
      let node = nodes[head]
      head += 1
      for edge in graph.edges(from: node) where hops[edge.target] < 0 {
        hops[edge.target] = hops[node] + (edge.relation == nil ? 0 : 1)
        nodes.append(edge.target)
      }
    }
  }
}
