import Architecture

/// Servers that are held by calls which wait themselves, taken for one station that serves as fast
/// as the network of what it calls lets it.
///
/// With n of its servers in use, own work and callees form a closed network of n users, whose
/// throughput X(n) is the rate of the station (K. M. Chandy, U. Herzog and L. Woo, "Parametric
/// Analysis of Queuing Networks", IBM J. Res. Dev. 19, 1975); waits are scaled by the variability
/// of the whole time a server is held, as Allen and Cunneen do.
struct FlowEquivalent {
  /// Requests per second by how many servers are in use, from one on.
  let throughput: [Double]
  /// Servers in use on average at the rate at which requests come; nil when more come than are
  /// served.
  let busy: Double?
  /// The queue before it; nil likewise.
  let queue: MultiServerQueue?

  /// A station from its servers, the part of a request's time in which it waits for none of its
  /// callees' servers, these, and how often requests come.
  init?(
    servers: Double, delay: Double, callees: [ClosedNetwork.Station], arrivals: Double,
    variability: Double
  ) {
    guard servers >= 1, servers <= Budget.blockedServers,
      let throughput = ClosedNetwork.throughput(
        of: .init(users: Int(servers), delay: delay), callees)
    else { return nil }
    self.throughput = throughput
    let capacity = throughput.last ?? 0
    guard arrivals > 0, arrivals < capacity else {
      (busy, queue) = (nil, nil)
      return
    }
    // Birth and death: states up to all in use, and a geometric series behind.
    var (weight, below, inUse) = (1.0, 0.0, 0.0)
    for (number, rate) in throughput.enumerated() {
      below += weight
      inUse += weight * Double(number)
      weight *= arrivals / rate
    }
    let all = weight / (1 - arrivals / capacity)
    busy = (inUse + all * servers) / (below + all)
    queue = MultiServerQueue(
      arrivals: arrivals, service: servers / capacity, servers: servers, variability: variability,
      waitProbability: all / (below + all))
  }
}
