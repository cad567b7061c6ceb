/// Which nodes of a graph are drawn.
struct DiagramScope {
  /// In the order of the graph.
  let nodes: [Int]
  /// Links between drawn nodes on the way from or to the one they are drawn around; nil for all.
  let hops: Int?

  /// Nodes that are drawn at most: nobody follows the lines between more.
  static let most = 60
  /// Nodes that are drawn at most where all are asked for.
  static let mostAsked = 150

  /// All nodes.
  init(all graph: DiagramGraph) {
    nodes = Array(graph.nodes.indices)
    hops = nil
  }

  /// A node, its callers and theirs, its callees and theirs; of very many those that break first.
  init(around node: Int, hops: Int, in graph: DiagramGraph) {
    var drawn: Set<Int> = [node]
    for neighbours in [graph.callers, graph.callees] {
      var edge = [node]
      var seen: Set<Int> = [node]
      for _ in 0..<hops {
        edge = Set(edge.flatMap { neighbours[$0] }).subtracting(seen).sorted {
          (graph.nodes[$0].headroom, $0) < (graph.nodes[$1].headroom, $1)
        }
        edge = Array(edge.prefix(max(0, Self.most / 2 - seen.count + 1)))
        seen.formUnion(edge)
      }
      drawn.formUnion(seen)
    }
    nodes = drawn.sorted()
    self.hops = hops
  }

  /// The scopes to try, the widest first.
  static func candidates(_ graph: DiagramGraph, around node: Int, hops: Int?) -> [Self] {
    if let hops, hops > 0 { return [Self(around: node, hops: hops, in: graph)] }
    let least = hops == nil ? most : mostAsked
    return (graph.nodes.count <= least ? [Self(all: graph)] : [])
      + [3, 2, 1].map { Self(around: node, hops: $0, in: graph) }
  }
}
