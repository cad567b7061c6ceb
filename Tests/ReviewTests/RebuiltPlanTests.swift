import Description
import Growth
import Review
import SourceText
import TestSupport
import Testing

/// Plans that build something anew: a queue in front, a store of its own, a read replica.
struct RebuiltPlanTests {
  private static func plan(_ text: String, target: Double = 10) -> Plan? {
    var goal = PlanGoal()
    goal.target = target
    return Plan(goal) { whatIf, texts in
      var settings = ReviewSettings()
      settings.whatIf = whatIf
      return review(texts.values.first ?? text, settings: settings)
    }
  }

  static let queue = """
    # A render takes long, and nobody waits for its picture.
    journeys: { j: { from: users, calls: api, rate: 2/s, peak: 100/s, peak-lasts: 10min } }
    components:
      users: { kind: client }
      api: { kind: service, calls: render, replicas: 40, concurrency: 100, takes: 5ms }
      render: { kind: service, replicas: 20, concurrency: 10, takes: 1s }
    """

  static let split = """
    journeys:
      buy: { from: users, calls: shop, rate: 20/s, peak: 40/s }
      look: { from: users, calls: tracker, rate: 100/s, peak: 200/s }
    components:
      users: { kind: client }
      shop: { kind: service, writes: [db], reads: [db], replicas: 40, concurrency: 100, takes: 5ms }
      tracker:
        kind: service
        writes: { to: db, per-request: 2 }  # one row for the page, one for the visitor
        replicas: 40
        concurrency: 100
        takes: 5ms
      db: { kind: database, writers: single, write-capacity: 450/s, read-capacity: 9k/s }
    """

  static let replica = """
    journeys:
      look: { from: users, calls: shop, rate: 100/s, peak: 200/s }
      report: { from: users, calls: reports, rate: 1/s, peak: 2/s }
    components:
      users: { kind: client }
      shop: { kind: service, reads: { from: db, per-request: 4 }, replicas: 40, concurrency: 100,
              takes: 5ms }
      reports: { kind: service, reads: { from: db, per-request: 90 }, replicas: 40,
                 concurrency: 100, takes: 5ms }
      db: { kind: database, technology: postgres, write-capacity: 900/s, read-capacity: 1k/s }
    """

  static let cases: [(text: String, way: PlanWay, target: Double, words: String)] = [
    (queue, .queue, 10, "render: render-queue between api and it"),
    (split, .split, 2, "db: tracker-db for what tracker keeps"),
    (replica, .replica, 1.2, "db: db-replica for the reads of shop"),
  ]

  @Test(arguments: cases)
  func `what is built ends the limit, and is written with its comments`(
    text: String, way: PlanWay, target: Double, words: String
  ) throws {
    let plan = try #require(Self.plan(text, target: target))
    let other = try #require(plan.alternatives.first { $0.way == way })
    let first = try #require(other.steps.first)
    #expect(first.words == words)
    #expect(first.tradeOff != nil)
    #expect(other.mistakes.isEmpty && other.raisesKnownLimits)
    let written = try other.written()
    let new = try #require(written.first?.new)
    let after = review(new)
    #expect(after.headroom?.multiple == other.after.headroom?.multiple)
    #expect(after.headroom.map { $0.multiple >= target * (1 - 1e-9) } == true)
    #expect(after.problems.count == plan.before.problems.count)
    for comment in ["# A render", "# one row"] where text.contains(comment) {
      #expect(new.contains(comment))
    }
  }

  static let retried = """
    journeys: { j: { from: users, calls: api, rate: 50/s, peak: 100/s } }
    components:
      users: { kind: client }
      api: { kind: service, replicas: 40, concurrency: 100, takes: 5ms,
             calls: { to: pay, timeout: 300ms, attempts: 4 } }
      pay: { kind: service, replicas: 4, concurrency: 10, takes: 100ms }
    """

  /// Retries fold before the servers are full.
  @Test func `a circuit breaker stands for more replicas where retries fold`() throws {
    let plan = try #require(Self.plan(Self.retried, target: 3.5))
    #expect(plan.steps.map(\.limit) == [.retries])
    let other = try #require(plan.alternatives.first { $0.way == .structure })
    #expect(other.steps.last?.words == "pay: circuit breaker before the call to it")
    #expect(other.isReached && other.mistakes.isEmpty)
    let new = try #require(try other.written().first?.new)
    #expect(new.contains("attempts: 4, breaker: "))
    #expect(review(new).headroom?.multiple == other.after.headroom?.multiple)
  }

  @Test func `nothing is built where it ends no limit`() throws {
    let single = Self.split.replacing("tracker, rate", with: "shop, rate")
    #expect(try #require(Self.plan(single, target: 2)).alternatives.allSatisfy { $0.way != .split })
    let steady = Self.queue.replacing("rate: 2/s", with: "rate: 90/s")
    #expect(try #require(Self.plan(steady)).alternatives.allSatisfy { $0.way != .queue })
  }
}
