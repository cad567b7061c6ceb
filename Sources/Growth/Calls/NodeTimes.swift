/// Times of every node, and what they are made of.
struct NodeTimes: Sendable {
  /// From request to answer, per node.
  fileprivate(set) var responses: [Moments]
  /// What each node waits for its calls, itself aside.
  fileprivate var calls: [Moments]

  /// The time from request to answer of a node.
  subscript(node: Int) -> Moments { responses[node] }
}

extension CallTree {
  /// Time from request to answer of every node, from the waits before the servers of components.
  ///
  /// `waits` gets a component and the times of all that it calls, and says how long requests wait
  /// for a server. Callees come first; where components call each other in a ring, it is repeated
  /// until nothing changes, and what never settles has no known end.
  func times(waits: (Int, _ times: NodeTimes) -> Moments) -> NodeTimes {
    let nothing = own.map { _ in Moments() }
    var times = NodeTimes(responses: nothing, calls: nothing)
    for node in own.indices { times.calls[node] = waiting(in: node, times) }
    for group in groups {
      if group.isRing {
        settle(group.components, &times, waits)
      } else {
        update(group.components[0], &times, waits) { _, _, _ in }
      }
    }
    return times
  }

  /// Rounds in which changes may grow before they are taken to have no end.
  private static let mostRising = 20
  /// Rounds after which a ring is taken to have no end.
  private static let mostRounds = 100

  /// Repeats the times of a ring until nothing changes.
  private func settle(
    _ ring: [Int], _ times: inout NodeTimes, _ waits: (Int, NodeTimes) -> Moments
  ) {
    var unsettled: [Int] = []
    var (last, rising) = (0.0, 0)
    for _ in 0..<Self.mostRounds {
      unsettled = []
      var most = 0.0
      for component in ring {
        update(component, &times, waits) { node, change, mean in
          if !(change <= 1e-8 * mean) { unsettled.append(node) }
          most = max(most, change)
        }
      }
      if unsettled.isEmpty { break }
      // Changes that only grow will not end.
      rising = most >= last ? rising + 1 : 0
      if rising == Self.mostRising { break }
      last = most
    }
    for node in unsettled { times.responses[node].saturation = .beyond }
    for component in ring {
      for node in nodes(of: component) { times.calls[node] = waiting(in: node, times) }
    }
  }

  /// Renews the times of a component, and tells how the mean of each of its nodes has changed.
  private func update(
    _ component: Int, _ times: inout NodeTimes, _ waits: (Int, NodeTimes) -> Moments,
    _ change: (_ node: Int, _ change: Double, _ mean: Double) -> Void
  ) {
    for node in nodes(of: component) { times.calls[node] = waiting(in: node, times) }
    let wait = waits(component, times)
    for node in nodes(of: component) {
      if callsItself[component] { times.calls[node] = waiting(in: node, times) }
      var response = holdingTime(of: node, times)
      response.add(wait)
      change(node, abs(response.mean - times.responses[node].mean), response.mean)
      times.responses[node] = response
    }
  }

  /// How long one request to a node holds a server.
  func holdingTime(of node: Int, _ times: NodeTimes) -> Moments {
    var holdingTime = own[node]?.moments ?? Moments(isAtLeast: !isSilentlyFast[components[node]])
    holdingTime.add(times.calls[node])
    return holdingTime
  }

  /// How long one message holds a server of its consumer.
  func holdingTime(ofMessage relation: Int, at node: Int, _ times: NodeTimes) -> Moments {
    var holdingTime = handling[relation]?.moments ?? Moments(isAtLeast: true)
    holdingTime.add(times.calls[node])
    return holdingTime
  }

  private func waiting(in node: Int, _ times: NodeTimes) -> Moments {
    var sum = slowest(of: node, times) ?? Moments()
    for call in calls[node] where !call.isParallel {
      sum.add(call.wait(times.responses[call.target]).repeated(call.uses))
    }
    return sum
  }

  /// The slowest of the calls that a node makes at the same time; nil when it makes none.
  func slowest(of node: Int, _ times: NodeTimes) -> Moments? {
    guard hasParallel[node] else { return nil }
    let branches = calls[node].filter(\.isParallel).map {
      $0.wait(times.responses[$0.target]).repeated($0.uses)
    }
    let slowest = Slowest.of(branches.map { ($0.mean, $0.variance) })
    return Moments(
      mean: slowest.mean, variance: slowest.variance,
      isAtLeast: branches.contains(where: \.isAtLeast),
      saturation: branches.map(\.saturation).max() ?? .none)
  }
}
