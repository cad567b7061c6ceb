import Glibc

/// A station of c servers with a bounded waiting room; who finds it full is turned away: M/M/c/K
/// with K = c + room.
///
/// Probabilities follow from the birth-death equations (D. Gross and C. M. Harris, Fundamentals of
/// Queueing Theory, 1998, section 2.5). The times of those who wait are scaled as those
/// before an unbounded room are.
///
/// Work that varies more than exponential work fills a room sooner: near saturation its queue
/// decays as that of exponential work does in 2 / (1 + cs2) as many places (J. F. C. Kingman, The
/// heavy traffic approximation in the theory of queues, 1965), which is what it loses. Work that
/// varies less is taken to lose as much as exponential work, which is more than it does.
package struct BoundedQueue: Sendable {
  /// Requests per second, lost ones included.
  package let arrivals: Double
  /// Mean time a request holds its server, in seconds.
  package let service: Double
  /// Servers: replicas x concurrency.
  package let servers: Double
  /// Places for those who wait.
  package let bufferCapacity: Double
  /// Squared coefficient of variation of the service time.
  package let variability: Double

  /// Share of requests turned away, 0 to 1.
  package let loss: Double
  /// Mean number waiting.
  package let meanWaiting: Double
  /// Share of the accepted requests that have to wait.
  package let waitProbability: Double
  /// Share of the accepted that find all servers busy and nobody waiting.
  let firstInLine: Double
  /// Share of the accepted that would take the place after the last one, were there one.
  let beyondLast: Double
  /// How many times as long as for exponential work one waits.
  private let waitFactor: Double
  /// Mean square of the wait of the accepted, in seconds squared.
  let squaredWait: Double

  /// Places beyond which nobody is ever turned away who could be waited for.
  private static let mostPlaces = 1_000_000_000_000_000

  /// A station from its rates.
  package init(
    arrivals: Double, service: Double, servers: Double, bufferCapacity: Double,
    variability: Double = 1
  ) {
    self.arrivals = arrivals
    self.service = service
    self.servers = servers
    self.bufferCapacity = Double(Int(whole: bufferCapacity, most: Self.mostPlaces))
    self.variability = variability
    let ratio = arrivals * service / servers
    waitFactor = MultiServerQueue.waitFactor(
      variability: variability, servers: servers, utilisation: ratio)
    let step = service / servers * waitFactor
    let below = Erlang.inverseLoss(load: arrivals * service, servers: servers)
    let sums = GeometricSums(ratio: ratio, places: Int(self.bufferCapacity))
    let total = sums.total(below)
    let isCertain = total.isFinite && total > 0
    let places = self.bufferCapacity * 2 / (1 + max(1, variability))
    loss =
      isCertain ? variability > 1 ? Self.loss(ratio, below, places) : sums.last / total : 0
    let accepted = isCertain ? total - sums.last : .infinity
    meanWaiting = isCertain ? sums.waiting / total : 0
    waitProbability = accepted > 0 ? sums.beforeLast / accepted : 1
    firstInLine = accepted > 0 ? sums.first / accepted : 0
    beyondLast = accepted > 0 ? sums.last / accepted : 0
    squaredWait = accepted > 0 ? sums.squares / accepted * step * step : 0
  }

  /// Share turned away with a number of places that need not be whole, between its neighbours'.
  private static func loss(_ ratio: Double, _ below: Double, _ places: Double) -> Double {
    let count = Int(whole: places, most: mostPlaces)
    func loss(_ count: Int) -> Double {
      let sums = GeometricSums(ratio: ratio, places: count)
      return sums.last / sums.total(below)
    }
    let share = places - Double(count)
    return pow(loss(count), 1 - share) * pow(loss(count + 1), share)
  }

  /// Requests per second that are worked on: X = lam (1 - loss).
  package var throughput: Double { arrivals * (1 - loss) }

  /// Share of the servers in use.
  package var utilisation: Double { throughput * service / servers }

  /// Mean wait of the accepted in seconds: Lq / X (Little 1961).
  package var meanWait: Double {
    throughput > 0 ? meanWaiting / throughput * waitFactor : 0
  }

  /// Mean time of the accepted in seconds from arrival to answer.
  package var meanResponse: Double { meanWait + service }

  /// The transform of the time between two departures while all servers are busy, for one who
  /// waits: what is left of a service time, shared by all servers.
  func step(_ s: Complex) -> Complex {
    let step = service / servers * waitFactor * 2 / (1 + variability)
    return Transform.residual(mean: step, variability: variability, s)
  }
}

/// Sums over the states from all busy to full, whose weights form a geometric series.
///
/// Weights are relative to the largest one, so that nothing overflows.
private struct GeometricSums {
  /// Weight of all busy and nobody waiting, and of full.
  var (first, last) = (0.0, 0.0)
  /// Sum of the weights behind the first, and of those before the last.
  var (behindFirst, beforeLast) = (0.0, 0.0)
  /// Weights times the number waiting.
  var waiting = 0.0
  /// Weights of those who are let in times (n + 1)(n + 2), n waiting before them.
  var squares = 0.0

  /// Weight of all states, those up to all busy being so many times as much as all busy itself:
  /// 1/B by Erlang's loss.
  func total(_ below: Double) -> Double { first * below + behindFirst }

  /// The sums for a number of places for those who wait.
  init(ratio: Double, places: Int) {
    let isFalling = ratio <= 1
    let powers = PowerSums(ratio: isFalling ? ratio : 1 / ratio, count: places)
    let (count, far) = (Double(places), powers.next)
    (first, last) = isFalling ? (1, far) : (far, 1)
    let (near, behind) = (powers.sum, powers.ratio * powers.sum)
    if isFalling {
      (behindFirst, beforeLast) = (behind, near)
      waiting = powers.first + count * far
      squares = powers.second + 3 * powers.first + 2 * near
    } else {
      // The same counted from the last place on, whose weight is the largest.
      (behindFirst, beforeLast) = (near, behind)
      waiting = count * near - powers.first
      squares =
        powers.ratio
        * (count * (count + 1) * near - (2 * count + 1) * powers.first + powers.second)
    }
  }
}

/// Sums of q^k, k q^k and k^2 q^k for k from 0 on, q being no more than 1.
private struct PowerSums {
  let ratio: Double
  private(set) var (sum, first, second) = (0.0, 0.0, 0.0)
  /// The power that comes next.
  private(set) var next = 1.0

  /// The sums of so many terms, by doubling: those of the second half follow from the first's.
  init(ratio: Double, count: Int) {
    self.ratio = ratio
    var done = 0
    for bit in (0..<Int.bitWidth - count.leadingZeroBitCount).reversed() {
      let half = Double(done)
      second += next * (second + half * (2 * first + half * sum))
      first += next * (first + half * sum)
      sum += next * sum
      next *= next
      done *= 2
      guard count >> bit & 1 == 1 else { continue }
      let number = Double(done)
      sum += next
      first += number * next
      second += number * number * next
      next *= ratio
      done += 1
    }
  }
}
