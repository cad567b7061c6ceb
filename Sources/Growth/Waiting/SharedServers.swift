/// Servers of a callee as one of its callers, which has few servers itself, meets them.
struct SharedServers {
  /// All of them.
  let servers: Double
  /// Those that other callers keep busy on average.
  let others: Double
  /// Those that the caller keeps busy.
  let own: Double
  /// Seconds of work that one request of the caller brings.
  let work: Double

  /// Servers that the others leave, of which there is always a little.
  private var left: Double { max(0.05 * servers, servers - others) }

  /// The station that the others leave: it carries what they do not, and is slower by the wait for
  /// them.
  ///
  /// One server is as much slower as they use of it (the shadow server of queueing networks). Of
  /// many servers one is often free, so that nobody waits longer than in a queue of many callers;
  /// against simulations of both classes the wait is above, up to twice.
  var station: ClosedNetwork.Station {
    let slowed = work * servers / left
    let time = min(slowed, work + openWait)
    let count = left * time / work
    return count < 1
      ? ClosedNetwork.Station(servers: 1, demands: [work / left])
      : ClosedNetwork.Station(servers: count, demands: [time])
  }

  /// Mean wait in seconds of a request if callers were many.
  private var openWait: Double {
    let load = min(others + own, 0.98 * servers)
    return MultiServerQueue(arrivals: load / work, service: work, servers: servers).exponentialWait
  }
}
