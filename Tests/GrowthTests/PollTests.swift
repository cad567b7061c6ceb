import Facts
import Testing
import TestSupport

/// A fleet that polls: `users` and `every`, whose rate is one over the other.
@Suite struct PollTests {
  private static func fleet(_ journey: String) -> String {
    """
    journeys:
      poll: { from: device, calls: api, \(journey) }
    components:
      device: { kind: client }
      api: { kind: service, replicas: 4, concurrency: 10, takes: 10ms }
    """
  }

  @Test func `a fleet loads as much as a rate of its users over its period`() throws {
    let fleet = try facts(Self.fleet("users: 90k, every: 30s"))
    let rated = try facts(Self.fleet("rate: 3k/s"))
    for query in ["rate_per_s", "peak_per_s", "utilisation_ratio", "headroom"] {
      let sql = "SELECT \(query) FROM component WHERE name = 'api'"
      #expect(try rows(fleet, sql) == rows(rated, sql), "\(query)")
    }
  }

  @Test func `the peak of a fleet that comes back at once is a multiple of its rate`() throws {
    let fleet = try facts(Self.fleet("users: 90k, every: 30s, peak: 5x"))
    let peak = try rows(fleet, "SELECT rate_per_s, peak_per_s FROM journey")
    #expect(peak == [[.real(3000), .real(15_000)]])
  }

  @Test(arguments: [
    ("every: 30s", "nothing says how many they are"),
    ("every: 30s, users: 9, rate: 2/s", "so does `rate`"),
    ("every: 30s, users: 9, think: 2s", "so does `think`"),
  ])
  func `what does not go with a period is said`(_ journey: String, _ part: String) {
    let problems = reading(Self.fleet(journey)).problems
    #expect(problems.map(\.code) == ["contradiction"])
    #expect(problems.allSatisfy { $0.message.contains(part) })
  }
}
