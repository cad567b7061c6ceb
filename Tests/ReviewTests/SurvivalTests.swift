import Review
import TestSupport
import Testing

/// The gate on what a system survives.
@Suite struct SurvivalTests {
  private static let shop = """
    system: s
    journeys:
      look: { from: user, calls: api, rate: 10/s, peak: 50/s }
      buy: { from: user, calls: api.pay, critical: true, rate: 50/s, peak: 450/s }
    components:
      user: { kind: client }
      api:
        kind: service
        replicas: 6
        zones: [a, b, c]
        concurrency: 10
        takes: 100ms
        operations: { pay: { calls: { to: bank, timeout: 1s } } }
      bank: { kind: external, limit: 2k/s }

    """

  private func failures(
    _ kinds: Double, at multiple: Double? = nil, _ description: String = shop
  ) -> [String] {
    var gates = Gates()
    gates[.failOn] = Gate.severity(nil)
    gates[.survive] = kinds
    gates[.surviveAt] = multiple
    var review = review(description)
    return gates.judge(&review)
  }

  @Test func `it names loss, journey and the share served`() {
    #expect(
      failures(2) == [
        "--survive zone: losing zone a: buy is served 80 % (api, servers); losing zone b: buy is "
          + "served 80 % (api, servers); losing zone c: buy is served 80 % (api, servers); losing "
          + "zone a: look is served 80 % (api, servers); losing zone b: look is served 80 % (api, "
          + "servers); 1 more"
      ])
    // Calls that pay hold a thread for a second: 500 are asked for, 60 are there.
    #expect(
      failures(8) == [
        "--survive dependency: losing bank: buy is served 0 %; losing bank: look is served 12 % "
          + "(api, servers)"
      ])
    #expect(failures(1) == [] && failures(4) == [])
  }

  @Test func `it looks at the load that is asked for`() {
    #expect(failures(2, at: 0.5) == [])
    #expect(
      failures(1, at: 1.1)
        == [
          "--survive replica: losing a replica of api: buy is served 90 % (api, servers); "
            + "losing a replica of api: look is served 90 % (api, servers)"
        ])
  }

  @Test func `what cannot be judged does not pass`() {
    let silent = Self.shop.replacing("    replicas: 6\n    zones: [a, b, c]\n", with: "")
    #expect(
      failures(3, silent)
        == ["--survive replica,zone: cannot be judged without replicas of api, zones of api"])
    let unrated = Self.shop.replacing(", rate: 50/s, peak: 450/s", with: "")
    #expect(failures(1, unrated).first?.contains("without rate of journey buy") == true)
  }

  @Test func `fewer losses are looser`() {
    var (now, before) = (Gates(), Gates())
    (now[.survive], before[.survive]) = (2, 3)
    #expect(now.loosenings(since: before).map(\.words) == ["is zone, and was replica,zone"])
    #expect(before.loosenings(since: now).isEmpty)
  }
}
