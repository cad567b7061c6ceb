import Foundation
import Growth
import Testing

/// A number is what its source says, within a relative difference.
func expect(
  _ value: Double, is published: Double, within tolerance: Double = 1e-6,
  _ location: SourceLocation = #_sourceLocation
) {
  let difference = abs(value - published)
  #expect(
    difference <= tolerance * abs(published), "\(value) is not \(published)",
    sourceLocation: location)
}

/// The formulas against numbers that others have published.
@Suite struct ModelTests {
  @Test func `Erlang's formulas are those of published tables`() {
    // Unit tests of the Python package `erlang`; traffic tables of TETRA channel planning.
    #expect(abs(Erlang.loss(load: 123, servers: 132) - 0.0312) < 5e-5)
    #expect(abs(Erlang.wait(load: 123, servers: 132) - 0.3211) < 5e-5)
    #expect(abs(Erlang.wait(load: 12345, servers: 12421) - 0.3812) < 5e-5)
    #expect(Erlang.wait(load: 1000, servers: 900) == 1)
    #expect(abs(Erlang.wait(load: 3.87, servers: 8) - 0.05) < 5e-4)
    #expect(abs(Erlang.wait(load: 4.08, servers: 10) - 0.01) < 5e-4)
    // Example 10.12 of S. Rios Insua et al. 2004, as computed by the R package queueing 0.2.12.
    expect(Erlang.loss(load: 12, servers: 15), is: 0.08572925)
  }

  @Test func `one server is what the textbooks say`() {
    // R. Bronson, Operations Research (Schaum 1982), problems 23.3 and 23.16.
    let clerk = MultiServerQueue(arrivals: 24, service: 1.0 / 30, servers: 1)
    expect(clerk.meanWaiting + clerk.load, is: 4)
    expect(clerk.meanResponse, is: 1.0 / 6)
    expect(1 - clerk.utilisation, is: 0.2)
    let station = MultiServerQueue(arrivals: 1, service: 0.75, servers: 1)
    expect(station.meanWaiting, is: 2.25)
    expect(station.meanWait, is: 2.25)
    // W. D. Kelton et al., Simio and Simulation, problem 2.6.1.
    let single = MultiServerQueue(arrivals: 0.8, service: 1, servers: 1)
    expect(single.meanWait, is: 4)
    expect(single.meanResponse, is: 5)
    // The grocery of N. J. Gunther, Analyzing Computer System Performance with Perl::PDQ.
    expect(MultiServerQueue(arrivals: 75, service: 0.01, servers: 1).meanResponse, is: 0.04)
  }

  @Test func `several servers are what the textbooks say`() {
    // Bronson, problem 24.6; D. Gross and C. M. Harris, example 4.1.
    let three = MultiServerQueue(arrivals: 300, service: 1 / 182.5, servers: 3)
    expect(three.meanWaiting, is: 0.352, within: 2e-3)
    expect(three.meanWait, is: 0.001175, within: 1e-3)
    let four = MultiServerQueue(arrivals: 40.0 / 60, service: 4, servers: 4)
    expect(four.meanWait, is: 1.14, within: 5e-3)
    // Gunther's spam farm, near saturation, by PDQ 7.0.
    let farm = MultiServerQueue(arrivals: 0.66, service: 6, servers: 4)
    expect(farm.meanWaiting + farm.load, is: 100.772612)
    expect(farm.meanResponse, is: 152.685776)
    // F. S. Hillier and G. J. Lieberman, County Hospital with two doctors.
    let doctors = MultiServerQueue(arrivals: 2, service: 1.0 / 3, servers: 2)
    #expect(abs(doctors.meanWaiting - 0.0833) < 6e-4)
    #expect(abs(doctors.waitProbability - 0.167) < 6e-4)
    #expect(abs(doctors.waitTail(0.5) - 0.022) < 6e-4)
    #expect(abs(doctors.waitTail(1) - 0.003) < 6e-4)
  }

  @Test func `percentiles of one and of five servers`() {
    // LINE 3.0.8, getPerctRespT.
    let single = MultiServerQueue(arrivals: 0.8, service: 1, servers: 1)
    expect(single.responsePercentile(0.5), is: 3.465735903)
    expect(single.responsePercentile(0.95), is: 14.97866137)
    expect(single.responsePercentile(0.99), is: 23.02585093)
    // The exact sojourn of M/M/5, checked by simulations in SimPy and Ciw.
    let five = MultiServerQueue(arrivals: 4, service: 1, servers: 5)
    expect(five.responsePercentile(0.95), is: 4.197, within: 5e-4)
    expect(five.responsePercentile(0.99), is: 6.080, within: 5e-4)
    expect(five.waitTail(five.waitPercentile(0.9)), is: 0.1)
    #expect(five.waitPercentile(0.2) == 0)
  }

