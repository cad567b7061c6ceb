import Findings
import Reports
import Review
import Testing
import TestSupport

/// What a headroom takes for granted, and where that is said.
@Suite struct AssumptionTests {
  /// Two calls and a read that say how often they are used, and a peak.
  static let declared = """
    system: Shop
    journeys:
      buy: { from: c, calls: { to: web, per-request: 1 }, rate: 10/s, peak: 40/s }
    components:
      c: { kind: client }
      web:
        kind: service
        replicas: 4
        concurrency: 10
        scaling: { contention: 1% }
        takes: 50ms
        calls: { to: api, per-request: 3 }
      api:
        kind: service
        replicas: 8
        concurrency: 10
        scaling: { contention: 1% }
        takes: 50ms
        reads: { to: db, per-request: 1 }
      db: { kind: database, read-capacity: 2k/s, takes: 1ms }
    """

  private func assumed(_ text: String) -> [String] {
    review(text).headroom?.assumes.map { "\($0.element) \($0.property)" } ?? ["unknown"]
  }

  @Test func `what is declared is not assumed`() { #expect(assumed(Self.declared) == []) }

  @Test(arguments: [
    (", per-request: 3", "web calls api per-request"), (", peak: 40/s", "buy peak"),
    (
      "replicas: 8\n    concurrency: 10\n    scaling: { contention: 1% }",
      "api scaling.contention"
    ),
  ])
  func `a multiplicity that is taken away is named where the number rises`(
    _ words: String, _ name: String
  ) throws {
    let rest = words.contains("\n") ? "replicas: 8\n    concurrency: 10" : ""
    let less = Self.declared.replacing(words, with: rest)
    #expect(assumed(less).map { $0.replacing("journey ", with: "") } == [name])
    let (before, now) = (review(Self.declared).headroom, review(less).headroom)
    #expect(try #require(now).multiple >= #require(before).multiple)
  }

  @Test func `text, Markdown and document fold them, and JSON has each`() throws {
    let less = [review(Self.declared.replacing(/, per-request: \d/, with: ""))]
    let words = "1 call per request for 3 relations"
    for format in [ReportFormat.text, .markdown, .html] {
      #expect(format.text(less).contains(words), "\(format)")
    }
    // Once with the headroom that rests on it, once as a question.
    let json = ReportFormat.json.text(less)
    #expect(json.split(separator: "\"property\": \"per-request\"").count == 7)
  }

  @Test(arguments: [ReportFormat.json, .junit, .tap, .markdown, .html])
  func `a gate that passes says what it rests on, and at most passes none`(
    _ format: ReportFormat
  ) {
    var gates = Gates()
    gates[.minHeadroom] = 1
    let less = review(Self.declared.replacing(", per-request: 3", with: "")).judged(by: gates)
    let pass = "--min-headroom 1x"
    #expect(less.gates.map(\.isPassed) == [true])
    #expect(
      less.gates.first?.sentence?.contains(
        ">= 1x, assuming 1 call per request for web → api") == true)
    #expect(format.text([less]).contains("assuming 1 call per request"))

    let open = Self.declared.replacing(", read-capacity: 2k/s", with: "")
    let vague = review(open).judged(by: gates)
    #expect(vague.headroom?.isAtMost == true && vague.gates.map(\.isPassed) == [false])
    let text = format.text([vague])
    #expect(text.contains(pass) && text.contains("headroom at most"), "\(text)")
  }

  @Test func `questions about one property are one line, and what is taken is said`() {
    let question = { (element: String) in
      Question(
        element: element, property: "per-request", question: "How often is \(element) used?",
        rules: [], place: Self.place,
        noun: "call", assumed: "1")
    }
    let group = (1...5).map { question("a\($0)") }.byProperty.map { $0.words { $0 } }
    #expect(group == ["per-request of 5 calls: a1, a2, a3 and 2 more (assumed: 1)"])
  }

  private static let place = review("system: s\ncomponents:\n  a: { kind: service }\n")
    .questions[0].place
}
