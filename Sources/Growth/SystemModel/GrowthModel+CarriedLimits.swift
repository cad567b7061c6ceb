import Architecture
import Findings

/// What ends before the laws do: queues that lose or keep too long what they hold, servers that
/// are held by calls which wait, and callers who try again.
///
/// A headroom is what is carried, so that these are limits like all others. Those that cost more
/// than a formula are only worked out where they may come first.
extension GrowthModel {
  /// The limits beside those of operational laws, by component.
  func carriedLimits() -> [Int: [Limit]] {
    var found: [Int: [Limit]] = [:]
    func add(_ limit: Limit?, to component: Int) {
      if let limit { found[component, default: []].append(limit) }
    }
    for (component, limit) in roomLimits() { add(limit, to: component) }
    for (channel, limit) in backlogLimits() { add(limit, to: channel) }
    for (component, limit) in retryLimits() { add(limit, to: component) }
    for (component, limit) in heldLimits() { add(limit, to: component) }
    let least = found.values.joined().reduce(front) { min($0, $1.headroom) }
    for (component, limit) in targetLimits(below: least) { add(limit, to: component) }
    return found
  }

  /// The limit that is reached first by the laws alone.
  private var front: Double { limits.compactMap { $0.first?.headroom }.min() ?? .infinity }

  /// Components of each sort that are looked at.
  private var most: Int { Budget.variants(Budget.carried, components: limits.count) }

  /// Times the least headroom up to which a limit that costs more may still come first.
  private static let near = 2.0

  // MARK: - Rooms

  /// Share of the requests that may be lost where nobody says how often a journey is to succeed.
  private static let usualLoss = 0.01

  /// Per component, the share of requests that it may turn away: what the strictest journey that
  /// waits for it allows.
  private func toleratedLosses() -> [Double] {
    var losses = architecture.components.map { _ in Self.usualLoss }
    for (journey, calls) in entries.enumerated() {
      guard let target = architecture.journeys[journey].facts.number(.targetAvailability),
        1 - target < Self.usualLoss
      else { continue }
      let visits = tree.visits(calls)
      for (node, count) in visits.enumerated() where count > 0 {
        let component = owner(of: tree.components[node])
        losses[component] = min(losses[component], max(1 - target, 1e-9))
      }
    }
    return losses
  }

  /// Where rooms are bounded, what they turn away no more than may be lost of.
  private func roomLimits() -> [(component: Int, limit: Limit)] {
    let bounded = architecture.components.indices.filter {
      stations[$0].bufferCapacity != nil && !architecture.components[$0].isLost
    }
    guard !bounded.isEmpty else { return [] }
    let tolerated = toleratedLosses()
    return bounded.compactMap { index in
      roomLimit(index, losing: tolerated[index]).map { (index, $0) }
    }
  }

  /// The rate at which a bounded room turns away more than may be lost (M/M/c/K).
  private func roomLimit(_ index: Int, losing tolerated: Double) -> Limit? {
    let station = stations[index]
    guard let room = station.bufferCapacity, let servers = station.servers, !station.isConsumer,
      let law = serverLimit(of: index),
      let most = law.carried, most > 0
    else { return nil }
    func excess(_ arrivals: Double) -> Double {
      let queue = BoundedQueue(
        arrivals: arrivals, service: servers / most, servers: servers, bufferCapacity: room)
      return tolerated - queue.loss
    }
    // Beyond the capacity more is lost than is beyond it.
    let rate = Root.ofDecreasing(from: most * 1e-6, to: most / (1 - tolerated), excess)
    return Limit(
      .room, law.requests, capacity: rate, basis: law.basis,
      inputs: law.inputs + [
        ElementProperty(element: .component(index), property: .queue)
      ], isAtMost: law.isAtMost)
  }

  // MARK: - Channels

  /// The peak at which more gathers in a channel than it holds, or than is taken out before it is
  /// too old: capacity + bound / how long the peak lasts.
  private func backlogLimits() -> [(channel: Int, limit: Limit)] {
    let shapes = architecture.peakShapes()
    return consumersByChannel.keys.sorted().compactMap { channel in
      guard let backlog = backlog(of: channel, at: 1, lasting: shapes[channel].lasts),
        backlog.capacity > 0, let bound = bound(of: channel, emptiedBy: backlog.capacity)
      else { return nil }
      let basis = (consumersByChannel[channel] ?? []).map { consumers.basis[$0] }.max()
      let limit = Limit(
        .backlog, demand.nodes[channel],
        capacity: backlog.capacity + bound.messages / backlog.duration,
        basis: basis ?? .declared,
        inputs: [ElementProperty(element: .component(channel), property: bound.property)])
      return limit.map { (channel, $0) }
    }
  }

