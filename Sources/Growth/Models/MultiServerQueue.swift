import Glibc

/// A station of c servers with one queue before them and room for all who wait: M/M/c, and M/G/c
/// by the correction of Cosmetatos.
///
/// Requests arrive at random times (Poisson), wait first come first served, and take a random time
/// whose squared coefficient of variation is `variability`; 1 is exponential, and exact.
package struct MultiServerQueue: Sendable {
  /// Requests per second.
  package let arrivals: Double
  /// Mean time a request holds its server, in seconds.
  package let service: Double
  /// Servers: replicas x concurrency; infinite when nobody ever waits.
  package let servers: Double
  /// Squared coefficient of variation of the service time.
  package let variability: Double
  /// Share of requests that have to wait: Erlang C.
  package let waitProbability: Double
  /// How much of the wait there is for few callers, who do not come while they wait; 1 for many.
  private var part = 1.0

  /// A station from its rates; its answers hold while `isStable`.
  ///
  /// The share that has to wait is Erlang's, unless it is known otherwise.
  package init(
    arrivals: Double, service: Double, servers: Double, variability: Double = 1,
    waitProbability: Double? = nil
  ) {
    self.arrivals = arrivals
    self.service = service
    self.servers = servers
    self.variability = variability
    self.waitProbability =
      waitProbability ?? Erlang.wait(load: arrivals * service, servers: servers)
  }

  /// The same where those who wait are held up for so many times as long.
  func waiting(times factor: Double) -> MultiServerQueue {
    var queue = self
    queue.part = factor
    return queue
  }

  /// Mean wait in seconds if there were many callers and the work were exponential.
  var exponentialWait: Double { waitProbability * service / (servers - load) }

  /// Busy servers on average, in erlangs: a = lam x S (Little 1961).
  package var load: Double { arrivals * service }

  /// Share of its capacity in use: rho = lam x S / c (utilisation law, Denning and Buzen 1978).
  package var utilisation: Double { load / servers }

  /// Whether the queue stays finite.
  package var isStable: Bool { load < servers }

  /// Mean wait in seconds of those who have to wait: that of exponential work, S / (c - a), times
  /// what its variability makes of it.
  package var delay: Double {
    part * service / (servers - load)
      * Self.waitFactor(variability: variability, servers: servers, utilisation: utilisation)
  }

  /// How many times as long as for exponential work the mean wait is: cs2 + (1 - cs2) D, where D is
  /// what it is for constant work, half of it for one server and up to c / (c + 1) where few wait.
  ///
  /// (G. P. Cosmetatos, Some approximate equilibrium results for the multi-server queue (M/G/r),
  /// Operational Research Quarterly 27, 1976; exact for M/M/c and M/G/1. Near saturation it is
  /// (1 + cs2) / 2, as A. O. Allen has it for all loads, which is a tenth too long for few waits of
  /// very variable work.)
  static func waitFactor(variability: Double, servers: Double, utilisation: Double) -> Double {
    guard variability != 1, servers > 1, servers.isFinite, utilisation < 1 else {
      return (1 + variability) / 2
    }
    let lightest = servers / (servers + 1)
    let gain =
      (servers - 1) * ((4 + 5 * servers).squareRoot() - 2) * (1 - utilisation)
      / (16 * servers * utilisation)
    return variability + (1 - variability) * min(0.5 * (1 + gain), lightest)
  }

  /// Mean of the times that one who waits waits for, one after the other, were they those that
  /// constant work leaves: a server's time shared by all servers, as long as gives the mean wait.
  private var step: Double {
    part * service / servers
      * Self.waitFactor(variability: variability, servers: servers, utilisation: utilisation)
      * 2 / (1 + variability)
  }

  /// Mean wait in seconds before a server is free: Wq = C x delay.
  package var meanWait: Double { waitProbability * delay }

  /// Mean square of the wait, in seconds squared, for service times of a gamma distribution.
  var squaredWait: Double {
    let (first, busy) = (delay * (1 - utilisation), utilisation)
    let second = step * step * (1 + variability) * (1 + 2 * variability) / 3
    return waitProbability
      * (second / (1 - busy) + 2 * busy * first * first / ((1 - busy) * (1 - busy)))
  }

  /// The transform of the wait.
  ///
  /// Who has to wait does so for a geometric number of what is left of service times, shared by all
  /// servers: the formula of Pollaczek and Khinchine for one server, where it is exact (D. Gross
  /// and C. M. Harris, Fundamentals of Queueing Theory, 1998, section 5.1), with the mean of
  /// Cosmetatos for several.
  func waitTransform(_ s: Complex) -> Complex {
    guard variability != 1 else {
      return Transform.repeated(waitProbability, Transform.exponential(mean: delay, s))
    }
    let left = Transform.residual(mean: step, variability: variability, s)
    let ends = (1 - utilisation) * left / (Complex(1) - utilisation * left)
    return Complex(1 - waitProbability) + waitProbability * ends
  }

  /// Mean number waiting: Lq = lam x Wq (Little 1961).
  package var meanWaiting: Double { arrivals * meanWait }

  /// Mean time in seconds from arrival to answer: W = Wq + S.
  package var meanResponse: Double { meanWait + service }

  /// Share of requests that wait longer than a time in seconds: C exp(-t / delay).
  package func waitTail(_ time: Double) -> Double {
    waitProbability * exp(-time / delay)
  }

  /// The wait in seconds that a share of the requests does not exceed.
  package func waitPercentile(_ share: Double) -> Double {
    max(0, delay * log(waitProbability / (1 - share)))
  }

  /// Share of requests that take longer than a time in seconds from arrival to answer, for
  /// exponential service: the tail of wait + service.
  ///
  /// P(T > t) = e^-mt + C m / (h - m) (e^-mt - e^-ht) with m = 1/S and h = (c - a)/S (D. Gross and
  /// C. M. Harris, Fundamentals of Queueing Theory, 1998, section 2.3).
  package func responseTail(_ time: Double) -> Double {
    let (rate, spare) = (1 / service, 1 / delay)
    let done = exp(-rate * time)
    guard servers.isFinite, delay > 0 else { return done }
    guard abs(spare - rate) > 1e-9 * rate else {
      return done * (1 + waitProbability * rate * time)
    }
    return done + waitProbability * rate / (spare - rate) * (done - exp(-spare * time))
  }

  /// The time in seconds from arrival to answer that a share of the requests does not exceed, for
  /// exponential service.
  package func responsePercentile(_ share: Double) -> Double {
    let tail = 1 - share
    // Neither part of the sum may exceed its own percentile for a smaller tail, and both together
    // bound the sum.
    let high = service * log(2 / tail) + delay * max(0, log(2 * max(waitProbability, tail) / tail))
    return Root.ofDecreasing(from: 0, to: high) { log(max(responseTail($0), 1e-300) / tail) }
  }
}
