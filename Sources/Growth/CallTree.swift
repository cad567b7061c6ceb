import Architecture
import Findings

/// What every node does while it holds a server: its own work, and the synchronous calls it waits
/// for.
///
/// Nodes are components, then operations, as in `NodeGraph`. A thread that waits for a synchronous
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

  /// Per node.
  let own: [OwnTime?]
  /// Per relation; only `consumes` has one.
  let handling: [OwnTime?]
  /// Per node; an operation makes the calls of its component as well.
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
  private let operations: [Range<Int>]

  init(_ architecture: Architecture, uses: [Double]) {
    let count = architecture.components.count
    let graph = NodeGraph(architecture) { $0.isSynchronous }
    own =
      architecture.components.map { OwnTime($0.facts) }
      + architecture.operations.map {
        OwnTime($0.facts, architecture.components[$0.component].facts)
      }
    handling = architecture.relations.map { $0.kind == .consumes ? OwnTime($0.facts) : nil }
    components = (0..<graph.nodeCount).map { graph.component(of: $0, in: architecture) }
    var calls = [[Call]](repeating: [], count: graph.nodeCount)
    for (index, relation) in architecture.relations.enumerated()
    where relation.journey == nil && relation.isSynchronous && uses[index] > 0 {
      guard let source = relation.source else { continue }
      calls[graph.node(source)].append(
        Call(
          target: graph.node(relation.target), relation: index, uses: uses[index],
          isParallel: relation.facts.isTrue(.parallel),
          patience: Self.patience(relation, in: architecture)))
    }
    for (index, operation) in architecture.operations.enumerated() {
      calls[count + index] += calls[operation.component]
    }
    self.calls = calls
    rings = graph.strongComponents().group
    order =
      NodeGraph(architecture, foldingOperations: true) { $0.isSynchronous }
      .strongComponents().members.flatMap { $0 }.filter { $0 < count }
    isSilentlyFast = architecture.components.map { [.proxy, .client].contains($0.kind.role) }
    operations = architecture.components.map {
      count + $0.operations.lowerBound..<count + $0.operations.upperBound
    }
  }

  /// Seconds until a caller gives up for good; none where a breaker tells that the target is lost.
  private static func patience(_ relation: Relation, in architecture: Architecture) -> Double? {
    let isLost = architecture.components[relation.target.component].isLost
    if isLost, relation.facts.isTrue(.breaker) { return 0 }
    return relation.facts.number(.timeout).map { $0 * relation.tries }
  }

  /// The nodes of a component: itself and its operations.
  func nodes(of component: Int) -> [Int] { [component] + Array(operations[component]) }

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

  /// Time from request to answer of every node, from the waits before the servers of components.
  ///
  /// `waits` gets a component and the times of all that it calls, and says how long requests wait
  /// for a server. Callees come first; where components call each other in a ring, it is repeated
  /// until nothing changes, and what never settles has no end that could be told.
  func responses(waits: (Int, _ responses: [Moments]) -> Moments) -> [Moments] {
    var responses = own.map { _ in Moments() }
    var unsettled: [Int] = []
    var (last, rising) = (0.0, 0)
    for _ in 0..<100 {
      unsettled = []
      var most = 0.0
      for component in order {
        let wait = waits(component, responses)
        for node in nodes(of: component) {
          var response = hold(of: node, responses)
          response.add(wait)
          let change = abs(response.mean - responses[node].mean)
          if !(change <= 1e-8 * response.mean) { unsettled.append(node) }
          most = max(most, change)
          responses[node] = response
        }
      }
      if unsettled.isEmpty { return responses }
      // Changes that only grow will not end.
      rising = most >= last ? rising + 1 : 0
      if rising == Self.mostRising { break }
      last = most
    }
    for node in unsettled { responses[node].saturation = .beyond }
    return responses
  }

  /// Rounds in which changes may grow before they are taken to have no end.
  private static let mostRising = 20

  /// How long one request to a node holds a server.
  func hold(of node: Int, _ responses: [Moments]) -> Moments {
    var hold = own[node]?.moments ?? Moments(isPartial: !isSilentlyFast[components[node]])
    hold.add(waiting(in: node, responses))
    return hold
  }

  /// How long one message holds a server of its consumer.
  func hold(ofMessage relation: Int, at node: Int, _ responses: [Moments]) -> Moments {
    var hold = handling[relation]?.moments ?? Moments(isPartial: true)
    hold.add(waiting(in: node, responses))
    return hold
  }

  /// How long one piece of work holds a server.
  func hold(_ work: Station.Work, _ responses: [Moments]) -> Moments {
    work.relation.map { hold(ofMessage: $0, at: work.node, responses) }
      ?? hold(of: work.node, responses)
  }

  private func waiting(in node: Int, _ responses: [Moments]) -> Moments {
    var sum = slowest(of: node, responses) ?? Moments()
    for call in calls[node] where !call.isParallel {
      sum.add(call.wait(responses[call.target]).repeated(call.uses))
    }
    return sum
  }

  /// The slowest of the calls that a node makes at the same time; nil when it makes none.
  func slowest(of node: Int, _ responses: [Moments]) -> Moments? {
    let branches = calls[node].filter(\.isParallel).map {
      $0.wait(responses[$0.target]).repeated($0.uses)
    }
    guard !branches.isEmpty else { return nil }
    let slowest = Slowest.of(branches.map { ($0.mean, $0.variance) })
    return Moments(
      mean: slowest.mean, variance: slowest.variance,
      isPartial: branches.contains(where: \.isPartial),
      saturation: branches.map(\.saturation).max() ?? .none)
  }
}
