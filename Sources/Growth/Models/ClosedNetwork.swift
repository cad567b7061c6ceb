import Glibc

/// A closed network: users who think, and come again when they are answered, at stations of c
/// servers with one queue each.
///
/// Product form (F. Baskett et al., "Open, Closed, and Mixed Networks of Queues with Different
/// Classes of Customers", JACM 22, 1975) with normalising constants by convolution (J. P. Buzen,
/// "Computational Algorithms for Closed Queueing Networks with Exponential Servers", CACM 16, 1973;
/// M. Reiser and H. Kobayashi for several classes, 1975). Exact where work is exponential and takes
/// all classes equally long at a station.
package struct ClosedNetwork: Sendable {
  /// Users of one kind.
  package struct Population: Sendable {
    /// How many there are.
    package let users: Int
    /// Seconds of each round in which they wait for no station.
    package let delay: Double

    /// A population from its size and its time outside of all queues.
    package init(users: Int, delay: Double) {
      self.users = users
      self.delay = delay
    }
  }

  /// One station.
  package struct Station: Sendable {
    /// Servers.
    package let servers: Double
    /// Per population, seconds of work of one round: visits x service time.
    package let demands: [Double]

    /// A station from its servers and the work that a round of each population brings.
    package init(servers: Double, demands: [Double]) {
      self.servers = servers
      self.demands = demands
    }
  }

  /// What is found out about one station.
  package struct StationResult: Sendable {
    /// Chance that one who arrives finds so many present, itself not counted.
    package let found: [Double]
  }

  /// Rounds per second of each population.
  package let throughput: [Double]
  /// Per station.
  package let stations: [StationResult]
  /// Of the last population, rounds per second by how many of its users there are, from one on.
  let byUsers: [Double]

  /// The solution; nil when there are too many states, or nothing that takes time.
  package init?(_ populations: [Population], _ stations: [Station]) {
    let states = populations.reduce(1.0) { $0 * Double($1.users + 1) }
    guard states * states * Double(stations.count + 1) <= Budget.closedStates,
      let scales = Self.scales(populations, stations)
    else { return nil }
    let lattice = Lattice(populations.map(\.users))
    let delays = zip(populations, scales).map { $0.delay * $1 }
    let weights =
      [lattice.weights(delays, servers: .infinity)]
      + stations.map { station in
        lattice.weights(zip(station.demands, scales).map(*), servers: station.servers)
      }
    let (others, all) = lattice.products(weights)
    guard let whole = all.last, whole > 0 else { return nil }
    let before = populations.indices.map { lattice.count - 1 - lattice.strides[$0] }
    let throughput = populations.indices.map { scales[$0] * all[before[$0]] / whole }
    self.throughput = throughput
    let (stride, scale) = (lattice.strides.last ?? 1, scales.last ?? 0)
    byUsers = (1...max(1, populations.last?.users ?? 1)).reversed().map { missing in
      let end = lattice.count - 1 - (missing - 1) * stride
      return scale * all[end - stride] / all[end]
    }
    self.stations = stations.enumerated().map { index, station in
      let (own, rest) = (weights[index + 1], others[index + 1])
      let shares = zip(throughput, station.demands).map(*)
      let sum = shares.reduce(0, +)
      return StationResult(
        found: lattice.totals(own, rest, seenFrom: before, shares: shares.map { $0 / sum }))
    }
  }

  /// Of users of one kind, rounds per second by how many there are, from one on; nil when nothing
  /// takes time.
  ///
  /// Stations with a server for each of them are a delay, and those that are the same are worked
  /// out once.
  static func throughput(of users: Population, _ stations: [Station]) -> [Double]? {
    let queued = stations.filter { $0.servers < Double(users.users) }
    let free = stations.filter { $0.servers >= Double(users.users) }
    let delay = free.reduce(users.delay) { $0 + $1.demands[0] }
    let population = Population(users: users.users, delay: delay)
    guard let scale = scales([population], queued)?.first else { return nil }
    let lattice = Lattice([users.users])
    var product = lattice.weights([delay * scale], servers: .infinity)
    for (kind, count) in Dictionary(grouping: queued, by: { [$0.servers, $0.demands[0]] })
      .sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).map({ ($0.key, $0.value.count) })
    {
      var (power, left) = (lattice.weights([kind[1] * scale], servers: kind[0]), count)
      while left > 0 {
        if left & 1 == 1 { product = lattice.convolved(product, power) }
        left >>= 1
        if left > 0 { power = lattice.convolved(power, power) }
      }
    }
    let throughput = zip(product, product.dropFirst()).map { scale * $0 / $1 }
    return throughput.allSatisfy { $0 > 0 && $0.isFinite } ? throughput : nil
  }

  /// About the throughput of each population, by which demands are scaled so that nothing
  /// overflows: no more than its users allow, nor than the busiest station.
  private static func scales(_ populations: [Population], _ stations: [Station]) -> [Double]? {
    let scales = populations.indices.map { index -> Double in
      let population = populations[index]
      let demand = population.delay + stations.reduce(0) { $0 + $1.demands[index] }
      let busiest = stations.map { $0.demands[index] / $0.servers }.max() ?? 0
      return min(Double(population.users) / demand, 1 / busiest)
    }
    return scales.allSatisfy { $0 > 0 && $0.isFinite } ? scales : nil
  }
}
