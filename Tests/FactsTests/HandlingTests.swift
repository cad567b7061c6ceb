import Facts
import Testing
import TestSupport

/// What a component does for a message, apart from what its operations do for their callers.
@Suite struct HandlingTests {
  /// A service that others read from, and that keeps its data by messages.
  private func system(_ operation: String, calls: String = "profiles.get") -> String {
    """
    journeys:
      look: { from: u, calls: \(calls), rate: 100/s }
      change: { from: u, calls: accounts, rate: 1/s }
    components:
      u: { kind: client }
      accounts: { kind: service, publishes: changed }
      changed: { kind: stream }
      profiles:
        kind: service
        replicas: 1
        concurrency: 4
        takes: 10ms
        consumes: { from: changed, takes: 5ms }
        reads: flags
        writes: profiles-db
        calls: index
        publishes: seen
        operations: { get: \(operation) }
      seen: { kind: topic }
      index: { kind: service }
      flags: { kind: cache }
      profiles-db: { kind: database }
    """
  }

  private func peaks(_ text: String) throws -> [String: Double?] {
    let rows = try rows(try facts(text), "SELECT name, peak_per_s FROM component")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0].words, $0[1].number) })
  }

  @Test func `an operation that says what it does makes nothing of what messages do`() throws {
    let peaks = try peaks(system("{ reads: profiles-db }"))
    #expect(peaks["profiles"] == 101)
    #expect(peaks["profiles-db"] == 101)
    #expect(peaks["index"] == 1)
    #expect(peaks["seen"] == 1)
    // What is read beside the operations is read by all.
    #expect(peaks["flags"] == 101)
  }

  @Test(arguments: [("{ takes: 9ms }", "profiles.get"), ("{ reads: profiles-db }", "profiles")])
  func `who does not say what is asked for gets all of it`(
    _ operation: String, _ calls: String
  ) throws {
    let peaks = try peaks(system(operation, calls: calls))
    for name in ["profiles", "profiles-db", "index", "seen", "flags"] {
      #expect(peaks[name] == 101)
    }
  }

  @Test func `journeys reach what is made for messages through their channel alone`() throws {
    let reached = """
      SELECT j.name || ' ' || t.name FROM journey_relation jr
      JOIN journey j ON j.id = jr.journey JOIN relation r ON r.id = jr.relation
      JOIN component t ON t.id = r.target WHERE r.for_messages ORDER BY 1
      """
    let base = try facts(system("{ reads: profiles-db }"))
    #expect(
      try rows(base, reached) == [
        [.text("change index")], [.text("change profiles-db")], [.text("change seen")],
      ])
  }

  @Test func `servers are held by both`() throws {
    let base = try facts(system("{ reads: profiles-db }"))
    // 100 x 10 ms of requests and 1 x 5 ms of messages, of 4 servers.
    let rows = try rows(base, "SELECT utilisation_ratio FROM component WHERE name = 'profiles'")
    #expect(abs((rows[0][0].number ?? 0) - 1.005 / 4) < 1e-9)
  }
}
