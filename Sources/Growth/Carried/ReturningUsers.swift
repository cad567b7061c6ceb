import Architecture

/// Users of one journey who come again, and alone ask a bounded room.
struct ReturningUsers {
  private let today: FiniteSourceQueue

  /// The share of their requests that the room turns away at a multiple of the users.
  func loss(at multiple: Double) -> Double {
    FiniteSourceQueue(
      users: today.users * multiple, think: today.think, service: today.service,
      servers: today.servers, bufferCapacity: today.bufferCapacity
    ).loss
  }

  /// Times as many users as there are today, of whose requests the room turns away no more than a
  /// share.
  func multiple(losing tolerated: Double) -> Double {
    let all = (today.servers + today.bufferCapacity) / today.users
    var beyond = all
    while loss(at: beyond) <= tolerated, beyond < all * Self.mostTimes { beyond *= 2 }
    return Root.greatest(from: all, to: beyond, halvings: 30) { loss(at: $0) <= tolerated }
  }

  /// Times the users who all find a place, of whom so many think that nobody is turned away.
  private static let mostTimes = 1e6

  fileprivate init(_ today: FiniteSourceQueue) { self.today = today }
}

extension GrowthModel {
  /// By component, the users of one journey who alone ask a bounded room; where others do too, or
  /// it is not known how long they are elsewhere, there are none.
  func returningUsers() -> [Int: ReturningUsers] {
    let closed = Set(closedJourneys)
    let rooms = architecture.components.indices.filter {
      stations[$0].bufferCapacity != nil && stations[$0].servers != nil
    }
    guard !closed.isEmpty, !rooms.isEmpty else { return [:] }
    var users: [Int: ReturningUsers] = [:]
    var asked: Set<Int> = []
    for (journey, calls) in entries.enumerated() {
      let visits = tree.visits(calls)
      for room in rooms where tree.nodes(of: room).contains(where: { visits[$0] > 0 }) {
        let isFirst = asked.insert(room).inserted
        users[room] =
          isFirst && closed.contains(journey)
          ? self.users(of: journey, calls, visits, at: room) : nil
      }
    }
    return users
  }

  /// The users of a journey, by its calls and what they visit, at a component with a bounded room.
  private func users(
    of journey: Int, _ calls: [(node: Int, uses: Double)], _ visits: [Double], at component: Int
  ) -> ReturningUsers? {
    let station = stations[component]
    guard let room = station.bufferCapacity, let servers = station.servers else { return nil }
    let nodes = tree.nodes(of: component)
    let count = nodes.reduce(0) { $0 + visits[$1] }
    let held = nodes.reduce(0) { $0 + visits[$1] * idleHoldingTime(of: $1) }
    let facts = architecture.journeys[journey].facts
    let round = calls.reduce(facts.number(.think) ?? 0) { $0 + $1.uses * idle[$1.node].mean }
    guard held > 0, round.isFinite, let users = facts.number(.users), users > 0 else { return nil }
    return ReturningUsers(
      FiniteSourceQueue(
        users: users, think: max(0, round - held) / count, service: held / count,
        servers: servers, bufferCapacity: room))
  }
}
