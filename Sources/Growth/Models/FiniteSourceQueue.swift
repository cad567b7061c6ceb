import Glibc

/// A station of c servers with a bounded waiting room before it, and so many users who come again:
/// each thinks, asks, and thinks again once answered or turned away: M/M/c/K with a finite source.
///
/// Probabilities follow from the birth-death equations with arrivals of (N - n) / Z while n of N
/// users are at the station (D. Gross and C. M. Harris, Fundamentals of Queueing Theory, 1998,
/// section 2.7).
package struct FiniteSourceQueue: Sendable {
  /// Users, N; a part of one comes a part as often.
  package let users: Double
  /// Mean seconds from answer to next request, Z.
  package let think: Double
  /// Mean seconds that a request holds its server.
  package let service: Double
  /// Servers.
  package let servers: Double
  /// Places for those who wait.
  package let bufferCapacity: Double

  /// A station from its users and times.
  package init(
    users: Double, think: Double, service: Double, servers: Double, bufferCapacity: Double
  ) {
    self.users = users
    self.think = think
    self.service = service
    self.servers = servers
    self.bufferCapacity = bufferCapacity
  }

  /// Most states that are gone through one by one.
  private static let mostStates = 1e5

  /// Share of the requests that are turned away: none where all users find a place; where there
  /// are too many places to go through them, what is sent beyond the capacity.
  package var loss: Double {
    let places = servers + bufferCapacity
    guard users > places, think > 0 else { return users > places ? 1 - places / users : 0 }
    guard places <= Self.mostStates else {
      let beyond = (users - places) / think
      return beyond / (beyond + servers / service)
    }
    // Weights of the states from empty to full, and the requests that come in each; scaled, so that
    // nothing overflows.
    var (weight, asked) = (1.0, users)
    for state in 0..<Int(places) {
      let number = Double(state)
      weight *= (users - number) * service / (think * min(number + 1, servers))
      asked += weight * (users - number - 1)
      guard weight > 1e100 else { continue }
      asked /= weight
      weight = 1
    }
    return weight * (users - places.rounded(.down)) / asked
  }
}
