import Findings
import Reports
import Review
import Testing
import TestSupport

/// Why a finding is as severe as it is, and which one stands first.
@Suite struct SeverityTests {
  private func found(
    _ head: String, rest: String = "", rule: String = "statefulness/in-memory-session"
  ) -> JudgedFinding? {
    review(head + "components:\n  a: { kind: service, sessions: memory, replicas: 2..9 }\n" + rest)
      .findings.first { $0.rule == rule }
  }

  @Test(arguments: [
    ("", Severity.high, "high: fails at the first fault"),
    (
      "journeys:\n  buy: { calls: a, critical: true }\n", .high,
      "high: fails at the first fault"
    ),
    (
      "stage: seed\n", .medium,
      "high: fails at the first fault; one step down at stage seed; so medium"
    ),
    (
      "stage: seed\njourneys:\n  buy: { calls: a, critical: true }\n", .high,
      "high: fails at the first fault; one step up on critical journey buy; "
        + "one step down at stage seed"
    ),
  ])
  func `a finding says why it is that severe`(
    _ head: String, _ severity: Severity, _ reason: String
  ) throws {
    let finding = try #require(found(head))
    #expect(finding.severity == severity)
    #expect(finding.severityReason == reason)
  }

  @Test func `every finding of the samples says where its severity starts and ends`() throws {
    for path in Repository.files("samples", ".tenfold.yaml") where !path.contains("broken") {
      for finding in review(try Repository.text(path)).findings {
        let words = finding.severityReason
        #expect(Severity.allCases.contains { words.hasPrefix($0.word + ": ") }, "\(words)")
        let isMoved = !words.hasPrefix(finding.severity.word + ": ")
        #expect(isMoved == words.hasSuffix("; so \(finding.severity.word)"), "\(words)")
      }
    }
  }

  @Test func `the short text leaves the reason out, and the others have it`() throws {
    let reviews = [
      review("components:\n  a: { kind: service, sessions: memory, replicas: 2..9 }\n")
    ]
    let reason = "high: fails at the first fault"
    #expect(!ReportFormat.text.text(reviews).contains(reason))
    #expect(ReportFormat.text.text(reviews, isComplete: true).contains(reason))
    for format in [ReportFormat.json, .html] {
      #expect(format.text(reviews).contains(reason), "\(format)")
    }
  }

  @Test func `advice weighs no more on a critical journey, and says why`() throws {
    let idle = try #require(
      found(
        "journeys:\n  buy: { calls: b, critical: true, rate: 50/s, peak: 700/s }\n",
        rest: "  b: { kind: service, replicas: 12, concurrency: 16, takes: 100ms }\n",
        rule: "capacity/fixed-replicas"))
    #expect(
      idle.severityReason
        == "low: hygiene; no step up, since idle replicas cost money but fail no request")
    let early = try #require(
      found(
        "stage: seed\nengineers: 4\njourneys:\n  buy: { calls: b, critical: true, rate: 5/s }\n",
        rest: "  b: { kind: service, publishes: q }\n  q: { kind: stream, technology: kafka }\n",
        rule: "stage/kafka-too-early"))
    #expect(early.severityReason.contains("no step up, since it is advice about the stage"))
    #expect(!early.severityReason.contains("money"))
  }

  @Test func `of one severity what breaks first stands first`() {
    let review = review(
      """
      growth: 10x in 18 months
      journeys:
        j: { calls: [slow, full], rate: 10/s, peak: 80/s }
      components:
        slow: { kind: service, sessions: memory, replicas: 2..9, concurrency: 10, takes: 100ms }
        full: { kind: service, sessions: memory, replicas: 2..9, concurrency: 1, takes: 100ms }
      """)
    let found = review.findings.filter { $0.rule == "statefulness/in-memory-session" }
    #expect(found.map(\.element) == ["full", "slow"])
  }
}
