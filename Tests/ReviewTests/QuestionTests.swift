import Architecture
import Findings
import Reports
import Review
import TestSupport
import Testing

/// What is asked first, what is asked last, and what is not asked at all.
@Suite struct QuestionTests {
  static let shop = """
    system: s
    stage: growth
    journeys:
      buy: { from: shopper, calls: web.buy, critical: true }
      look: { from: shopper, calls: web.look }
    components:
      shopper: { kind: client }
      web:
        kind: service
        replicas: 3
        operations:
          look: { reads: db }
          buy: { writes: db, calls: bank }
          list: { reads: db }
      admin: { kind: service, operations: { edit: { writes: db } } }
      db: { kind: database }
      bank: { kind: external }

    """

  private func asked(_ review: Review) -> [String] {
    review.questions.map { "\($0.element) \($0.property)" }
  }

  @Test func `capacities and copies of what is shared come first, disks and sessions last`() {
    let asked = asked(review(Self.shop))
    #expect(asked.prefix(3) == ["db used", "db replicas", "web release"])
    let capacities = asked.lastIndex { $0.hasSuffix(" used") || $0.hasSuffix(" replicas") }
    for late in ["web disk", "admin disk", "web sessions"] {
      #expect(asked.firstIndex(of: late) ?? -1 > capacities ?? .max, "\(late)")
    }
  }

  @Test func `no unknown hides another`() {
    let all = Set(asked(review(Self.shop)))
    let rated = review(
      Self.shop.replacing("critical: true }", with: "critical: true, rate: 10/s, peak: 40/s }"))
    #expect(all.isSuperset(of: ["db used", "bank used", "journey buy rate"]))
    #expect(Set(asked(rated)).isSuperset(of: ["db used", "bank used"]))
    #expect(!asked(rated).contains("journey buy rate"))
  }

  @Test func `the stake says what hangs on an answer`() throws {
    let questions = review(Self.shop).questions
    let first = try #require(questions.first)
    #expect(first.stake.decidesHeadroom && first.stake.isCritical && first.stake.checks > 0)
    #expect(first.stake.words.hasPrefix("the headroom and "))
    let disk = try #require(questions.first { $0.property == "disk" })
    #expect(!disk.stake.decidesHeadroom && disk.stake.words == "1 check")
  }

  @Test func `a known capacity leaves only the one that it says nothing about`() {
    let writes = Self.shop
      .replacing("critical: true }", with: "critical: true, rate: 10/s, peak: 40/s }")
      .replacing("calls: web.look }", with: "calls: web.look, rate: 10/s }")
      .replacing("kind: database }", with: "kind: database, write-capacity: 2k/s }")
    let known = asked(review(writes))
    #expect(!known.contains("db used") && known.contains("db read-capacity"))
    let both = asked(review(writes.replacing("y: 2k/s }", with: "y: 2k/s, read-capacity: 5k/s }")))
    #expect(!both.contains("db used") && !both.contains("db read-capacity"))
  }

  @Test func `how full a channel is between many is asked first`() {
    let asked = asked(
      review(
        """
        system: s
        stage: growth
        journeys: { track: { from: sites, calls: collect, critical: true } }
        components:
          sites: { kind: client }
          collect: { kind: service, publishes: clicks }
          clicks: { kind: stream, technology: kafka }
          counts: { kind: worker, consumes: clicks }
          archive: { kind: worker, consumes: clicks }
        """))
    #expect(asked.first == "clicks used")
    #expect(!asked.prefix(Question.opening).contains("clicks shards.writes"))
  }

  @Test func `what no answer could change is asked last or not at all`() {
    let review = review(
      """
      system: s
      stage: growth
      journeys:
        j: { from: c, calls: edge, critical: true, target: { availability: 99.9% } }
      components:
        c: { kind: client }
        edge: { kind: load-balancer, technology: aws-alb, calls: api }
        api: { kind: service, replicas: 1, reads: [table, notes], publishes: q }
        table: { kind: database, technology: dynamodb }
        notes: { kind: cache, technology: redis }
        q: { kind: queue, technology: sqs, dead-letter: { to: q-dead } }
        q-dead: { kind: queue, technology: sqs }
        w: { kind: worker, consumes: q }
      """)
    let questions = review.questions
    for silly in [
      "table replicas", "api zones", "edge availability", "q-dead rate", "notes concurrency",
    ] {
      let asked = questions.filter { "\($0.element) \($0.property)" == silly }
      #expect(asked.allSatisfy { $0.stake.weight <= 0 && !$0.stake.decidesHeadroom }, "\(silly)")
    }
    let weights = questions.dropFirst(Question.opening).map(\.stake.weight)
    #expect(weights == weights.sorted(by: >))
  }

  @Test func `every key can be answered by its example`() {
    for property in Property.declared(on: .component) {
      if case .reference = property.definition.type { continue }
      if case .references = property.definition.type { continue }
      let said = review("components:\n  a: { kind: service, \(property.exampleLine) }\n")
      let mistakes = said.problems.filter { $0.weight == .error }
      #expect(mistakes.isEmpty, "\(property.exampleLine): \(mistakes.map(\.message))")
    }
    for property in Property.declared(on: .journey) where property.name != "path" {
      // How often each of the users comes says nothing without their number.
      let users = property == .every ? ", users: 200" : ""
      let said = review(
        "journeys:\n  j: { calls: a, \(property.exampleLine)\(users) }\n"
          + "components:\n  a: { kind: service }\n")
      #expect(!said.isBroken, "\(property.exampleLine): \(said.problems.map(\.message))")
    }
  }

  @Test func `the text opens with three and folds the rest by property`() {
    let text = ReportFormat.text.text([review(Self.shop)])
    #expect(
      text.hasPrefix(
        "Answer these three questions first:\n"
          + "  1. What is the utilisation of db at today's peak?"))
    #expect(text.contains("     test.tenfold.yaml:16:3  used: 65%  (its share in use as"))
    let folded = "takes of 3 elements: web.buy, web.look, bank (queues/heavy-work-inline)"
    #expect(text.contains("  ? \(folded)\n"))
    let all = ReportFormat.text.text([review(Self.shop)], isComplete: true)
    let listed = all.split(separator: "\n").count { $0.hasPrefix("  ? ") }
    #expect(listed == review(Self.shop).questions.count)
  }

  @Test func `the interview holds the questions and nothing else`() {
    let review = review(Self.shop)
    let text = ReportFormat.text.text([review], isInterview: true)
    let questions = review.questions
    #expect(
      text.hasPrefix(
        "Answer these \(questions.count) to decide \(questions.checks) more checks and the headroom"
      ))
    for (number, question) in questions.enumerated() {
      #expect(text.contains("  \(number + 1). \(question.question)\n"))
      #expect(text.contains(question.example))
    }
    #expect(!text.contains("checks decidable"))
  }

  @Test func `an arrow is answered in its long form`() throws {
    let questions = review(Self.shop).questions
    let question = try #require(questions.first { $0.property == "protocol" })
    #expect(question.example == "calls: { to: web.buy, protocol: http }")
  }
}
