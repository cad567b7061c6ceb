import Foundation
import Reports
import Review
import SourceText
import Testing
import TestSupport

/// What programs read is what the published schemas say, whatever there is to say.
@Suite struct JSONSchemaTests {
  static let samples = Repository.files("samples", ".tenfold.yaml")

  /// What is wrong with a document.
  private func faults(_ text: String, _ schema: DocumentSchema) throws -> [String] {
    let rules = try JSONTree(schema.document.text)
    return rules.faults(of: try JSONTree(text), in: rules, at: "$")
  }

  private func read(_ path: String) throws -> Review {
    review(bytes: try Repository.bytes(path), path: path)
  }

  @Test(arguments: samples)
  func `a review and a forecast have the published shape`(_ path: String) throws {
    let sample = try read(path)
    #expect(try faults(ReportFormat.json.text([sample.judged()]), .check) == [])
    let growth = GrowthReview(sample, simulation: .never)
    #expect(try faults(GrowthFormat.json.render(GrowthReportInput(review: growth)), .grow) == [])
  }

  @Test func `the shape is the same for none, one and many, read or not, compared or not`() throws {
    let sample = try read("samples/ticket-shop.tenfold.yaml")
    var known = sample
    known.compare(with: Baseline([sample]))
    let others = ["", "system: s\n", "components:\n  a: { kind: servise }\n"].map { review($0) }
    let ended = review(
      """
      components:
        a: { kind: service, sessions: memory, replicas: 2..9 }
      accepted:
        - { rule: statefulness/in-memory-session, element: a, reason: r, severity: low }
      """)
    for reviews in [[], [sample], [known], [ended], others, [sample, known, ended] + others] {
      #expect(try faults(ReportFormat.json.text(reviews), .check) == [])
    }
    for other in others {
      let growth = GrowthReview(other, simulation: .never)
      let text = GrowthFormat.json.render(GrowthReportInput(review: growth))
      #expect(try faults(text, .grow) == [])
    }
  }

  @Test func `a bill has the published shape`() throws {
    let text = """
      journeys: { buy: { calls: api, rate: 10/s, peak: 40/s }, look: { calls: bank } }
      prices: { api: { per-replica: 1 EUR/h }, db: { per-gigabyte: 1 EUR/month } }
      components:
        api: { kind: service, replicas: 2, concurrency: 1, takes: 40ms, calls: bank, writes: db }
        bank: { kind: external }
        db: { kind: database }
      """
    let growth = GrowthReview(review(text), simulation: .never)
    #expect(growth.costs != nil)
    #expect(try faults(GrowthFormat.json.render(GrowthReportInput(review: growth)), .grow) == [])
  }

  @Test func `a simulation and a difference have the published shape`() throws {
    let (old, new) = (
      try read("samples/ticket-shop.tenfold.yaml"),
      try read("samples/ticket-shop-repaired.tenfold.yaml")
    )
    let growth = GrowthReview(new, simulation: .whereModelsFail)
    #expect(try faults(GrowthFormat.json.render(GrowthReportInput(review: growth)), .grow) == [])
    for pair in [(old, new), (new, old), (old, old), (old, review("")), (review("a"), new)] {
      let diff = ReviewDiff(old: pair.0, new: pair.1)
      #expect(try faults(DiffFormat.json.render(diff), .diff) == [])
    }
    #expect(try faults(RulesJSONReport(RuleSet.builtIn.rules).render(), .rules) == [])
  }

  @Test(arguments: samples)
  func `a plan has the published shape`(_ path: String) throws {
    let sample = try read(path)
    guard let plan = Plan(PlanGoal(), making: { _, _ in sample }) else { return }
    #expect(try faults(PlanFormat.json.render(plan), .plan) == [])
  }

  @Test func `options have the published shape, read or not`() throws {
    let texts = try firstSamples() + [review(""), review("a")]
    for reviews in [texts, Array(texts.prefix(1)), []] {
      let all = reviews.enumerated().map { number, review in
        Alternative(
          name: "\(number)", scenario: nil, review: review, catalogue: RuleSet.builtInCatalogue)
      }
      #expect(try faults(AlternativesFormat.json.render(Alternatives(all)), .compare) == [])
    }
  }

  @Test func `a history has the published shape`() throws {
    let reviews = try firstSamples() + [review(""), review("components:\n  a: { kind: x }\n")]
    let named = (reviews + [nil]).enumerated().map { number, review in
      let id = "\(number)"
      return (HistoryRevision(id: id, short: id, day: "2026-11-30", subject: ""), review)
    }
    for entries in [named, []] {
      let history = ReviewHistory(path: "a", entries)
      #expect(try faults(HistoryFormat.json.render(history), .history) == [])
    }
  }

  private func firstSamples() throws -> [Review] { try Self.samples.prefix(3).map(read) }

  @Test func `a document that says less, more or something else does not match`() throws {
    let text = ReportFormat.json.text([try read("samples/first.tenfold.yaml")])
    for (part, other) in [
      ("\"format_version\": 1", "\"format_version\": 2"), ("\"at_most\":", "\"atmost\":"),
      ("\"end_line\": ", "\"end_line\": 1."), ("\"severity\": \"", "\"severity\": \"very "),
      ("\"problems\": []", "\"problems\": [1]"),
    ] {
      #expect(try faults(text.replacing(part, with: other), .check) != [], "\(part)")
    }
  }

  @Test(arguments: DocumentSchema.allCases)
  func `every key is described and required`(_ schema: DocumentSchema) throws {
    let root = try JSONTree(schema.document.text)
    for object in [root] + (root["$defs"]?.values ?? []) {
      let keys = object["properties"]?.members ?? [:]
      #expect(Set(object["required"]?.items.compactMap(\.string) ?? []) == Set(keys.keys))
      #expect(object["description"]?.string?.hasSuffix(".") == true)
      for (name, key) in keys {
        let words = key["description"]?.string ?? ""
        #expect(words.hasSuffix(".") && !words.hasSuffix(".."), "\(name): \(words)")
      }
    }
  }
}
