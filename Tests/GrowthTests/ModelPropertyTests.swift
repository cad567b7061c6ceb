import Foundation
import Growth
import Testing

/// What must hold whatever the numbers are.
@Suite struct ModelPropertyTests {
  struct Case {
    let arrivals: Double
    let service: Double
    let servers: Double
    let variability: Double
    let bufferCapacity: Double
  }

  /// Stations of many sizes, from idle to overloaded, from a fixed seed.
  static let cases: [Case] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    return (0..<400).map { _ in
      let servers = (1 + next() * next() * 3000).rounded()
      let service = 0.001 + next() * next() * 100
      return Case(
        arrivals: servers / service * next() * 1.5, service: service, servers: servers,
        variability: next() * 4, bufferCapacity: (next() * next() * 5000).rounded())
    }
  }()

  @Test func `waits and responses are finite, ordered and no shorter than the service`() {
    for test in Self.cases where test.arrivals * test.service < test.servers {
      let queue = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers)
      let percentiles = [0.5, 0.95, 0.99].map(queue.responsePercentile)
      #expect(percentiles.allSatisfy(\.isFinite) && percentiles == percentiles.sorted())
      for (share, percentile) in zip([0.5, 0.95, 0.99], percentiles) {
        let own = Gamma.percentile(share, mean: test.service, shape: 1)
        #expect(percentile >= own * (1 - 1e-6))
      }
      #expect(queue.meanResponse >= test.service && queue.meanWait.isFinite)
      #expect((0...1).contains(queue.waitProbability))
    }
  }

  @Test func `loss is a share, and what is carried never exceeds the servers`() {
    for test in Self.cases {
      let queue = BoundedQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers,
        bufferCapacity: test.bufferCapacity,
        variability: test.variability)
      #expect((0...1).contains(queue.loss), "\(test)")
      #expect(queue.utilisation <= 1 + 1e-9 && queue.meanWait.isFinite && queue.meanWait >= 0)
      #expect((0...1.000001).contains(queue.waitProbability))
      #expect(queue.meanWaiting <= test.bufferCapacity + 1e-9)
    }
  }

  /// Exact share lost of one server with gamma distributed work.
  ///
  /// It follows from the states that departures leave (D. Gross and C. M. Harris, Fundamentals of
  /// Queueing Theory, 1998, section 5.1.8).
  private func exactLoss(_ load: Double, _ places: Int, _ variability: Double) -> Double {
    // Arrivals during one piece of work are negative binomial.
    let (shape, stay) = (1 / variability, 1 / (1 + load * variability))
    var arrivals = [pow(stay, shape)]
    for count in 1...places + 1 {
      arrivals.append(
        arrivals[count - 1] * (Double(count - 1) + shape) / Double(count) * (1 - stay))
    }
    var states = [1.0]
    for next in 0..<places {
      let reached = states.enumerated().reduce(arrivals[next]) { sum, state in
        state.offset == 0 ? sum : sum + state.element * arrivals[next + 1 - state.offset]
      }
      states.append((states[next] - reached) / arrivals[0])
    }
    let empty = 1 / states.reduce(0, +)
    return 1 - 1 / (empty + load)
  }

  @Test(arguments: [2.0, 6, 10], [0.6, 0.8, 0.95])
  func `variable work loses what it loses, or somewhat more`(_ variability: Double, _ load: Double)
  {
    for places in [5, 10, 40] {
      let exact = exactLoss(load, places, variability)
      guard exact > 1e-4 else { continue }
      let queue = BoundedQueue(
        arrivals: load, service: 1, servers: 1, bufferCapacity: Double(places),
        variability: variability)
      #expect(queue.loss > 0.95 * exact && queue.loss < 1.8 * exact, "\(places): \(exact)")
    }
    // What is exponential is exact.
    let queue = BoundedQueue(arrivals: load, service: 1, servers: 1, bufferCapacity: 10)
    #expect(abs(queue.loss / exactLoss(load, 10, 1) - 1) < 1e-6)
  }

  @Test func `an endless bufferCapacity loses nothing and waits as M/M/c does`() {
    for test in Self.cases where test.arrivals * test.service < 0.95 * test.servers {
      let bounded = BoundedQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers,
        bufferCapacity: 50_000,
        variability: test.variability)
      let endless = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers,
        variability: test.variability)
      #expect(bounded.loss < 1e-12)
      #expect(abs(bounded.meanWait - endless.meanWait) <= 1e-6 * endless.meanWait + 1e-12)
    }
  }

  @Test func `other units change nothing`() {
    for test in Self.cases where test.arrivals * test.service < test.servers {
      let seconds = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers)
      let hours = MultiServerQueue(
        arrivals: test.arrivals * 3600, service: test.service / 3600, servers: test.servers)
      expect(hours.utilisation, is: seconds.utilisation, within: 1e-9)
      expect(
        hours.responsePercentile(0.99) * 3600, is: seconds.responsePercentile(0.99), within: 1e-7)
    }
  }

  @Test func `more servers never lower the capacity or lengthen the wait`() {
    let alone = Scalability()
    for test in Self.cases where test.arrivals * test.service < test.servers {
      #expect(alone.capacity(test.servers + 1) > alone.capacity(test.servers))
      let few = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers)
      let more = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers + 1)
      #expect(more.meanWait <= few.meanWait)
    }
  }

  @Test func `percentiles by transform are those of the closed form`() {
    for test in Self.cases.prefix(60) where test.arrivals * test.service < 0.98 * test.servers {
      let queue = MultiServerQueue(
        arrivals: test.arrivals, service: test.service, servers: test.servers)
      let wait = queue.waitProbability
      let variance =
        2 * wait * queue.delay * queue.delay - queue.meanWait * queue.meanWait
        + test.service * test.service
      let percentile = Transform.percentile(0.99, mean: queue.meanResponse, variance: variance) {
        let waited = Transform.repeated(wait, Transform.exponential(mean: queue.delay, $0))
        return waited * Transform.exponential(mean: test.service, $0)
      }
      expect(percentile, is: queue.responsePercentile(0.99), within: 1e-5)
    }
  }
}
