import Description
import Review
import TestSupport
import Testing

/// Values that a description leaves open, and the least that a plan finds for them.
@Suite struct OpenValueTests {
  private func text(_ api: String, _ more: String = "") -> String {
    """
    system: Shop
    \(more)
    journeys: { buy: { calls: api, peak: 100/s } }
    components:
      api: { kind: service, takes: 100ms, \(api), writes: orders-db }
      orders-db: { kind: database, write-capacity: 5k/s, max-connections: 5000 }

    """
  }

  private func plan(_ text: String, target: Double? = 10) -> Plan? {
    var goal = PlanGoal()
    goal.target = target
    return Plan(goal) { whatIf, texts in
      var settings = ReviewSettings()
      settings.whatIf = whatIf
      return review(texts.values.first ?? text, settings: settings)
    }
  }

  private func solved(_ text: String, target: Double? = 10) -> [String] {
    (plan(text, target: target)?.solved ?? []).map(\.words)
  }

  /// 1000 requests a second of 100 ms hold 100 servers: ten replicas of ten.
  @Test(arguments: [
    ("replicas: unknown, concurrency: 10", "replicas of api: 10 (servers at 10x)"),
    ("replicas: '?', concurrency: 10", "replicas of api: 10 (servers at 10x)"),
    ("replicas: 5, concurrency: unknown", "concurrency of api: 20 (servers at 10x)"),
  ])
  func `the least value that handles the target is found`(_ api: String, _ words: String) {
    #expect(solved(text(api + ", pool: 50")) == [words])
  }

  @Test func `one less does not handle the target`() throws {
    let open = text("replicas: unknown, concurrency: 10, pool: 50")
    for (replicas, isEnough) in [("10", true), ("9", false)] {
      let headroom = review(open.replacing("unknown", with: replicas)).headroom?.multiple ?? 0
      #expect((headroom >= 10 * (1 - 1e-9)) == isEnough)
    }
  }

  @Test func `what is expected is the target`() {
    let open = text("replicas: unknown, concurrency: 10, pool: 50", "expect: { carries: 4x }")
    #expect(solved(open, target: nil) == ["replicas of api: 4 (servers at 4x)"])
  }

  @Test func `a value that rests on something undeclared names it`() {
    let open = text("replicas: unknown, concurrency: 10, pool: 50")
      .replacing(", peak: 100/s", with: "")
    #expect(solved(open) == ["replicas of api: cannot be solved without rate of journey buy"])
  }

  @Test func `a plan writes what it solved`() throws {
    let open = text("replicas: unknown, concurrency: 10, pool: 50")
    let changes = try #require(try plan(open)?.written())
    #expect(changes.map(\.new).contains { $0.contains("replicas: 10") })
  }

  @Test func `nobody is asked for what is left open`() {
    let open = review(text("replicas: 2, concurrency: unknown, pool: 50"))
    #expect(open.problems.map(\.code) == ["open-value"])
    #expect(!open.questions.contains { $0.property == "concurrency" })
    let silent = review(text("replicas: 2, pool: 50"))
    #expect(silent.questions.contains { $0.property == "concurrency" })
  }

  @Test func `a bare question mark is told with the right form`() {
    let problems = review(text("replicas: 2, pool: 50").replacing(": 2,", with: ": ?,")).problems
    #expect(problems.first?.remedy?.contains("`unknown`") == true, "\(problems)")
  }

  @Test func `what cannot be solved for may not be left open`() {
    let open = text("replicas: 2, pool: 50").replacing("100ms", with: "unknown")
    let problems = review(open).problems
    #expect(!problems.contains { $0.code == "open-value" })
    #expect(problems.contains { $0.weight == .error })
  }
}
