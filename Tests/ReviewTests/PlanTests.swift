import Description
import Growth
import Review
import SourceText
import TestSupport
import Testing

/// Plans: the smallest sets of changes by which systems reach a target.
struct PlanTests {
  private static func plan(_ text: String, target: Double?, days: Int? = nil) -> Plan? {
    var goal = PlanGoal()
    (goal.target, goal.days) = (target, days)
    return Plan(goal) { whatIf, texts in
      var settings = ReviewSettings()
      settings.whatIf = whatIf
      return review(texts.values.first ?? text, settings: settings)
    }
  }

  private static func headroom(_ text: String, _ changes: [Change]) -> Double? {
    var settings = ReviewSettings()
    settings.whatIf.changes = changes
    return review(text, settings: settings).headroom?.multiple
  }

  /// Systems without includes, and a target that numbers reach or not.
  static let samples = [
    "ticket-shop", "ticket-shop-repaired", "fintech-weekend", "first", "seed-startup",
  ]

  @Test(arguments: samples, [3.0, 10, 40])
  func `each step with all before it carries what the plan says`(
    _ name: String, _ target: Double
  ) throws {
    let text = try Repository.text("samples/\(name).tenfold.yaml")
    let plan = try #require(Self.plan(text, target: target))
    for (index, step) in plan.steps.enumerated() {
      let made = plan.steps[...index].flatMap { $0.changes ?? [] }
      #expect(made.count == index + 1)
      let carried = Self.headroom(text, made)
      let (said, really) = (step.after?.multiple ?? .infinity, carried ?? .infinity)
      #expect(said == really || abs(said - really) <= 1e-9 * really, "\(step.words)")
    }
    #expect(plan.mistakes.isEmpty)
  }

  @Test(arguments: samples, [3.0, 10, 40])
  func `no step can be left out`(_ name: String, _ target: Double) throws {
    let text = try Repository.text("samples/\(name).tenfold.yaml")
    let plan = try #require(Self.plan(text, target: target))
    guard plan.left.isEmpty else { return }
    for index in plan.steps.indices {
      var others = plan.steps.flatMap { $0.changes ?? [] }
      others.remove(at: index)
      #expect((Self.headroom(text, others) ?? .infinity) < target, "\(plan.steps[index].words)")
    }
  }

  /// 400/s of 40 ms need 16 replicas in place of 2.
  @Test func `the price of the steps is told`() throws {
    let text = """
      journeys: { buy: { calls: api, rate: 10/s, peak: 40/s } }
      prices: { api: { per-replica: 1 EUR/h } }
      components:
        api: { kind: service, replicas: 2, concurrency: 1, takes: 40ms }
      """
    let costs = try #require(Self.plan(text, target: 10)?.costs)
    #expect(costs.before.perMonth(at: 1) == 2 * 730)
    #expect(costs.after.perMonth(at: 1) == 16 * 730)
    let free = text.replacing("prices:", with: "x-prices:")
    #expect(Self.plan(free, target: 10)?.costs == nil)
  }

  @Test(arguments: samples)
  func `what is written into the description carries what the plan says`(_ name: String) throws {
    let text = try Repository.text("samples/\(name).tenfold.yaml")
    let plan = try #require(Self.plan(text, target: 10))
    let written = try plan.written()
    #expect(written.isEmpty == plan.steps.isEmpty)
    let new = written.first?.new ?? text
    let after = review(new)
    #expect(after.headroom?.multiple == plan.after.headroom?.multiple)
    #expect(after.problems.count == plan.before.problems.count)
    for comment in text.split(separator: "\n") where comment.hasPrefix("#") {
      #expect(new.contains(comment))
    }
  }

  private static let stuck = """
    growth: 10x in 1 year
    journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }
    components:
      a: { kind: service, writes: b, calls: c, replicas: 4, concurrency: 1, takes: 10ms,
           scaling: { contention: 40% } }
      b: { kind: database, writers: single, write-capacity: 100/s, read-capacity: 50/s }
      c: { kind: external, limit: 200/s }
    """

