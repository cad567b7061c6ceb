/// The wait before c servers of those who find a known number present, as in a closed network.
package struct ArrivalSeenQueue: Sendable {
  /// Chance that one who arrives finds so many present.
  package let found: [Double]
  /// Servers.
  package let servers: Double
  /// Mean time in seconds between two departures while all servers are busy.
  package let step: Double

  /// A queue from what is found, and the seconds that one piece of work holds a server.
  package init(found: [Double], servers: Double, service: Double) {
    self.found = found
    self.servers = servers
    step = servers.isFinite ? service / servers : 0
  }

  /// Chances to wait for one departure, two, and so on; who finds a free server waits for none.
  private var departures: ArraySlice<Double> {
    servers < Double(found.count) ? found[Int(servers)...] : []
  }

  /// Share of those who arrive that have to wait.
  package var waitProbability: Double { departures.reduce(0, +) }

  /// Mean wait in seconds.
  package var meanWait: Double {
    step * departures.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// Mean square of the wait, in seconds squared: departures are exponential, so that n of them
  /// have a mean square of n (n + 1) steps squared.
  package var squaredWait: Double {
    step * step
      * departures.enumerated().reduce(0) {
        $0 + Double(($1.offset + 1) * ($1.offset + 2)) * $1.element
      }
  }

  /// The transform of the wait.
  package func transform(_ s: Complex) -> Complex {
    let one = Transform.exponential(mean: step, s)
    // Horner's scheme, from the longest wait on.
    let waits = departures.reversed().reduce(Complex(0)) { (Complex($1) + $0) * one }
    return Complex(1 - waitProbability) + waits
  }
}
