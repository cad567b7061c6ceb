/// The answer to a `WaitProblem`: how requests wait at every station, and how long nodes take.
///
/// A class, since every response time made of it holds it.
package final class Waits: Sendable {
  let tree: CallTree
  /// Per node.
  let times: NodeTimes
  /// Per station.
  let stations: [Wait]
  /// Per node, the slowest of the calls it makes at the same time; nil when it makes none.
  let slowest: [Moments?]

  init(_ tree: CallTree, _ times: NodeTimes, _ stations: [Wait]) {
    self.tree = tree
    self.times = times
    self.stations = stations
    slowest = times.responses.indices.map { tree.slowest(of: $0, times) }
  }

  /// Per node, from request to answer.
  var responses: [Moments] { times.responses }

  /// Whether any station was answered by a queueing model.
  var hasQueues: Bool {
    stations.contains { wait in
      switch wait {
      case .endless, .bounded, .found: true
      case .none, .saturated: false
      }
    }
  }

  /// Mean time in seconds that requests wait for a server of a station; nil where they wait for
  /// ever longer.
  package func meanWait(at station: Int) -> Double? {
    let moments = stations[station].moments
    return moments.saturation == .none ? moments.mean : nil
  }

  /// Share of what comes to a station that a full buffer does not turn away.
  package func acceptedFraction(at station: Int) -> Double { stations[station].acceptedFraction }
}
