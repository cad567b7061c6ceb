import Growth
import Testing

/// Models under numbers that nobody has, and at the seams of their methods.
@Suite struct LargeNumberTests {
  /// The recursion of Cooper (1981) upwards, as it stands in the books.
  private func recursion(_ load: Double, _ servers: Int) -> Double {
    (1...servers).reduce(1) { 1 + Double($1) / load * $0 }
  }

  @Test(arguments: [0.5, 0.9, 0.99, 0.999, 1, 1.001, 1.02, 1.5, 20])
  func `Erlang's loss as an integral is that of the recursion`(_ utilisation: Double) {
    for servers in [9_999, 10_000, 10_001, 12_345, 100_000] {
      let load = Double(servers) * utilisation
      let inverse = Erlang.inverseLoss(load: load, servers: Double(servers))
      guard inverse.isFinite else { continue }
      #expect(abs(inverse / recursion(load, servers) - 1) < 1e-10, "\(servers)")
    }
  }

  @Test(arguments: [1e5, 1e9, 1e12, 1e16, 1e18, 1e30])
  func `as many servers as load wait as heavy traffic says`(_ servers: Double) {
    // B x sqrt(c) goes to phi(0)/Phi(0) = sqrt(2/pi) (A. A. Jagers and E. A. van Doorn, 1986).
    let scaled = Erlang.loss(load: servers, servers: servers) * servers.squareRoot()
    #expect(abs(scaled / (2 / Double.pi).squareRoot() - 1) < 1 / servers.squareRoot())
    // Halfin and Whitt (1981): with c = a + sqrt(a), a share of 0.22336 waits.
    let wait = Erlang.wait(load: servers - servers.squareRoot(), servers: servers)
    #expect(abs(wait - 0.22336) < 0.01)
  }

  @Test func `numbers that are none end no model`() {
    let odd = [0, -1, 1e-300, 1e300, Double.infinity, -.infinity, .nan]
    for load in odd {
      for servers in odd {
        _ = Erlang.wait(load: load, servers: servers)
        for bufferCapacity in odd {
          let queue = BoundedQueue(
            arrivals: load, service: 1, servers: servers, bufferCapacity: bufferCapacity,
            variability: 1)
          #expect(!queue.loss.isNaN && !queue.meanWaiting.isNaN)
        }
      }
      let tail = Gamma.tail(load, mean: 1, shape: 2000)
      #expect((0...1).contains(tail) || load.isNaN)
    }
  }

  @Test(arguments: [0.2, 0.9, 0.999, 1, 1.0001, 1.1, 5], [0, 1, 2, 7, 100, 300])
  func `a bounded bufferCapacity is what its states add up to`(
    _ ratio: Double, _ bufferCapacity: Int
  ) {
    let queue = BoundedQueue(
      arrivals: ratio * 3, service: 1, servers: 3, bufferCapacity: Double(bufferCapacity),
      variability: 1)
    let load = ratio * 3
    var weights = [1, load, load * load / 2]
    for _ in 0...bufferCapacity { weights.append((weights.last ?? 0) * ratio) }
    let total = weights.reduce(0, +)
    let waiting = weights.enumerated().reduce(0) { $0 + max(0, Double($1.offset) - 3) * $1.element }
    #expect(abs(queue.loss * total / weights[bufferCapacity + 3] - 1) < 1e-9)
    #expect(abs(queue.meanWaiting * total - waiting) <= 1e-9 * waiting)
  }

  @Test func `a bufferCapacity of any size at its capacity is half full`() {
    for bufferCapacity in [1e6, 1e9, 1e14] {
      let queue = BoundedQueue(
        arrivals: 1, service: 1, servers: 1, bufferCapacity: bufferCapacity, variability: 1)
      #expect(abs(queue.loss * (bufferCapacity + 2) - 1) < 1e-9)
      #expect(abs(queue.meanWaiting / (bufferCapacity / 2) - 1) < 1e-5)
    }
  }

  @Test(arguments: [0.9, 0.97, 1, 1.02, 1.1])
  func `gamma tails go on where the method changes`(_ time: Double) {
    let (below, above) = (
      Gamma.tail(time, mean: 1, shape: 1000 * (1 - 1e-12)), Gamma.tail(time, mean: 1, shape: 1000)
    )
    #expect(abs(below - above) <= 1e-9 * max(below, 1e-12))
  }
}
