import Growth
import Testing

/// Answers of models that look at what is the same once.
@Suite struct SharedWorkTests {
  private func loop(_ callers: [RetryLoop.Caller]) -> RetryLoop {
    RetryLoop(servers: 10, service: 0.1, callers: callers)
  }

  @Test func `callers that wait alike are as one`() {
    let one = loop([.init(rate: 60, attempts: 3, timeout: 1)])
    let many = loop(Array(repeating: .init(rate: 0.06, attempts: 3, timeout: 1), count: 1000))
    #expect(abs(many.fold / one.fold - 1) < 1e-9)
    for multiple in [0.1, 1, one.fold * 0.999] {
      let (few, all) = (one.amplification(at: multiple), many.amplification(at: multiple))
      #expect(few != nil && abs((all ?? 0) / (few ?? 1) - 1) < 1e-8)
    }
    #expect(one.amplification(at: one.fold * 1.001) == nil)
  }

  @Test func `timeouts that hardly differ are hardly told apart`() {
    let exact = loop([.init(rate: 60, attempts: 3, timeout: 1)])
    let spread = loop(
      (0..<300).map { .init(rate: 0.2, attempts: 3, timeout: 0.99 + Double($0) * 0.02 / 300) })
    #expect(abs(spread.fold / exact.fold - 1) < 1e-3)
  }

  @Test func `a healthy state is a fixed point, reached from below`() throws {
    let loop = loop([
      .init(rate: 40, attempts: 3, timeout: 0.4), .init(rate: 20, attempts: 5, timeout: 1),
    ])
    var last = 1.0
    for share in [0.2, 0.5, 0.9, 0.99, 0.9999, 0.999999] {
      let amplification = try #require(loop.amplification(at: loop.fold * share))
      #expect(amplification >= last)
      last = amplification
    }
  }

  @Test func `many users of several kinds share stations as their numbers say`() throws {
    let station = ClosedNetwork.Station(servers: 3, demands: [0.1, 0.1])
    let both = try #require(
      ClosedNetwork(
        [.init(users: 20, delay: 1), .init(users: 30, delay: 1)], [station]))
    let one = try #require(
      ClosedNetwork(
        [.init(users: 50, delay: 1)], [.init(servers: 3, demands: [0.1])]))
    #expect(abs(both.throughput[0] / (one.throughput[0] * 0.4) - 1) < 1e-9)
    #expect(abs(both.throughput.reduce(0, +) / one.throughput[0] - 1) < 1e-9)
  }
}
