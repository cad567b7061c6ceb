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

  /// Products of states and stations up to which it is solved.
  private static let most = 1e8

  /// The solution; nil when there are too many states, or nothing that takes time.
  package init?(_ populations: [Population], _ stations: [Station]) {
    let states = populations.reduce(1.0) { $0 * Double($1.users + 1) }
    guard states * states * Double(stations.count + 1) <= Self.most,
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

/// The states of some populations: how many of each are somewhere.
private struct Lattice {
  /// How far apart states are that differ by one of a population.
  let strides: [Int]
  /// How many of each population every state has.
  let numbers: [[Int]]
  var count: Int { numbers.count }
  private let users: [Int]

  init(_ users: [Int]) {
    self.users = users
    let sizes = users.map { $0 + 1 }
    let strides = sizes.indices.map { sizes[..<$0].reduce(1, *) }
    self.strides = strides
    numbers = (0..<sizes.reduce(1, *)).map { state in
      zip(strides, sizes).map { state / $0 % $1 }
    }
  }

  /// The factor of one station in every state, relative to the largest:
  /// n! / prod min(i, c) x prod D^n / n!.
  func weights(_ demands: [Double], servers: Double) -> [Double] {
    let logs = numbers.map { numbers -> Double in
      let total = numbers.reduce(0, +)
      var log = 0.0
      for place in 0..<total where Double(place + 1) > servers {
        log += Glibc.log(Double(place + 1) / servers)
      }
      for (number, demand) in zip(numbers, demands) where number > 0 {
        log += Double(number) * Glibc.log(demand) - lgamma(Double(number) + 1)
      }
      return log
    }
    let largest = logs.max() ?? 0
    return logs.map { exp($0 - largest) }
  }

  /// Sums over all ways to split each state between two parts.
  private func convolved(_ left: [Double], _ right: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: count)
    for state in 0..<count where left[state] > 0 {
      forEachSum(with: state) { other, both in sum[both] += left[state] * right[other] }
    }
    return sum
  }

  /// Every state that can be added to one, with the sum.
  private func forEachSum(with state: Int, _ body: (_ other: Int, _ both: Int) -> Void) {
    let isSingle = users.count == 1
    for other in 0..<count - state where isSingle || fits(state, other) {
      body(other, state + other)
    }
  }

  private func fits(_ left: Int, _ right: Int) -> Bool {
    for index in users.indices
    where numbers[left][index] + numbers[right][index] > users[index] { return false }
    return true
  }

  /// For every part the product of all others, and the product of all.
  func products(_ parts: [[Double]]) -> (others: [[Double]], all: [Double]) {
    var none = [Double](repeating: 0, count: count)
    none[0] = 1
    var others: [[Double]] = []
    var before = none
    for part in parts {
      others.append(before)
      before = convolved(before, part)
    }
    var behind = none
    for index in parts.indices.reversed() {
      others[index] = convolved(others[index], behind)
      behind = convolved(behind, parts[index])
    }
    return (others, before)
  }

  /// Chances of totals at a station, seen by those who arrive: as if they were not there
  /// themselves.
  ///
  /// The arrival theorem (K. C. Sevcik and I. Mitrani, "The Distribution of Queuing Network States
  /// at Input and Output Instants", JACM 28, 1981).
  func totals(
    _ own: [Double], _ others: [Double], seenFrom ends: [Int], shares: [Double]
  ) -> [Double] {
    var found = [Double](repeating: 0, count: users.reduce(0, +) + 1)
    for (end, share) in zip(ends, shares) where share > 0 {
      var (chances, whole) = (found.map { _ in 0.0 }, 0.0)
      for state in 0...end where fits(state, count - 1 - end) {
        let weight = own[state] * others[end - state]
        chances[numbers[state].reduce(0, +)] += weight
        whole += weight
      }
      for total in found.indices { found[total] += share * chances[total] / whole }
    }
    return found
  }
}