  /// Messages that may gather in a channel: as many as it holds, or as are taken out before the
  /// last of them is too old.
  private func bound(
    of channel: Int, emptiedBy rate: Double
  ) -> (messages: Double, property: Property)? {
    let facts = architecture.components[channel].facts
    let ages: [Property] = [.freshness, .maxAge, .retention]
    let bounds =
      [facts.number(.maxLength).map { ($0, Property.maxLength) }]
      + ages.map { age in facts.number(age).map { ($0 * rate, age) } }
    return bounds.compactMap(\.self).filter { $0.0.isFinite }.min { $0.0 < $1.0 }
  }

  // MARK: - Retries

  /// What callers' attempts leave: the load up to which a component stays healthy.
  private func retryLimits() -> [(component: Int, limit: Limit)] {
    let front = front
    return retryRisks().prefix { $0.multiple < front }.prefix(most).compactMap { risk in
      guard let healthy = risk.healthyUpTo, healthy < .infinity,
        let law = serverLimit(of: risk.component)
      else { return nil }
      let limit = Limit(
        .retries, law.requests, capacity: law.requests.peak * healthy, basis: law.basis,
        inputs: law.inputs, isAtMost: law.isAtMost)
      return limit.map { (risk.component, $0) }
    }
  }

  // MARK: - Latency targets

  /// The load at which the p99 of a journey exceeds its target, where that is before all else: at
  /// the component on its way that is used most.
  private func targetLimits(below least: Double) -> [(component: Int, limit: Limit)] {
    guard least.isFinite, least > 0, architecture.components.count <= Budget.usualSize else {
      return []
    }
    let calls = entries
    let targets = architecture.journeys.indices.compactMap { journey in
      architecture.journeys[journey].facts.number(.targetP99).map { (journey, $0) }
    }
    guard !targets.isEmpty else { return [] }
    // What is nearly full is left to the limit that it is nearly at.
    let (low, high) = (ResponseTimes(self, at: least * 0.05), ResponseTimes(self, at: least * 0.99))
    return targets.compactMap { journey, target in
      guard low.keeps(target, for: calls[journey]), !high.keeps(target, for: calls[journey]),
        let component = busiest(on: calls[journey]), let law = limits[component].first
      else { return nil }
      let kept = Root.greatest(
        from: low.multiple, to: high.multiple, halvings: Self.targetHalvings
      ) { ResponseTimes(self, at: $0).keeps(target, for: calls[journey]) }
      let limit = Limit(
        .target, law.requests, capacity: law.requests.peak(at: kept), basis: law.basis,
        inputs: law.inputs + [
          ElementProperty(element: .journey(journey), property: .targetP99)
        ], isAtMost: law.isAtMost)
      return limit.map { (component, $0) }
    }
  }

  /// Halvings after which the load of a target is known to less than half a hundredth; those of
  /// held servers cost less.
  private static let (targetHalvings, heldHalvings) = (9, 16)

  /// The component on a journey's way whose limit is reached first.
  private func busiest(on calls: [(node: Int, uses: Double)]) -> Int? {
    let visits = tree.visits(calls)
    let components = visits.indices.filter { visits[$0] > 0 }.map { owner(of: tree.components[$0]) }
    return components.filter { !limits[$0].isEmpty }.min {
      limits[$0][0].headroom < limits[$1][0].headroom
    }
  }

  // MARK: - Servers held

  /// What servers carry that wait for others' servers: the throughput of the closed network that
  /// they are when all are in use, at the load at which that is reached.
  private func heldLimits() -> [(component: Int, limit: Limit)] {
    let front = front * Self.near
    let near = architecture.components.indices.compactMap { index -> (index: Int, law: Limit)? in
      guard let law = serverLimit(of: index),
        law.headroom <= front, waitsForServers(index)
      else { return nil }
      return (index, law)
    }.sorted { ($0.law.headroom, $0.index) < ($1.law.headroom, $1.index) }
    guard !near.isEmpty else { return [] }
    let solver = WaitSolver(waitProblem(at: 1))
    return near.prefix(most).compactMap { index, law in
      guard
        let multiple = heldMultiple(index, law, solver), multiple > 0
      else { return nil }
      let limit = Limit(
        .held, law.requests, capacity: law.requests.peak(at: multiple), basis: law.basis,
        inputs: law.inputs, isAtMost: law.isAtMost)
      return limit.map { (index, $0) }
    }
  }

  private func waitsForServers(_ index: Int) -> Bool {
    tree.nodes(of: index).contains { node in
      tree.calls[node].contains { stations[tree.components[$0.target]].servers != nil }
    }
  }

  /// The multiple of today's demand at which as much comes as is carried.
  private func heldMultiple(_ index: Int, _ law: Limit, _ solver: WaitSolver) -> Double? {
    func isCarried(_ multiple: Double) -> Bool? {
      solver.blockedCapacity(index, idle, at: multiple).map {
        $0 >= law.requests.peak(at: multiple)
      }
    }
    guard law.requests.peak > 0, isCarried(law.headroom * 0.99) == false else { return nil }
    return Root.greatest(from: 0, to: law.headroom * 0.99, halvings: Self.heldHalvings) {
      isCarried($0) == true
    }
  }
}
