/// A component whose servers are held by calls that may have to wait.
struct BlockedStation {
  /// Requests per second, and the seconds of each in which it waits for no callee's server.
  var rate = 0.0
  var delay = 0.0
  /// Its callees with servers, each once.
  var callees: [Callee] = []
  /// The station as its callers see it.
  fileprivate(set) var equivalent: FlowEquivalent?

  /// The queue before it; nil when more comes than is served.
  var queue: MultiServerQueue? { equivalent?.queue }

  /// Seconds that a request waits for servers of callees on average.
  var wait: Double? {
    guard let busy = equivalent?.busy else { return nil }
    return max(0, busy / rate - delay - queued)
  }

  /// Seconds of work at callees with servers.
  var queued: Double { callees.reduce(0) { $0 + $1.work } }

  /// A component that a request calls and may have to wait for.
  struct Callee {
    let component: Int
    /// Visits of a request, and their work in seconds.
    var visits: Double
    var work: Double
  }

  /// Takes the callees of one request on average, from those of all requests of a second.
  fileprivate mutating func take(_ called: [Callee]) {
    delay /= rate
    for call in called.sorted(by: { $0.component < $1.component }) {
      if let last = callees.indices.last, callees[last].component == call.component {
        callees[last].visits += call.visits
        callees[last].work += call.work
      } else {
        callees.append(call)
      }
    }
    for index in callees.indices {
      callees[index].visits /= rate
      callees[index].work /= rate
    }
  }
}

extension WaitSolver {
  /// Share of the time a server is held from which waits of calls are felt by those who wait for
  /// the caller, where few do; the fuller it is, the less makes them wait as much longer.
  static let felt = 0.04
  /// Share of the servers that is taken to be free at least.
  private static let leastFree = 0.1

  /// A component as a station whose servers are held; nil where waits of its calls are not felt, or
  /// calls run at the same time.
  func blocked(_ component: Int, _ times: NodeTimes) -> BlockedStation? {
    let station = problem.stations[component]
    guard station.servers != nil, !station.work.isEmpty else { return nil }
    let mix = mix(station, times)
    guard mix.rate > 0, mix.holdingTime.saturation == .none,
      let servers = station.servers(for: mix.rate * mix.holdingTime.mean),
      var blocked = parts(of: station, times), !blocked.callees.isEmpty
    else { return nil }
    let open = mix.holdingTime.mean - blocked.delay - blocked.queued
    let free = max(Self.leastFree, 1 - mix.rate * mix.holdingTime.mean / servers)
    guard open > Self.felt * free * mix.holdingTime.mean else { return nil }
    blocked.equivalent = equivalent(
      blocked, of: station.parts, times, servers: servers, variability: mix.holdingTime.variability)
    return blocked.equivalent == nil ? nil : blocked
  }

  /// Requests per second that a component carries of the problem's mix when all its servers are in
  /// use and wait for callees, whose other callers bring so many times what they do; nil where none
  /// of them has servers.
  ///
  /// With times under that load, calls at the same time are waited for as long
  /// as the longest of them takes then.
  func blockedCapacity(
    _ component: Int, _ times: NodeTimes, at multiple: Double = 1, isLoaded: Bool = false
  ) -> Double? {
    let station = problem.stations[component]
    guard let servers = station.servers,
      let blocked = parts(of: station, times, withParallel: isLoaded),
      isLoaded || !blocked.callees.isEmpty
    else { return nil }
    if blocked.callees.isEmpty { return servers / blocked.delay }
    return equivalent(
      blocked, of: station.parts, times, servers: servers, variability: 1, at: multiple
    )?.throughput.last
  }

  private func equivalent(
    _ blocked: BlockedStation, of parts: Parts, _ times: NodeTimes, servers: Double,
    variability: Double,
    at multiple: Double = 1
  ) -> FlowEquivalent? {
    let callees = blocked.callees.flatMap { callee in
      parts.called(of: problem.stations[callee.component].parts).shares.compactMap {
        left(of: callee, share: $0, for: blocked, of: parts, times, at: multiple)
      }
    }
    return FlowEquivalent(
      servers: servers, delay: blocked.delay, callees: callees.map(\.station),
      arrivals: blocked.rate, variability: variability)
  }

