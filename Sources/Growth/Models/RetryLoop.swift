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

    /// Expected attempts per use when a share of them is late.
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
    (self.callers, self.others) = (Self.merged(callers), others)
  }

  /// Timeouts up to which each is looked at by itself; of more, those within 2 % are one.
  private static let mostTimeouts = 16

  /// Callers that wait and try alike taken together, by their timeouts.
  private static func merged(_ callers: [Caller]) -> [Caller] {
    let isCoarse = Set(callers.map(\.timeout)).count > mostTimeouts
    var merged: [[Double]: Caller] = [:]
    for caller in callers {
      let timeout = isCoarse ? exp((log(caller.timeout) * 50).rounded() / 50) : caller.timeout
      let rate = merged[[timeout, caller.attempts]]?.rate ?? 0
      merged[[timeout, caller.attempts]] = Caller(
        rate: rate + caller.rate, attempts: caller.attempts, timeout: timeout)
    }
    return merged.values.sorted { ($0.timeout, $0.attempts) < ($1.timeout, $1.attempts) }
  }

  /// Requests per second that are carried at most.
  var capacity: Double { servers / service }

  /// Requests per second that are attempted for each of today's load, when that many arrive.
  private func asked(_ arrivals: Double) -> Double {
    let queue = MultiServerQueue(
      arrivals: arrivals, service: service, servers: servers, variability: variability)
    var (sum, share, timeout) = (others, 0.0, Double.nan)
    for caller in callers {
      if caller.timeout != timeout {
        timeout = caller.timeout
        share = late(queue, timeout)
      }
      sum += caller.rate * caller.expectedAttempts(share)
    }
    return sum
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
      let places = (1...19).map { low + Double($0) * width }
      let best = zip(places, places.map(load)).max { $0.1 < $1.1 }?.0 ?? low
      (low, high) = (best - width, best + width)
    }
    return load((low + high) / 2)
  }

  /// Attempts per use in the healthy state at a multiple of today's load, approached from below;
  /// nil where there is none.
  package func amplification(at multiple: Double) -> Double? {
    let first = multiple * callers.reduce(others) { $0 + $1.rate }
    guard first > 0 else { return 1 }
    // What is lacking falls from below to the first fixed point, by Steffensen's method: the secant
    // stays below it while the lack is convex, and where it does not, plain steps go on.
    var (arrivals, last) = (first, (arrivals: 0.0, lack: Double.infinity))
    for _ in 0..<Self.mostSteps {
      guard arrivals < capacity else { return nil }
      let lack = multiple * asked(arrivals) - arrivals
      if lack < 0, last.lack.isFinite, lack < -1e-9 * arrivals {
        return Root.ofDecreasing(from: last.arrivals, to: arrivals) {
          (multiple * asked($0) - $0) / first
        } / first
      }
      if abs(lack) <= 1e-10 * arrivals { return (arrivals + lack) / first }
      let slope = (lack - last.lack) / (arrivals - last.arrivals)
      let isFalling = last.lack.isFinite && slope < 0
      last = (arrivals, lack)
      arrivals += isFalling ? min(-lack / slope, (capacity - arrivals) / 2) : lack
    }
    return nil
  }

  /// Steps after which there is taken to be no healthy state.
  private static let mostSteps = 200
}
