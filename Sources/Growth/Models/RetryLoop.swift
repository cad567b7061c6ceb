import Glibc

/// Callers who try again when an answer is late, which makes answers later: a fixed point that can
/// have two solutions, a healthy and a collapsed one.
///
/// With le requests per second attempted, le = m x sum lam_i A_i(p_i(le)): p is the share that
/// takes longer than the caller's timeout, and A = (1 - p^n) / (1 - p) the attempts of a caller
/// that makes n at most (N. Bronson et al., "Metastable Failures in Distributed Systems", HotOS
/// 2021).
package struct RetryLoop: Sendable {
  /// Those who try again.
  package struct Caller: Sendable {
    /// Uses per second.
    package let rate: Double
    /// Most attempts per use.
    package let attempts: Double
    /// Seconds after which an attempt is given up.
    package let timeout: Double

    /// A caller from its numbers.
    package init(rate: Double, attempts: Double, timeout: Double) {
      (self.rate, self.attempts, self.timeout) = (rate, attempts, timeout)
    }

    func expectedAttempts(_ late: Double) -> Double {
      late >= 1 ? attempts : (1 - pow(late, attempts)) / (1 - late)
    }
  }

  /// Servers, the seconds that one attempt holds one, and their squared coefficient of variation.
  let servers: Double
  let service: Double
  let variability: Double
  let callers: [Caller]
  /// Requests per second of those who never try again.
  let others: Double

  /// A loop from its station and its callers.
  package init(
    servers: Double, service: Double, variability: Double = 1, callers: [Caller], others: Double = 0
  ) {
    (self.servers, self.service, self.variability) = (servers, service, variability)
    (self.callers, self.others) = (callers, others)
  }

  /// Requests per second that are carried at most.
  var capacity: Double { servers / service }

  /// Requests per second that are attempted for each of today's load, when that many arrive.
  private func asked(_ arrivals: Double) -> Double {
    let queue = MultiServerQueue(
      arrivals: arrivals, service: service, servers: servers, variability: variability)
    return callers.reduce(others) { sum, caller in
      sum + caller.rate * caller.expectedAttempts(late(queue, caller.timeout))
    }
  }

  private func late(_ queue: MultiServerQueue, _ timeout: Double) -> Double {
    guard queue.isStable else { return 1 }
    guard variability != 1 else { return queue.responseTail(timeout) }
    return Transform.tail(timeout) { s in
      queue.waitTransform(s) * Transform.gamma(mean: service, variability: variability, s)
    }
  }

  /// The multiple of today's load beyond which there is no healthy state: the largest for which
  /// some number of attempts brings itself about.
  package var fold: Double {
    func load(_ share: Double) -> Double { share * capacity / asked(share * capacity) }
    // Coarse, then finer and finer around the best one.
    var (low, high) = (0.0, 1.0)
    for _ in 0..<8 {
      let width = (high - low) / 20
      let best = (1...19).map { low + Double($0) * width }.max { load($0) < load($1) } ?? low
      (low, high) = (best - width, best + width)
    }
    return load((low + high) / 2)
  }

  /// Attempts per use in the healthy state at a multiple of today's load, approached from below;
  /// nil where there is none.
  package func amplification(at multiple: Double) -> Double? {
    let first = multiple * callers.reduce(others) { $0 + $1.rate }
    var arrivals = first
    for _ in 0..<10_000 {
      guard arrivals < capacity else { return nil }
      let next = multiple * asked(arrivals)
      if abs(next - arrivals) <= 1e-9 * next { return next / first }
      arrivals = next
    }
    return nil
  }
}