  /// What the other callers of a part of a callee, which takes a share of the calls, leave of it;
  /// nil where nobody waits for its servers.
  private func left(
    of callee: BlockedStation.Callee, share: Double, for blocked: BlockedStation, of parts: Parts,
    _ times: NodeTimes, at multiple: Double
  ) -> SharedServers? {
    let station = problem.stations[callee.component]
    guard let servers = station.servers else { return nil }
    let load = load(of: callee.component, times)
    let all = load * share / parts.called(of: station.parts).share
    let work = callee.work * share
    let own = blocked.rate * work
    return SharedServers(
      servers: servers, others: max(0, all - own) * multiple, own: own * multiple, work: work)
  }

  /// What a request of a random kind does while it holds a server; nil where calls run at the same
  /// time.
  private func parts(
    of station: WaitProblem.Station, _ times: NodeTimes, withParallel: Bool = false
  ) -> BlockedStation? {
    var blocked = BlockedStation()
    var callees: [BlockedStation.Callee] = []
    for work in station.work where work.isUsed {
      let rate = work.arrivals
      blocked.rate += rate
      let own = work.message.map { problem.tree.handling[$0] } ?? problem.tree.own[work.node]
      blocked.delay += rate * (own?.mean ?? 0)
      if let slowest = problem.tree.slowest(of: work.node, times) {
        guard withParallel, slowest.saturation == .none else { return nil }
        blocked.delay += rate * slowest.mean
      }
      for call in problem.tree.calls[work.node] where !call.isParallel {
        let response = times[call.target]
        guard response.saturation == .none else { return nil }
        let callee = problem.tree.components[call.target]
        let uses = rate * call.uses
        let called = problem.stations[callee]
        guard called.servers != nil, called.parts.count <= Double(Budget.parts) else {
          blocked.delay += uses * response.mean
          continue
        }
        let work = uses * problem.tree.holdingTime(of: call.target, times).mean
        callees.append(.init(component: callee, visits: uses, work: work))
      }
    }
    guard blocked.rate > 0 else { return nil }
    blocked.take(callees)
    return blocked
  }

  private func load(of component: Int, _ times: NodeTimes) -> Double {
    problem.stations[component].work.reduce(0) {
      $0 + $1.arrivals * problem.tree.holdingTime($1, times).mean
    }
  }

  /// How many times as long requests wait for servers of callees because their callers have few,
  /// who do not come while they wait: per callee, averaged over all that comes to it.
  ///
  /// The closed network that tells it takes all work for exponential; the ratio to the wait of many
  /// callers with exponential work holds for other work as well.
  func finiteSourceFactors(_ times: NodeTimes, _ waits: [Wait]) -> [Int: Double] {
    var sums = [(requests: Double, factor: Double)](
      repeating: (0, 0), count: problem.stations.count)
    for component in problem.stations.indices {
      guard case .endless = waits[component], let blocked = blocked(component, times),
        let wait = blocked.wait
      else { continue }
      let parts = problem.stations[component].parts
      // Waits of parts with unequal load are not those of the busiest.
      let isEven = blocked.callees.allSatisfy {
        let called = problem.stations[$0.component].parts
        return called.count == parts.count || !called.isUneven
      }
      guard isEven else { continue }
      let open = blocked.callees.reduce(0) { $0 + $1.visits * exponentialWait(waits[$1.component]) }
      guard open > 0 else { continue }
      for callee in blocked.callees {
        let called = problem.stations[callee.component].parts
        let met = called.count == parts.count ? 1 : called.share / parts.share
        let requests = blocked.rate * callee.visits * met
        sums[callee.component].requests += requests
        sums[callee.component].factor += requests * min(1, wait / open)
      }
    }
    var factors: [Int: Double] = [:]
    for (component, sum) in sums.enumerated() where sum.requests > 0 {
      let total = problem.stations[component].arrivals
      factors[component] = (sum.factor + max(0, total - sum.requests)) / total
    }
    return factors
  }

  private func exponentialWait(_ wait: Wait) -> Double {
    if case .endless(let queue) = wait { queue.exponentialWait } else { wait.moments.mean }
  }
}
