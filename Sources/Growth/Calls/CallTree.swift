import Architecture
import Findings

/// What every node does while it holds a server: its own work, and the synchronous calls it waits
/// for.
///
/// Nodes are those of `NodeGraph`. A thread that waits for a synchronous
/// call is a server held.
struct CallTree: Sendable {
  /// One synchronous relation of a node.
  struct Call: Sendable {
    let target: Int
    let relation: Int
    let uses: Double
    let isParallel: Bool
    /// Seconds after which the caller gives up for good; nil when it never does.
    let patience: Double?

    /// What the caller waits for one use: the response, or as long as it waits for an answer that
    /// does not come.
    func wait(_ response: Moments) -> Moments {
      guard response.saturation > .none, let patience else { return response }
      return Moments(mean: patience, least: patience)
    }
  }

  /// Per node, as long as it takes among the replicas there are.
  private(set) var own: [ServiceTime?]
  /// Per relation; only `consumes` has one.
  private(set) var handling: [ServiceTime?]
  /// Per node; an operation makes those it shares with its component as well.
  let calls: [[Call]]
  /// The component of each node.
  let components: [Int]
  /// Components, callees before callers as far as there is such an order.
  let order: [Int]
  /// Nodes that lie in a ring of calls share a number.
  let rings: [Int]
  /// Components that pass on what they get, and whose silence about their own time means so little
  /// of it that it is left out.
  let isSilentlyFast: [Bool]
  /// Components in the same order, those that call each other together.
  let groups: [Group]
  /// Per component.
  private let nodes: [[Int]]
  /// Per node, whether it makes calls at the same time.
  let hasParallel: [Bool]

  /// Per component, whether one of its nodes calls another.
  let callsItself: [Bool]

  /// Components that call each other in a ring, or one that does not.
  struct Group: Sendable {
    let components: [Int]
    let isRing: Bool
  }

  /// Per relation, the component whose servers its messages hold; nil for other relations.
  let handlers: [Int?]

  /// Who waits for whom in an architecture; `uses` is how often each relation is used per request.
  init(_ architecture: Architecture, uses: [Double]) {
    let count = architecture.components.count
    let graph = NodeGraph(architecture) { $0.isSynchronous }
    let components = (0..<graph.nodeCount).map(architecture.component(ofNode:))
    let own = components.enumerated().map { node, component in
      ServiceTime(
        architecture.operation(ofNode: node).map { architecture.operations[$0].facts },
        architecture.components[component].facts)
    }
    let handling = architecture.relations.map { $0.kind == .consumes ? ServiceTime($0.facts) : nil }
    var calls = [[Call]](repeating: [], count: graph.nodeCount)
    for (index, relation) in architecture.relations.enumerated()
    where relation.journey == nil && relation.isSynchronous && uses[index] > 0 {
      guard let maker = architecture.maker(of: relation) else { continue }
      calls[maker].append(
        Call(
          target: architecture.node(relation.target), relation: index, uses: uses[index],
          isParallel: relation.facts.isTrue(.parallel),
          patience: Self.patience(index, in: architecture)))
    }
    // Handlings come last, and operations may share what those make.
    for node in (0..<graph.nodeCount).reversed() {
      if let whole = architecture.shared(by: node) { calls[node] += calls[whole] }
    }
    let strong = NodeGraph(architecture, foldingOperations: true) { $0.isSynchronous }
      .strongComponents().members.filter { $0[0] < count }
    self.init(
      own: own, handling: handling,
      handlers: architecture.relations.map { $0.kind == .consumes ? $0.source?.component : nil },
      calls: calls, components: components,
      nodes: architecture.components.indices.map(architecture.nodes(ofComponent:)),
      rings: graph.strongComponents().group, strong: strong,
      isSilentlyFast: architecture.components.map { [.proxy, .client].contains($0.kind.role) })
  }

  /// A tree of plain values, per node, per relation (`handling`, `handlers`) and per component
  /// (`nodes`, `isSilentlyFast`); `strong` are the components that call each other together,
  /// callees first.
  init(
    own: [ServiceTime?], handling: [ServiceTime?] = [], handlers: [Int?] = [], calls: [[Call]],
    components: [Int], nodes: [[Int]], rings: [Int], strong: [[Int]], isSilentlyFast: [Bool]
  ) {
    self.own = own
    self.handling = handling
    self.handlers = handlers
    self.calls = calls
    self.components = components
    self.nodes = nodes
    self.rings = rings
    self.isSilentlyFast = isSilentlyFast
    let callsItself = nodes.enumerated().map { component, nodes in
      nodes.contains { calls[$0].contains { components[$0.target] == component } }
    }
    groups = strong.map { members in
      Group(components: members, isRing: members.count > 1 || callsItself[members[0]])
    }
    order = groups.flatMap(\.components)
    self.callsItself = callsItself
    hasParallel = calls.map { $0.contains(where: \.isParallel) }
  }

  /// The same with the work of each component so many times as long, as replicas that contend for
  /// something prolong it; calls and their waits are not.
  func stretched(by factors: [Double]) -> CallTree {
    guard factors.contains(where: { $0 != 1 }) else { return self }
    var tree = self
    for (node, component) in components.enumerated() {
      tree.own[node] = own[node]?.stretched(by: factors[component])
    }
    for (relation, handler) in handlers.enumerated() {
      guard let handler else { continue }
      tree.handling[relation] = handling[relation]?.stretched(by: factors[handler])
    }
    return tree
  }

  /// Seconds until a caller gives up for good; none where a breaker tells that the target is lost.
  private static func patience(_ index: Int, in architecture: Architecture) -> Double? {
    let relation = architecture.relations[index]
    let isLost = architecture.components[relation.target.component].isLost
    if isLost, relation.facts.isTrue(.breaker) { return 0 }
    return architecture.patience(of: index).map { $0.seconds * relation.attempts }
  }

  /// The nodes of a component: itself, its operations and its handling of messages.
  func nodes(of component: Int) -> [Int] { nodes[component] }

  /// How often each node is asked, directly or through others, for some requests; rings are cut
  /// where they close.
  func visits(_ requests: [(node: Int, uses: Double)]) -> [Double] {
    var visits = [Double](repeating: 0, count: own.count)
    for request in requests { visits[request.node] += request.uses }
    var isDone = [Bool](repeating: false, count: own.count)
    for component in order.reversed() {
      for node in nodes(of: component) where visits[node] > 0 {
        isDone[node] = true
        for call in calls[node] where !isDone[call.target] {
          visits[call.target] += visits[node] * call.uses
        }
      }
    }
    return visits
  }
}
