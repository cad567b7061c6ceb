import Glibc

/// Callers who try again when an answer is late, which makes answers later: a fixed point that can
/// have two solutions, a healthy and a collapsed one.
///
/// With le requests per second attempted, le = m x sum lam_i A_i(p_i(le)): p is the share that
/// takes longer than the caller's timeout, and A = (1 - p^n) / (1 - p) the attempts of a caller
/// that makes n at most (N. Bronson et al., "Metastable Failures in Distributed Systems", HotOS
/// 2021).
package struct RetryLoop: Equatable, Sendable {
  /// Those who try again.
  package struct Caller: Equatable, Sendable {
    /// Uses per second.
    package let rate: Double
    /// Most attempts per use.
    package let attempts: Double
    /// Seconds after which an attempt times out.
    package let timeout: Double
    /// Retries per use, over all uses, that there may be.
    package let budget: Double
    /// Callers of the caller that try again themselves, the nearest first.
    package let above: [Layer]

    /// A caller from its numbers.
    package init(
      rate: Double, attempts: Double, timeout: Double, budget: Double = .infinity,
      above: [Layer] = []
    ) {
      (self.rate, self.attempts, self.timeout) = (rate, attempts, timeout)
      (self.budget, self.above) = (budget, above)
    }

    /// Its own layer of attempts.
    var own: Layer { Layer(attempts: attempts, timeout: timeout, budget: budget) }
  }

  /// One of several callers above each other, each of which tries again by itself.
  package struct Layer: Hashable, Sendable {
    /// Most attempts per use.
    package let attempts: Double
    /// Seconds after which an attempt times out, less what the layers below take for themselves.
    package let timeout: Double
    /// Retries per use, over all uses, that there may be.
    package let budget: Double

    /// A layer from its numbers.
    package init(attempts: Double, timeout: Double, budget: Double = .infinity) {
      (self.attempts, self.timeout, self.budget) = (attempts, timeout, budget)
    }

    /// Expected attempts per use when a share of them fails.
    func expectedAttempts(_ late: Double) -> Double { min(wanted(late), 1 + budget) }

    /// Attempts per use when all fail.
    var worstAttempts: Double { min(attempts, 1 + budget) }

    /// The share of the retries wanted that the budget allows when a share of attempts fails.
    func granted(_ late: Double) -> Double {
      let retries = wanted(late) - 1
      return retries > budget ? budget / retries : 1
    }

    private func wanted(_ late: Double) -> Double {
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
    var merged: [Caller] = []
    var places: [[Layer]: Int] = [:]
    for caller in callers.sorted(by: { ($0.timeout, $0.attempts) < ($1.timeout, $1.attempts) }) {
      let timeout = isCoarse ? exp((log(caller.timeout) * 50).rounded() / 50) : caller.timeout
      let own = Layer(attempts: caller.attempts, timeout: timeout, budget: caller.budget)
      let layers = [own] + caller.above
      let place = places[layers]
      let rate = place.map { merged[$0].rate } ?? 0
      let sum = Caller(
        rate: rate + caller.rate, attempts: caller.attempts, timeout: timeout,
        budget: caller.budget, above: caller.above)
      if let place {
        merged[place] = sum
      } else {
        places[layers] = merged.count
        merged.append(sum)
      }
    }
    return merged
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
      sum +=
        caller.rate * caller.own.expectedAttempts(share)
        * (caller.above.isEmpty ? 1 : attempts(of: caller.above, above: caller.own, queue))
    }
    return sum
  }

  /// Attempts per use of all layers above a caller together.
  ///
  /// An attempt of a layer is answered when the layer below is in time with one of its own, the
  /// earlier ones having taken their timeouts.
  private func attempts(
    of layers: [Layer], above first: Layer, _ queue: MultiServerQueue
  ) -> Double {
    var known: [Double: Double] = [:]
    var answered = Self.answered(first) { seconds in
      if let share = known[seconds] { return share }
      let share = 1 - late(queue, seconds)
      known[seconds] = share
      return share
    }
    var product = 1.0
    for layer in layers {
      product *= layer.expectedAttempts(1 - answered(layer.timeout))
      answered = Self.answered(layer, answered)
    }
    return product
  }

  /// The share of a layer's uses that is answered within some seconds, from that of its attempts.
  private static func answered(
    _ layer: Layer, _ attempt: @escaping (Double) -> Double
  ) -> (Double) -> Double {
    let failed = 1 - attempt(layer.timeout)
    return { seconds in
      var (sum, share, left) = (0.0, 1.0, seconds)
      for number in 0..<Int(whole: layer.attempts, most: 100) where left > 0 && share > 1e-12 {
        sum += share * attempt(min(left, layer.timeout))
        share *= number == 0 ? failed * layer.granted(failed) : failed
        left -= layer.timeout
      }
      return min(1, sum)
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
    let first = callers.reduce(others) { $0 + $1.rate }
    // Coarse, from above as far as one attempt for each use would do better, then finely.
    var best = (share: 0.5, load: -Double.infinity)
    for place in (1...19).reversed() {
      let share = Double(place) / 20
      guard share * capacity > best.load * first else { break }
      let load = load(share)
      if load > best.load { best = (share, load) }
    }
    return Root.maximum(
      of: load, from: best.share - 0.05, to: best.share + 0.05, near: best.share)
  }

  /// The multiple of today's load up to which it stays healthy for hours, where there is a healthy
  /// state up to `fold`.
  ///
  /// Where a collapsed state exists, chance leads there: once as many wait as are served within a
  /// timeout, all who wait are late and try again. It is healthy where that is not to be expected
  /// within `seconds` (first passage of the birth and death process of its queue), or where all
  /// attempts of all callers are carried.
  package func healthy(upTo fold: Double, for seconds: Double = 72_000) -> Double {
    let worst = callers.reduce(others) { sum, caller in
      sum + caller.rate * caller.above.reduce(caller.own.worstAttempts) { $0 * $1.worstAttempts }
    }
    let safe = capacity / worst
    guard safe < fold else { return fold }
    return Root.greatest(from: safe, to: fold, halvings: 8) {
      timeToCollapse(at: $0) >= seconds
    }
  }

  /// Seconds until as many wait, for the first time, as are served within the shortest timeout.
  private func timeToCollapse(at multiple: Double) -> Double {
    let first = multiple * callers.reduce(others) { $0 + $1.rate }
    guard let amplification = amplification(at: multiple), let timeout = callers.first?.timeout
    else { return 0 }
    let arrivals = first * amplification
    // Waits of other than exponential work are longer or shorter by (1 + cs2) / 2.
    let waiting = max(0, (timeout - service) * capacity) * 2 / (1 + variability)
    guard servers + waiting < Self.mostStates else { return .infinity }
    var (step, sum) = (1 / arrivals, 1 / arrivals)
    for state in 1..<max(2, Int(servers + waiting)) {
      step = (1 + min(Double(state), servers) / service * step) / arrivals
      sum += step
    }
    return sum
  }

  /// States of a queue beyond which chance does not lead anywhere within hours.
  private static let mostStates = 10_000.0

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
