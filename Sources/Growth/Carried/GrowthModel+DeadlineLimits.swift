import Architecture
import Findings

/// What has to be answered within a time: the latency targets of journeys, and what callers give up
/// after their timeouts.
extension GrowthModel {
  /// The loads at which deadlines are missed, where that is before all else: at the component on
  /// the way that is used most.
  func deadlineLimits(below least: Double) -> [(component: Int, limit: Limit)] {
    guard least.isFinite, least > 0, architecture.components.count <= Budget.usualSize else {
      return []
    }
    let (deadlines, rooms) = (targets + timeouts, roomsBeforeCalls)
    guard !deadlines.isEmpty || !rooms.isEmpty else { return [] }
    // What is nearly full is left to the limit that it is nearly at.
    let loads = SolvedLoads { ResponseTimes(self, at: $0) }
    let range = (low: least * 0.05, high: least * 0.99)
    let high = loads[range.high]
    // What is kept at a load is kept below it.
    let late = high.missed(deadlines)
    let full = rooms.filter { !high.admits($0) }
    guard !late.isEmpty || !full.isEmpty else { return [] }
    let low = loads[range.low]
    let missed = high.missed(low.kept(late))
    let isTarget = { (deadline: Deadline) in deadline.kind == .target }
    let timeouts = missed.filter { !isTarget($0) }
    return missed.filter(isTarget).compactMap { limit([$0], loads, range) }
      + [limit(timeouts, loads, range)].compactMap(\.self)
      + full.filter { low.admits($0) }.compactMap { limit($0, loads, range) }
  }

  /// Bounded rooms before servers that calls hold while they wait, with what they may turn away.
  private var roomsBeforeCalls: [Room] {
    let tolerated = toleratedLosses()
    return architecture.components.indices.filter {
      stations[$0].bufferCapacity != nil && !stations[$0].isConsumer && waitsForServers($0)
    }.map { Room(component: $0, tolerated: tolerated[$0]) }
  }

  /// A room that turns away more than it may once what its servers call makes them wait.
  private func limit(
    _ room: Room, _ loads: SolvedLoads<ResponseTimes>, _ range: (low: Double, high: Double)
  ) -> (component: Int, limit: Limit)? {
    guard let law = serverLimit(of: room.component) else { return nil }
    let kept = Root.greatest(
      from: range.low, to: range.high, halvings: Self.deadlineHalvings
    ) { loads[$0].admits(room) }
    let limit = Limit(
      .room, law.requests, capacity: law.requests.peak(at: kept), basis: law.basis,
      inputs: law.inputs + [
        ElementProperty(element: .component(room.component), property: .queue)
      ], isAtMost: law.isAtMost)
    return limit.map { (room.component, $0) }
  }

  /// The limit by the first of some deadlines that are kept at one load, and not at another.
  private func limit(
    _ deadlines: [Deadline], _ loads: SolvedLoads<ResponseTimes>,
    _ range: (low: Double, high: Double)
  ) -> (component: Int, limit: Limit)? {
    var missed = deadlines
    let kept = Root.greatest(
      from: range.low, to: range.high, halvings: Self.deadlineHalvings
    ) { multiple in
      let open = loads[multiple].missed(missed)
      if !open.isEmpty { missed = open }
      return open.isEmpty
    }
    guard let first = missed.first, let component = busiest(on: first.calls),
      let law = limits[component].first
    else { return nil }
    let place = architecture.facts(of: first.place.element)[first.place.property]
    let limit = Limit(
      first.kind, law.requests, capacity: law.requests.peak(at: kept),
      basis: max(law.basis, place?.basis ?? .declared),
      inputs: law.inputs + [first.place], isAtMost: law.isAtMost)
    return limit.map { (component, $0) }
  }

  /// Halvings after which the load of a deadline is known to less than half a hundredth.
  private static let deadlineHalvings = 9

  private var targets: [Deadline] {
    entries.enumerated().compactMap { journey, calls in
      architecture.journeys[journey].facts.number(.targetP99).map {
        Deadline(
          calls: calls, seconds: $0, misses: 0.01, attempts: 1, kind: .target,
          place: ElementProperty(element: .journey(journey), property: .targetP99))
      }
    }
  }

  /// The timeouts of calls that somebody needs.
  private var timeouts: [Deadline] {
    let tolerated = toleratedLosses()
    return architecture.relations.enumerated().compactMap { index, relation in
      guard relation.isSynchronous, demand.isReached[index], relation.facts[.fallback] == nil,
        let (seconds, element, property) = architecture.patience(of: index)
      else { return nil }
      return Deadline(
        calls: [(architecture.node(relation.target), 1)], seconds: seconds,
        misses: tolerated[relation.target.component], attempts: relation.attempts,
        budget: relation.retryBudget, kind: .timeouts,
        place: ElementProperty(element: element, property: property))
    }
  }

  /// The component on the way of calls whose limit is reached first.
  private func busiest(on calls: [(node: Int, uses: Double)]) -> Int? {
    let visits = tree.visits(calls)
    let components = visits.indices.filter { visits[$0] > 0 }.map { owner(of: tree.components[$0]) }
    return components.filter { !limits[$0].isEmpty }.min {
      limits[$0][0].headroom < limits[$1][0].headroom
    }
  }
}

/// A bounded room, and the share of what comes that it may turn away.
private struct Room {
  let component: Int
  let tolerated: Double
}

extension ResponseTimes {
  fileprivate func admits(_ room: Room) -> Bool {
    waits.stations[room.component].acceptedFraction >= 1 - room.tolerated
  }
}
