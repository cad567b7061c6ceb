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
  /// The users who alone ask a component with a bounded room; nil where others do too, and where it
  /// is not known how long they are elsewhere.
  func returningUsers(of component: Int) -> ReturningUsers? {
    let station = stations[component]
    guard let room = station.bufferCapacity, let servers = station.servers else { return nil }
    let askers = entries.indices.compactMap { journey -> (journey: Int, visits: [Double])? in
      let visits = tree.visits(entries[journey])
      let isAsked = tree.nodes(of: component).contains { visits[$0] > 0 }
      return isAsked ? (journey, visits) : nil
    }
    guard let asker = askers.first, askers.count == 1, closedJourneys.contains(asker.journey)
    else { return nil }
    let nodes = tree.nodes(of: component)
    let visits = nodes.reduce(0) { $0 + asker.visits[$1] }
    let held = nodes.reduce(0) { $0 + asker.visits[$1] * idleHoldingTime(of: $1) }
    let facts = architecture.journeys[asker.journey].facts
    let round = entries[asker.journey].reduce(facts.number(.think) ?? 0) {
      $0 + $1.uses * idle[$1.node].mean
    }
    guard held > 0, round.isFinite, let users = facts.number(.users), users > 0 else { return nil }
    return ReturningUsers(
      FiniteSourceQueue(
        users: users, think: max(0, round - held) / visits, service: held / visits,
        servers: servers, bufferCapacity: room))
  }
}
