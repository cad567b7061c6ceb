import Architecture

/// A component whose servers are held by calls that may have to wait.
struct HeldStation {
  /// Requests per second, and the seconds of each in which it waits for no callee's server.
  var rate = 0.0
  var delay = 0.0
  /// Per callee with servers, visits of a request and their work in seconds.
  var visits: [Int: Double] = [:]
  var work: [Int: Double] = [:]
  /// The station as its callers see it.
  fileprivate(set) var equivalent: FlowEquivalent?

  /// The queue before it; nil when more comes than is served.
  var queue: MultiServerQueue? { equivalent?.queue }

  /// Seconds that a request waits for servers of callees on average.
  var wait: Double? {
    guard let busy = equivalent?.busy else { return nil }
    return max(0, busy / rate - delay - queued)
  }

  /// Seconds of work at callees with servers; summed in order, so that it is always the same.
  var queued: Double { work.keys.sorted().reduce(0) { $0 + (work[$1] ?? 0) } }
}

extension WaitSolver {
  /// Share of the time a server is held from which waits of calls are felt by those who wait for
  /// the caller.
  static let felt = 0.04

  /// A component as a station whose servers are held; nil where waits of its calls are not felt, or
  /// calls run at the same time.
  func held(_ component: Int, _ responses: [Moments]) -> HeldStation? {
    let station = model.stations[component]
    guard station.servers != nil, !station.work.isEmpty else { return nil }
    let mix = mix(station, responses)
    guard mix.rate > 0, mix.hold.saturation == .none,
      let crew = station.crew(for: mix.rate * mix.hold.mean),
      var held = parts(of: station, responses), !held.work.isEmpty
    else { return nil }
    let open = mix.hold.mean - held.delay - held.queued
    guard open > Self.felt * mix.hold.mean else { return nil }
    held.equivalent = equivalent(
      held, responses, servers: crew.servers, stretch: crew.stretch,
      variability: mix.hold.variability)
    return held.equivalent == nil ? nil : held
  }

  /// Requests per second that a component carries of today's mix when all its servers are in use
  /// and wait for callees; nil where none of them has servers.
  func heldCapacity(_ component: Int, _ idle: [Moments]) -> Double? {
    let station = model.stations[component]
    guard let servers = station.servers, let held = parts(of: station, idle), !held.work.isEmpty
    else { return nil }
    return equivalent(held, idle, servers: servers, stretch: station.stretch, variability: 1)?
      .throughput.last
  }

  private func equivalent(
    _ held: HeldStation, _ responses: [Moments], servers: Double, stretch: Double,
    variability: Double
  ) -> FlowEquivalent? {
    let callees = held.work.keys.sorted().compactMap { callee -> ClosedNetwork.Station? in
      guard let servers = model.stations[callee].servers, let work = held.work[callee] else {
        return nil
      }
      let others = load(of: callee, responses) - held.rate * work
      return ClosedNetwork.Station(
        servers: servers, demands: [work / max(0.05, 1 - max(0, others) / servers)])
    }
    return FlowEquivalent(
      servers: servers, delay: held.delay * stretch, callees: callees, arrivals: held.rate,
      variability: variability)
  }

  /// What a request of a random kind does while it holds a server; nil where calls run at the same
  /// time.
  private func parts(of station: Station, _ responses: [Moments]) -> HeldStation? {
    var held = HeldStation()
    for work in station.work where work.load.isUsed {
      let rate = work.arrivals(at: multiple)
      held.rate += rate
      let own = work.relation.map { model.tree.handling[$0] } ?? model.tree.own[work.node]
      held.delay += rate * (own?.mean ?? 0)
      for call in model.tree.calls[work.node] {
        guard !call.isParallel, responses[call.target].saturation == .none else { return nil }
        let callee = model.tree.components[call.target]
        let isQueued = model.stations[callee].servers != nil
        let time = isQueued ? model.tree.hold(of: call.target, responses) : responses[call.target]
        guard isQueued else {
          held.delay += rate * call.uses * time.mean
          continue
        }
        held.visits[callee, default: 0] += rate * call.uses
        held.work[callee, default: 0] += rate * call.uses * time.mean
      }
    }
    guard held.rate > 0 else { return nil }
    held.delay /= held.rate
    held.visits = held.visits.mapValues { $0 / held.rate }
    held.work = held.work.mapValues { $0 / held.rate }
    return held
  }

  private func load(of component: Int, _ responses: [Moments]) -> Double {
    model.stations[component].work.reduce(0) {
      $0 + $1.arrivals(at: multiple) * model.tree.hold($1, responses).mean
    }
  }

  /// Waits for servers of callees as callers with few servers feel them: per callee, in seconds,
  /// averaged over all that comes to it.
  func softened(_ responses: [Moments], _ waits: [ResponseTimes.Wait]) -> [Int: Double] {
    var sums: [Int: (requests: Double, wait: Double)] = [:]
    for component in model.stations.indices {
      guard case .endless = waits[component], let held = held(component, responses),
        let wait = held.wait
      else { continue }
      let open = held.visits.keys.sorted().reduce(0) {
        $0 + (held.visits[$1] ?? 0) * waits[$1].moments.mean
      }
      for (callee, visits) in held.visits where open > 0 {
        let requests = held.rate * visits
        sums[callee, default: (0, 0)].requests += requests
        sums[callee, default: (0, 0)].wait += requests * waits[callee].moments.mean * wait / open
      }
    }
    return sums.reduce(into: [:]) { few, entry in
      let total = model.stations[entry.key].work.reduce(0) { $0 + $1.arrivals(at: multiple) }
      let rest = max(0, total - entry.value.requests)
      few[entry.key] = (entry.value.wait + rest * waits[entry.key].moments.mean) / total
    }
  }
}
