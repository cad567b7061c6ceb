import Architecture
import Findings

/// What has to be answered within a time: the latency targets of journeys, and what callers give up
/// after their timeouts.
extension GrowthModel {
  /// The loads at which deadlines are missed, where that is before all else: at the component on
  /// the way that is used most.
  ///
  /// `tolerated` is the share of requests that each component may turn away.
  func deadlineLimits(below least: Double, losing tolerated: [Double]) -> DeadlineLimits {
    guard least.isFinite, least > 0, architecture.components.count <= Budget.usualSize else {
      return DeadlineLimits()
    }
    var deadlines = (targets + timeouts(losing: tolerated)).filter(isAnswered)
    var rooms = roomsBeforeCalls(losing: tolerated)
    guard !deadlines.isEmpty || !rooms.isEmpty else { return DeadlineLimits() }
    // What is nearly full is left to the limit that it is nearly at.
    let loads = SolvedLoads { ResponseTimes(self, at: $0) }
    let range = (low: least * 0.05, high: least * 0.99)
    let high = loads[range.high]
    // Waits of users for whom no product form is known are known less well.
    if high.closed?.doubted.isEmpty == false {
      for index in deadlines.indices { deadlines[index].misses *= Self.doubt }
      for index in rooms.indices { rooms[index].tolerated *= Self.doubt }
    }
    // What is kept at a load is kept below it.
    let late = high.missed(deadlines)
    let full = rooms.filter { !high.admits($0) }
    guard !late.isEmpty || !full.isEmpty else { return DeadlineLimits() }
    let low = loads[range.low]
    let (kept, outlasted) = low.kept(late)
    let missed = high.missed(kept)
    let isTarget = { (deadline: Deadline) in deadline.kind == .target }
    let timeouts = missed.filter { !isTarget($0) }
    var found = DeadlineLimits()
    for deadline in outlasted where !isTarget(deadline) { take(deadline, into: &found) }
    found.limits +=
      missed.filter(isTarget).compactMap { limit([$0], loads, range) }
      + [limit(timeouts, loads, range)].compactMap(\.self)
      + full.filter { low.admits($0) }.compactMap { limit($0, loads, range) }
    return found
  }

  /// Takes a timeout that the work alone outlasts, whatever the load.
  ///
  /// Where it is known how the work varies, nothing is carried in time; else it is assumed to end
  /// earlier, and that is said. A target that the work alone misses is no matter of load, and a
  /// finding of its own.
  private func take(_ deadline: Deadline, into found: inout DeadlineLimits) {
    let visits = tree.visits(deadline.calls)
    let nodes = visits.indices.filter { visits[$0] > 0 }
    let silent = nodes.filter { node in tree.own[node].map { $0.variability == nil } ?? false }
    guard silent.isEmpty else {
      found.assumedTimely.formUnion(silent.map { owner(of: tree.components[$0]) })
      return
    }
    let work = { (node: Int) in visits[node] * (tree.own[node]?.mean ?? 0) }
    guard let longest = nodes.max(by: { work($0) < work($1) }) else { return }
    let component = owner(of: tree.components[longest])
    let place = architecture.facts(of: deadline.place.element)[deadline.place.property]
    let limit = Limit(
      deadline.kind, demand.nodes[component], capacity: 0, basis: place?.basis ?? .declared,
      inputs: [deadline.place, ElementProperty(element: .component(component), property: .takes)])
    if let limit { found.limits.append((component, limit)) }
  }

  /// Whether the calls of a deadline need nothing that is lost: those that do fail at any load.
  private func isAnswered(_ deadline: Deadline) -> Bool {
    var open = deadline.calls.map(\.node)
    var seen = Set(open)
    while let node = open.popLast() {
      if architecture.components[owner(of: tree.components[node])].isLost { return false }
      for call in tree.calls[node]
      where architecture.relations[call.relation].facts[.fallback] == nil {
        if seen.insert(call.target).inserted { open.append(call.target) }
      }
    }
    return true
  }

  /// Bounded rooms before servers that calls hold while they wait, with what they may turn away.
  private func roomsBeforeCalls(losing tolerated: [Double]) -> [Room] {
    architecture.components.indices.filter {
      stations[$0].bufferCapacity != nil && !stations[$0].isConsumer && waitsForServers($0)
    }.map { Room(component: $0, tolerated: tolerated[$0]) }
  }

  /// A room that turns away more than it may once what its servers call makes them wait.
  private func limit(
    _ room: Room, _ loads: SolvedLoads<ResponseTimes>, _ range: (low: Double, high: Double)
  ) -> (component: Int, limit: Limit)? {
    guard let law = serverLimit(of: room.component) else { return nil }
    let kept = Root.greatest(
      from: range.low, to: range.high, halvings: Self.roomHalvings
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
    var (first, missedAt) = (deadlines.first, Double.infinity)
    let kept = Root.ofDecreasing(
      from: range.low, to: range.high, within: Self.deadlinePrecision
    ) { multiple in
      guard let (deadline, excess) = loads[multiple].worst(of: deadlines) else { return 1 }
      if excess > 0, multiple < missedAt { (first, missedAt) = (deadline, multiple) }
      return -excess
    }
    guard let first, let component = busiest(on: first.calls),
      let law = limits[component].first
    else { return nil }
    let place = architecture.facts(of: first.place.element)[first.place.property]
    let limit = Limit(
      first.kind, law.requests, capacity: law.requests.peak(at: kept),
      basis: max(law.basis, place?.basis ?? .declared),
      inputs: law.inputs + [first.place], isAtMost: law.isAtMost)
    return limit.map { (component, $0) }
  }

  /// The share of what may be late or lost that is used up where waits are known less well.
  private static let doubt = 0.5
  /// Share of it by which the load of a deadline may be wrong.
  private static let deadlinePrecision = 2e-3
  /// Halvings after which the load of a room is known to less than half a hundredth.
  private static let roomHalvings = 9

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
  private func timeouts(losing tolerated: [Double]) -> [Deadline] {
    architecture.relations.enumerated().compactMap { index, relation in
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

/// What deadlines say of the load that is carried.
struct DeadlineLimits {
  /// The loads at which they are missed, at the component that makes callers wait.
  var limits: [(component: Int, limit: Limit)] = []
  /// Components whose work ends in time only if it varies less than exponential times do, of which
  /// nothing says how they vary.
  var assumedTimely: Set<Int> = []
}

/// A bounded room, and the share of what comes that it may turn away.
private struct Room {
  let component: Int
  var tolerated: Double
}

extension ResponseTimes {
  fileprivate func admits(_ room: Room) -> Bool {
    waits.stations[room.component].acceptedFraction >= 1 - room.tolerated
  }
}
