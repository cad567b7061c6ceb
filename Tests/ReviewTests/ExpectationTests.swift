import Review
import TestSupport
import Testing

/// What a description expects of its system, held against the model.
@Suite struct ExpectationTests {
  private static let shop = """
    system: Shop
    expect: { carries: 1.5x }
    journeys:
      look: { from: user, calls: api, peak: 100/s, expect: { p99: 1s } }
      buy: { from: user, calls: api.pay, peak: 400/s, expect: { survives: [replica, b] } }
    components:
      user: { kind: client }
      api:
        kind: service
        replicas: 10
        zones: [a, b]
        concurrency: 10
        takes: 100ms
        operations: { pay: { takes: 100ms } }
    scenarios:
      sale:
        set: { journeys.buy.peak: 1200/s }
        expect: { carries: 1x, survives: api }

    """

  private func judged(
    _ description: String = shop, _ limit: Double? = nil
  ) -> (failures: [String], passes: [String], messages: [String], lines: [Int]) {
    var gates = Gates()
    gates[.failOn] = Gate.severity(nil)
    gates[.expectations] = limit
    var review = review(description)
    let failures = gates.judge(&review)
    let findings = review.findings.filter { $0.rule == "capacity/expectation-not-met" }
      .sorted { $0.place.start.line < $1.place.start.line }
    return (
      failures, review.gates.filter(\.isPassed).compactMap(\.words), findings.map(\.message),
      findings.map(\.place.start.line)
    )
  }

  @Test func `what is not met is found where it is written`() {
    let shop = judged()
    #expect(
      shop.messages == [
        "in scenario sale, Shop is expected to handle 1x its peak; it handles 0.76x: api "
          + "(servers) saturates first",
        "in scenario sale, Shop is expected to survive the loss of api; losing api: look is "
          + "served 0 %",
      ])
    #expect(shop.lines == [18, 18])
    #expect(
      shop.failures == [
        "--expectations required: 4 of 6 expectations met; sale carries of Shop is not met; "
          + "1 more"
      ])
  }

  @Test func `the gate can be switched off, and counts what is met`() {
    #expect(judged(Self.shop, 1).failures == [])
    let met = Self.shop.replacing("carries: 1x, survives: api", with: "carries: 0.5x")
    #expect(judged(met).failures == [])
    #expect(judged(met).passes == ["5 of 5 expectations met"])
    #expect(judged("components: { api: { kind: service } }\n").passes == [])
  }

  @Test func `what nobody knows is not met`() {
    let silent = Self.shop.replacing("    replicas: 10\n", with: "")
    #expect(judged(silent).messages.first?.contains("judged without replicas of api") == true)
    #expect(judged(silent).failures.first?.contains("0 of 6 expectations met") == true)
    let none = "expect: { p99: 1s }\ncomponents: { api: { kind: service } }\n"
    #expect(judged(none).failures.count == 1)
  }

  @Test func `a bound that is too low is no question`() {
    let open = Self.shop.replacing("carries: 1.5x", with: "carries: 9x")
      .replacing("{ pay: { takes: 100ms } }", with: "{ pay: { takes: 100ms, calls: bank } }")
      .replacing("scenarios:", with: "  bank: { kind: external }\nscenarios:")
    #expect(judged(open).messages.first?.contains("handles at most 2x") == true)
  }

  @Test func `a loss that nothing can have is a mistake`() {
    let review = review(Self.shop.replacing("[replica, b]", with: "[replica, c]"))
    #expect(review.problems.map(\.code) == ["unknown-loss"])
  }

  @Test func `an accepted finding lets the expectation pass`() {
    let accepted = Self.shop.replacing(
      "expect: { carries: 1x, survives: api }",
      with: "expect: { carries: 1x }"
        + "   # tenfold: accept capacity/expectation-not-met: shed at the edge")
    #expect(judged(accepted).failures == [])
  }
}