  @Test func `a limit that no number moves is left, and the others go on`() throws {
    let plan = try #require(Self.plan(Self.stuck, target: nil))
    #expect(plan.target == 10 && plan.reason == "the declared growth")
    #expect(plan.left.map(\.element).contains("a") && !plan.isReached)
    #expect(plan.steps.map(\.values[0].element) == ["b", "c"])
    #expect(plan.steps.map(\.values[0].to) == ["400/s", "400/s"])
    #expect(plan.steps.allSatisfy { $0.months.map { $0 > 0 && $0 < 12 } ?? false })
  }

  /// 400/s of reads against 50/s: a cache that misses 12 of 100; 400/s of writes: four shards.
  @Test func `a cache and shards stand for larger stores`() throws {
    let text = """
      journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }
      components:
        a: { kind: service, replicas: 9, concurrency: 9, takes: 10ms, reads: b, writes: b }   # ours
        b: { kind: database, writers: single, write-capacity: 100/s, read-capacity: 50/s }
      """
    let plan = try #require(Self.plan(text, target: 10))
    let other = try #require(plan.alternatives.first)
    #expect(other.steps.map(\.structure) == [.cache, .shards])
    #expect(other.steps[0].values.map(\.to) == ["88 %"])
    #expect(other.steps[1].values.map(\.to) == ["4", "100/s", nil])
    #expect(other.raisesKnownLimits && other.mistakes.isEmpty)
    let written = try #require(try other.written().first?.new)
    #expect(!written.contains("write-capacity") && written.contains("# ours"))
    #expect(review(written).headroom?.multiple == other.after.headroom?.multiple)
  }

  @Test func `a day moves the target along the declared growth`() throws {
    let half = try #require(Self.plan(Self.stuck, target: nil, days: 183))
    #expect(abs(half.target - 3.165) < 0.01)
    let none = Self.stuck.replacing("growth: 10x in 1 year\n", with: "")
    #expect(Self.plan(none, target: nil, days: 183) == nil)
    let asked = try #require(Self.plan(none, target: 5, days: 183))
    let months = try #require(asked.steps.first?.months)
    // 2.5 of 5 times: ln 2.5 / ln 5 of the time.
    #expect(abs(months - 183 / 30.4375 * 0.5693) < 0.01)
  }

  @Test func `what is expected is the target, and is said when it is not met`() throws {
    let text = Self.stuck.replacing(
      "growth: 10x in 1 year", with: "expect: { carries: 2x, survives: [c] }"
    ).replacing("scaling: { contention: 40% }", with: "queue: 100")
    let plan = try #require(Self.plan(text, target: nil))
    #expect(plan.target == 2 && plan.reason == "as expected")
    #expect(plan.isReached && !plan.isMet)
    #expect(plan.expectations.map(\.after.answer.verdict) == [.met, .unmet])
  }

  /// Many limits are settled together: as many solutions of the model as for a few.
  @Test func `a plan for many components is whole, and its first steps are solved one by one`()
    throws
  {
    let many = (0..<600).map {
      "  c\($0): { kind: external, limit: \(50 + $0 % 300)/s }\n"
    }.joined()
    let calls = (0..<600).map { "c\($0)" }.joined(separator: ", ")
    let text = """
      journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }
      components:
        a: { kind: service, replicas: unlimited, takes: 1ms, calls: [\(calls)] }
      \(many)
      """
    let plan = try #require(Self.plan(text, target: 10))
    #expect(plan.steps.count == 600 && plan.raisesKnownLimits)
    #expect(plan.steps.map(\.neededFrom) == plan.steps.map(\.neededFrom).sorted())
    #expect(plan.steps.prefix(3).allSatisfy { $0.after != nil })
  }
}
