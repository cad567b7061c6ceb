/// Stations at one load, and who calls whom: all that has to be known to tell how requests wait.
///
/// A class, since solvers ask it too often to copy what it holds.
package final class WaitProblem: Sendable {
  /// Who holds servers of which station, and for how long.
  let tree: CallTree
  /// The places at which requests wait.
  let stations: [Station]
  /// Per station, the queue that arrivals see where a closed network told it.
  let seen: [Int: ArrivalSeenQueue]

  init(_ tree: CallTree, _ stations: [Station], seen: [Int: ArrivalSeenQueue] = [:]) {
    self.tree = tree
    self.stations = stations
    self.seen = seen
  }

  /// A problem of plain values.
  ///
  /// Callers come before callees: a call leads to a node of a later station, and is left out
  /// otherwise.
  package convenience init(_ stations: [Station], _ nodes: [Node]) {
    var stations = stations
    for (index, node) in nodes.enumerated() where node.arrivals > 0 {
      stations[node.station].work.append(
        Work(node: index, message: nil, arrivals: node.arrivals, isUsed: true, isAtLeast: false))
    }
    for index in stations.indices {
      let load = stations[index].work.reduce(0) { $0 + $1.arrivals * nodes[$1.node].mean }
      stations[index].isOverloaded = load >= stations[index].servers ?? .infinity
    }
    let calls = nodes.map { node in
      node.calls.filter { nodes[$0.node].station > node.station }.map { call in
        CallTree.Call(
          target: call.node, relation: call.node, uses: call.uses, isParallel: false,
          patience: nil)
      }
    }
    let tree = CallTree(
      own: nodes.map { ServiceTime(mean: $0.mean, variability: $0.variability) }, calls: calls,
      components: nodes.map(\.station),
      nodes: stations.indices.map { station in
        nodes.indices.filter { nodes[$0].station == station }
      }, rings: Array(nodes.indices), strong: stations.indices.reversed().map { [$0] },
      isSilentlyFast: stations.map { _ in true })
    self.init(tree, stations)
  }

  /// One kind of request.
  package struct Node: Sendable {
    let station: Int
    let mean: Double
    let variability: Double
    let arrivals: Double
    let calls: [(node: Int, uses: Double)]

    /// A kind of request to a station: the seconds of its own work with their squared coefficient
    /// of variation, how often it comes per second in all, and how often it makes which calls.
    package init(
      at station: Int, mean: Double, variability: Double = 1, arrivals: Double,
      calls: [(node: Int, uses: Double)] = []
    ) {
      (self.station, self.mean, self.variability) = (station, mean, variability)
      (self.arrivals, self.calls) = (arrivals, calls)
    }
  }

  /// One station at one load.
  package struct Station: Sendable {
    /// Servers, the most there may be; nil where nobody waits, or where nobody knows.
    var servers: Double?
    /// Places for those who wait; nil when nothing bounds them.
    var bufferCapacity: Double?
    /// How the number of servers follows the load; nil when it is fixed.
    var scaler: Autoscaler?
    /// The parts that it consists of, of which this is the busiest.
    var parts = Parts()
    /// Whether it is gone, so that no answer comes.
    var isLost = false
    /// Whether some limit of it is reached at this load.
    var isOverloaded = false
    /// Whether there may be a wait that nobody knows, where servers are unknown.
    var isSilent = false
    /// All that holds its servers.
    var work: [Work] = []

    /// A station of so many servers, any number for nil, with places for those who wait.
    package init(servers: Double?, bufferCapacity: Double? = nil) {
      (self.servers, self.bufferCapacity) = (servers, bufferCapacity)
    }

    /// Servers that are there for a number of busy ones: those of as many replicas as the
    /// autoscaler holds in the long run; nil when the number is unknown.
    func servers(for busy: Double) -> Double? {
      scaler.map { $0.replicas(for: busy) * $0.concurrency } ?? servers
    }

    /// Requests and messages per second, as far as they are known.
    var arrivals: Double { work.reduce(0) { $0 + $1.arrivals } }
  }

  /// One kind of work of a station.
  struct Work: Sendable {
    /// The node whose calls it makes.
    let node: Int
    /// The relation that messages come by; nil for requests.
    let message: Int?
    /// How often it comes per second, as far as that is known.
    let arrivals: Double
    /// Whether it comes at all.
    let isUsed: Bool
    /// Whether more of it comes than is known.
    let isAtLeast: Bool
  }
}

extension CallTree {
  /// How long one piece of work holds a server.
  func holdingTime(_ work: WaitProblem.Work, _ times: NodeTimes) -> Moments {
    work.message.map { holdingTime(ofMessage: $0, at: work.node, times) }
      ?? holdingTime(of: work.node, times)
  }
}