  @Test func `variability scales the wait`() {
    // Kelton, problems 2.6.2 and 2.6.3: uniform from 0.1 to 1.9, triangular (0.1, 1, 1.9).
    let uniform = MultiServerQueue(arrivals: 0.8, service: 1, servers: 1, variability: 0.27)
    expect(uniform.meanWait, is: 2.54)
    let triangular = MultiServerQueue(arrivals: 0.8, service: 1, servers: 1, variability: 0.135)
    expect(triangular.meanWait, is: 2.27)
    expect(triangular.meanResponse, is: 3.27)
  }

  @Test func `bounded rooms lose what the textbooks say`() {
    // Tests of the Octave package queueing 1.2.7, function qsmmmk.
    let two = BoundedQueue(arrivals: 3, service: 0.5, servers: 2, bufferCapacity: 3)
    #expect(abs(two.loss - 0.085113) < 6e-6)
    #expect(abs(two.meanWaiting + two.throughput * 0.5 - 2.00595) < 6e-6)
    #expect(abs(two.meanWait - 0.230857) < 6e-6)
    expect(
      BoundedQueue(arrivals: 40, service: 1.0 / 30, servers: 3, bufferCapacity: 4).meanResponse,
      is: 0.036517, within: 2e-5)
    expect(
      BoundedQueue(arrivals: 50, service: 0.1, servers: 4, bufferCapacity: 2).loss, is: 0.293543,
      within: 2e-6)
    // Rios Insua et al. 2004, example 10.11, by the R package queueing.
    let five = BoundedQueue(arrivals: 8, service: 0.25, servers: 5, bufferCapacity: 7)
    expect(five.loss, is: 5.869125e-05, within: 2e-6)
    expect(five.meanResponse, is: 0.2549332, within: 2e-6)
    expect(five.throughput, is: 7.99953, within: 2e-6)
    // Without a waiting room it is Erlang's loss system.
    expect(
      BoundedQueue(arrivals: 3, service: 4, servers: 15, bufferCapacity: 0).loss,
      is: Erlang.loss(load: 12, servers: 15))
  }

  @Test func `queues overflow and drain in the time that first passages and fluids give`() {
    expect(meanTimeToOverflow(arrivals: 12, capacity: 10, bound: 1000), is: 497.5, within: 1e-6)
    expect(meanTimeToOverflow(arrivals: 9, capacity: 10, bound: 50), is: 1880, within: 2e-3)
    let backlog = Backlog(peak: 30, mean: 5, capacity: 10, duration: 60, bound: 10_000)
    #expect(backlog.growth == 20 && backlog.length == 1200)
    #expect(backlog.timeToDrain == 240)
    // The last message that arrives in the peak waits for 1200 others.
    #expect(backlog.oldest == 120)
    #expect(Backlog(peak: 30, mean: 11, capacity: 10, duration: 60).timeToDrain == nil)
    #expect(Backlog(peak: 9, mean: 5, capacity: 10, duration: 60).timeToOverflow == nil)
  }

  @Test func `contention and coherence bend the curve as Gunther's law says`() {
    // The R package usl 3.0.3, SPEC SDM91 on a SPARCcenter 2000.
    let law = Scalability(contention: 0.02772844998928998, coherence: 0.00010436548655297793)
    for (replicas, published) in zip(
      [1.0, 18, 36, 72, 108, 144, 216], [90.0, 1078, 1541, 1850, 1879, 1822, 1646])
    {
      #expect(abs(89.99519019251309 * law.capacity(replicas) - published) < 0.6)
    }
    expect(law.peak, is: 96.52, within: 1e-3)
    let better = Scalability(contention: law.contention, coherence: 5e-5)
    expect(better.peak, is: 139.4, within: 5e-4)
    expect(89.99519019251309 * better.capacity(better.peak), is: 2162, within: 5e-4)
  }

