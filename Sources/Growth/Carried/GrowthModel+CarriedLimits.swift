import Architecture
import Findings

/// What ends before the laws do: queues that lose or keep too long what they hold, servers that
/// are held by calls which wait, and callers who try again.
///
/// A headroom is what is carried, so that these are limits like all others. Those that cost more
/// than a formula are only worked out where they may come first.
extension GrowthModel {
  /// The limits beside those of operational laws, by component, and the components whose work is
  /// assumed to end in time.
  func carriedLimits() -> (limits: [Int: [Limit]], assumedTimely: Set<Int>) {
    var found: [Int: [Limit]] = [:]
    func add(_ limit: Limit?, to component: Int) {
      guard let limit else { return }
      // Of one room that was looked at twice, what is carried is the less.
      found[component, default: []].removeAll {
        $0.kind == limit.kind && $0.headroom >= limit.headroom
      }
      found[component, default: []].append(limit)
    }
    let tolerated = toleratedLosses()
    for (component, limit) in roomLimits(losing: tolerated) { add(limit, to: component) }
    for (channel, limit) in backlogLimits() { add(limit, to: channel) }
    for (component, limit) in retryLimits() { add(limit, to: component) }
    for (component, limit) in heldLimits() { add(limit, to: component) }
    for (component, limit) in fallbackLimits() { add(limit, to: component) }
    let least = found.values.joined().reduce(front) { $1.isLoss ? $0 : min($0, $1.headroom) }
    let deadlines = deadlineLimits(below: least, losing: tolerated)
    for (component, limit) in deadlines.limits { add(limit, to: component) }
    return (found, deadlines.assumedTimely)
  }

  /// The limit that is reached first by the laws alone.
  ///
  /// What is lost handles nothing, whatever the load, and says nothing of what others handle.
  var front: Double {
    limits.compactMap { $0.first { !$0.isLoss }?.headroom }.min() ?? .infinity
  }

  /// Components of each sort that are looked at.
  var most: Int { Budget.variants(Budget.carried, components: limits.count) }

  /// Times the least headroom up to which a limit that costs more may still come first.
  static let near = 2.0

  // MARK: - Rooms

  /// Share of the requests that may be lost of a journey whose target availability is undeclared.
  private static let usualLoss = 0.01

  /// Per component, the share of requests that it may turn away: what the strictest journey that
  /// waits for it allows, shared by the visits of one request; in large systems, of journeys whose
  /// target is stricter than usual.
  private func toleratedLosses() -> [Double] {
    var losses = architecture.components.map { _ in Self.usualLoss }
    let isLarge = losses.count > Budget.usualSize
    for (journey, calls) in entries.enumerated() {
      let target = architecture.journeys[journey].facts.number(.targetAvailability)
      let allowed = min(Self.usualLoss, max(1 - (target ?? 0), 1e-9))
      guard !isLarge || allowed < Self.usualLoss else { continue }
      var counts: [Int: Double] = [:]
      for (node, count) in tree.visits(calls).enumerated() where count > 0 {
        counts[owner(of: tree.components[node]), default: 0] += count
      }
      for (component, count) in counts {
        losses[component] = min(losses[component], allowed / max(1, count))
      }
    }
    return losses
  }

  /// Where rooms are bounded, what they turn away no more than may be lost of.
  private func roomLimits(losing tolerated: [Double]) -> [(component: Int, limit: Limit)] {
    let bounded = architecture.components.indices.filter {
      stations[$0].bufferCapacity != nil && !architecture.components[$0].isLost
    }
    guard !bounded.isEmpty else { return [] }
    let users = returningUsers()
    return bounded.compactMap { index in
      roomLimit(index, losing: tolerated[index], of: users[index]).map { (index, $0) }
    }
  }

  /// The rate at which a bounded room turns away more than may be lost.
  private func roomLimit(
    _ index: Int, losing tolerated: Double, of users: ReturningUsers?
  ) -> Limit? {
    let station = stations[index]
    guard let room = station.bufferCapacity, let servers = station.servers, !station.isConsumer,
      let law = serverLimit(of: index),
      let most = law.carried, most > 0
    else { return nil }
    let (variability, share) = (self.variability(of: station), station.parts.share)
    func excess(_ arrivals: Double) -> Double {
      let queue = BoundedQueue(
        arrivals: arrivals * share, service: servers / (most * share), servers: servers,
        bufferCapacity: room,
        variability: variability)
      return tolerated - queue.loss
    }
    // Beyond the capacity more is lost than is beyond it.
    let rate =
      users.map { law.requests.peak(at: $0.multiple(losing: tolerated)) }
      ?? Root.ofDecreasing(from: most * 1e-6, to: most / (1 - tolerated), excess)
    return Limit(
      .room, law.requests, capacity: rate, basis: law.basis,
      inputs: law.inputs + [
        ElementProperty(element: .component(index), property: .queue)
      ], isAtMost: law.isAtMost)
  }

  /// Squared coefficient of variation of the time that work holds a server when nobody waits.
  private func variability(of station: ComponentStation) -> Double {
    var mixture = MomentsMixture()
    for work in station.work { mixture.add(holdingTime(work), weight: work.arrivals(at: 1)) }
    return mixture.moments.variability
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
    let (facts, share) = (architecture.components[channel].facts, stations[channel].parts.share)
    let ages: [Property] = [.freshness, .maxAge, .retention]
    let bounds =
      [facts.number(.maxLength).map { ($0 / share, Property.maxLength) }]
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
}
