import Foundation
import Growth
import Testing

/// The solver of waiting times alone, on systems that others have published.
@Suite struct WaitSolverTests {
  /// One station under one kind of request.
  func station(
    rate: Double, mean: Double, servers: Double, buffer: Double? = nil, variability: Double = 1
  ) -> Waits {
    WaitSolver(
      WaitProblem(
        [.init(servers: servers, bufferCapacity: buffer)],
        [.init(at: 0, mean: mean, variability: variability, arrivals: rate)])
    ).solved
  }

  func expect(_ value: Double?, _ expected: Double, within share: Double = 1e-6) throws {
    let value = try #require(value)
    #expect(abs(value - expected) <= share * expected, "\(value) is not \(expected)")
  }

  @Test func `one server has the waits of Bronson's problem 23.16`() throws {
    let waits = station(rate: 1 / 60.0, mean: 45, servers: 1)
    try expect(waits.meanWait(at: 0), 135)
    let response = waits.response(of: [(node: 0, uses: 1)])
    try expect(response.mean, 180)
    try expect(response.percentile(0.99), 180 * log(100))
  }

  @Test func `four servers at 99 % have the response of PDQ's spam farm`() throws {
    let waits = station(rate: 0.66, mean: 6, servers: 4)
    try expect(waits.response(of: [(node: 0, uses: 1)]).mean, 152.685776)
    #expect(waits.response(of: [(node: 0, uses: 1)]).isBounded)
  }

  @Test func `a full buffer turns away what the equations of birth and death say`() throws {
    let waits = station(rate: 3, mean: 0.5, servers: 2, buffer: 3)
    try expect(1 - waits.acceptedFraction(at: 0), 0.085113, within: 1e-5)
    try expect(waits.meanWait(at: 0), 0.230857, within: 1e-5)
  }

  @Test func `constant work waits half as long as exponential work`() throws {
    try expect(station(rate: 8, mean: 0.1, servers: 1).meanWait(at: 0), 0.4)
    try expect(station(rate: 8, mean: 0.1, servers: 1, variability: 0).meanWait(at: 0), 0.2)
  }

  @Test func `a queue that takes more than it serves has no end`() {
    let waits = station(rate: 11, mean: 0.1, servers: 1)
    #expect(waits.meanWait(at: 0) == nil)
    #expect(waits.response(of: [(node: 0, uses: 1)]).isEndless)
  }

  /// Each station waits as if it were alone (Bolch et al., example 7.4; visits 5, 2.5, 2.5 and 1).
  @Test func `an open network has the responses of Jackson's theorem`() throws {
    let (rates, means) = ([20.0, 10, 10, 4], [0.04, 0.03, 0.06, 0.05])
    let visits = (1...4).map { (node: $0, uses: rates[$0 - 1] / 4) }
    let waits = WaitSolver(
      WaitProblem(
        [.init(servers: nil)] + means.map { _ in .init(servers: 1) },
        [.init(at: 0, mean: 0, arrivals: 4, calls: visits)]
          + means.indices.map { .init(at: $0 + 1, mean: means[$0], arrivals: rates[$0]) })
    ).solved
    for (node, expected) in zip(1...4, [0.2, 0.3 / 7, 0.15, 0.0625]) {
      try expect(waits.response(of: [(node: node, uses: 1)]).mean, expected)
    }
    try expect(waits.response(of: [(node: 0, uses: 1)]).mean, (4 + 3 / 7.0 + 1.5 + 0.25) / 4)
  }

  /// Ten threads, held while one of six servers behind them is waited for: 0.22751 s by the exact
  /// Markov chain, of which the solver is 5 % above.
  @Test func `threads held by calls come near the response of the exact chain`() throws {
    let waits = WaitSolver(
      WaitProblem(
        [.init(servers: 10), .init(servers: 6)],
        [
          .init(at: 0, mean: 0.05, arrivals: 50, calls: [(node: 1, uses: 1)]),
          .init(at: 1, mean: 0.1, arrivals: 50),
        ])
    ).solved
    try expect(waits.response(of: [(node: 0, uses: 1)]).mean, 0.22751, within: 0.06)
  }

  /// Two servers of a caller are held while one server behind them is waited for: no more than two
  /// can wait there, so that it is less than with callers without end.
  @Test func `callers with few servers wait less for what they call`() throws {
    func wait(_ servers: Double?) throws -> Double {
      let waits = WaitSolver(
        WaitProblem(
          [.init(servers: servers), .init(servers: 1)],
          [
            .init(at: 0, mean: 0.05, arrivals: 6, calls: [(node: 1, uses: 1)]),
            .init(at: 1, mean: 0.1, arrivals: 6),
          ])
      ).solved
      return try #require(waits.meanWait(at: 1))
    }
    try expect(wait(nil), 0.15)
    #expect(try wait(2) < 0.1)
  }
}