  @Test func `the slowest of many is what The Tail at Scale says`() {
    #expect(abs(Slowest.chance(0.01, of: 100) - 0.63) < 0.005)
    #expect(abs(Slowest.chance(0.0001, of: 2000) - 0.18) < 0.005)
    #expect(abs(1 - Slowest.chance(0.05, of: 40) - 0.13) < 0.005)
    // The mean of the longest of ten exponential times is the tenth harmonic number.
    let ten = Slowest.of(Array(repeating: (1, 1), count: 10))
    expect(ten.mean, is: 2.928968, within: 1e-4)
    expect(ten.variance, is: 1.549768, within: 1e-3)
  }

  @Test func `availability multiplies`() {
    // AWS Well-Architected, Reliability Pillar; SAA Study Guide, chapter 9.
    expect(Availability.ofAll([0.9999, 0.9999, 0.9999]), is: 0.9997, within: 1e-6)
    expect(Availability.ofAny([0.999, 0.999]), is: 0.999999, within: 1e-12)
    let site = Availability.ofAll([Availability.ofAny([0.99, 0.99]), 0.99])
    #expect(abs(site - 0.9899) < 1e-5)
  }

  @Test func `transforms give the percentiles of sums`() {
    let single = MultiServerQueue(arrivals: 0.8, service: 1, servers: 1)
    func sojourn(_ s: Complex) -> Complex { Transform.exponential(mean: 5, s) }
    for share in [0.5, 0.95, 0.99] {
      let percentile = Transform.percentile(share, mean: 5, variance: 25, of: sojourn)
      expect(percentile, is: single.responsePercentile(share), within: 1e-6)
    }
    // Three equal exponential times form an Erlang, which is a gamma of shape 3.
    let sum = Transform.percentile(0.99, mean: 3, variance: 3) {
      Transform.repeated(3, Transform.exponential(mean: 1, $0))
    }
    expect(sum, is: Gamma.percentile(0.99, mean: 3, shape: 3), within: 1e-6)
    // A constant second before an exponential tenth, and a narrow gamma.
    let late = Transform.percentile(0.99, mean: 1.1, variance: 0.01, least: 1) {
      Transform.exponential(mean: 0.1, $0)
    }
    expect(late, is: 1 + 0.1 * log(100), within: 1e-6)
    let narrow = Transform.percentile(0.99, mean: 1, variance: 0.002) {
      Transform.gamma(mean: 1, variability: 0.002, $0)
    }
    expect(narrow, is: Gamma.percentile(0.99, mean: 1, shape: 500), within: 1e-5)
    // Half the requests are answered at once.
    let half = Transform.percentile(0.75, mean: 0.5, variance: 0.75) {
      Transform.repeated(0.5, Transform.exponential(mean: 1, $0))
    }
    expect(half, is: log(2), within: 1e-6)
  }

  @Test func `a mean and a 99th percentile tell the variability`() throws {
    expect(try #require(Gamma.variability(mean: 1, p99: log(100))), is: 1)
    for variability in [0.05, 0.3, 2, 6, 15] {
      let p99 = Gamma.percentile(0.99, mean: 0.03, shape: 1 / variability)
      expect(try #require(Gamma.variability(mean: 0.03, p99: p99)), is: variability, within: 1e-4)
    }
    #expect(Gamma.variability(mean: 1, p99: 0.9) == nil)
    #expect(Gamma.variability(mean: 1, p99: 1000) == nil)
  }

  @Test func `attempts feed on themselves up to a fold, and never without retries`() {
    func loop(attempts: Double, rate: Double, variability: Double = 1) -> RetryLoop {
      RetryLoop(
        servers: 1, service: 0.1, variability: variability,
        callers: [.init(rate: rate, attempts: attempts, timeout: 1)])
    }
    let three = loop(attempts: 3, rate: 1)
    #expect(abs(three.fold - 6.94658) < 1e-4)
    // From below there is a healthy state up to the fold, and none beyond.
    #expect(three.amplification(at: 6.9) ?? 0 > 1 && three.amplification(at: 7) == nil)
    #expect(abs(loop(attempts: 1, rate: 1).fold - 10) < 0.01)
    // Constant work is late less often.
    #expect(loop(attempts: 3, rate: 1, variability: 0.0).fold > three.fold)
    var last = Double.infinity
    for attempts in [1.0, 2, 3, 5, 10] {
      let fold = loop(attempts: attempts, rate: 1).fold
      #expect(fold <= last + 1e-9 && fold >= 9.99 / attempts)
      last = fold
    }
  }
}
