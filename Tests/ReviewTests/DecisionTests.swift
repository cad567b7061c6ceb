import Description
import Growth
import Review
import SourceText
import TestSupport
import Testing

/// Choices of a description, and what reopens them.
@Suite struct DecisionTests {
  private static let rule = "capacity/decision-reopened"

  private func judged(
    _ terms: String, journeys: String = "buy: { calls: api, peak: 400/s }", today: String? = nil
  ) -> Review {
    var settings = ReviewSettings()
    settings.today = today.flatMap { Day($0) }
    return review(
      """
      system: Shop
      decisions:
        one-db: { because: one team, \(terms) }
      journeys: { \(journeys) }
      components:
        api: { kind: service, replicas: 4, concurrency: 20, takes: 100ms, pool: 5,
               writes: orders-db }
        orders-db: { kind: database, write-capacity: 1k/s, max-connections: 100 }

      """, settings: settings)
  }

  private func verdict(
    _ terms: String, journeys: String = "buy: { calls: api, peak: 400/s }", today: String? = nil
  ) -> String {
    let review = judged(terms, journeys: journeys, today: today)
    let isFound = review.findings.contains { $0.rule == Self.rule }
    let judged = review.decisions.first
    #expect(isFound == (judged.map { $0.verdict != .kept } ?? false))
    return judged.map { "\($0.verdict.rawValue): \($0.words)" } ?? ""
  }

  @Test(arguments: [
    ("writes of orders-db > 300/s", "reopened: writes of orders-db: 400/s (until > 300/s)"),
    ("writes of orders-db > 400/s", "kept: writes of orders-db: 400/s (until > 400/s)"),
    ("writes of orders-db >= 400/s", "reopened: writes of orders-db: 400/s (until >= 400/s)"),
    ("reads of orders-db>1/s", "kept: reads of orders-db: 0/s (until > 1/s)"),
    ("utilisation of orders-db > 70%", "kept: utilisation of orders-db: 40 % (until > 70 %)"),
    ("headroom of orders-db < 3x", "reopened: headroom of orders-db: 2.5x (until < 3x)"),
    ("headroom < 3x", "reopened: headroom: at most 2x (until < 3x)"),
    ("peak of buy > 1k/s", "kept: peak of buy: 400/s (until > 1000/s)"),
    ("replicas of api > 3", "reopened: replicas of api: 4 (until > 3)"),
  ])
  func `a number beyond its limit reopens a decision`(_ condition: String, _ words: String) {
    #expect(verdict("until: '\(condition)'") == words)
  }

  @Test func `one of several conditions is enough, and all are told of what is kept`() {
    #expect(
      verdict("until: [replicas of api > 3, peak of api > 1k/s]")
        == "reopened: replicas of api: 4 (until > 3)")
    #expect(
      verdict("until: [replicas of api > 5, peak of api > 1k/s], review: 2027-06")
        == "kept: replicas of api: 4 (until > 5); peak of api: 400/s (until > 1000/s); "
        + "review by 2027-06-30")
  }

  @Test func `demand counts from the load of the day of the decision`() {
    #expect(verdict("until: demand > 3x, peak: 100/s") == "reopened: demand: 4x (until > 3x)")
    #expect(verdict("until: demand > 3x, peak: 200/s") == "kept: demand: 2x (until > 3x)")
    #expect(verdict("until: demand > 3x").hasSuffix("it was made (today: 400/s)"))
  }

  @Test func `a review is due when its month is over`() {
    #expect(verdict("review: 2027-06", today: "2027-06-30").hasPrefix("kept"))
    #expect(
      verdict("review: 2027-06", today: "2027-07-01")
        == "reopened: its review was due by 2027-06-30")
  }

  @Test func `what cannot be judged names the fact that decides`() {
    #expect(
      verdict("until: writes of orders-db > 1k/s", journeys: "buy: { calls: api }")
        == "undecided: writes of orders-db > 1000/s cannot be judged without rate of journey buy")
    #expect(
      verdict("until: bandwidth of api > 1Gbps")
        .hasSuffix("cannot be judged without bandwidth of api"))
    let some = "buy: { calls: api, peak: 400/s }, look: { calls: api }"
    #expect(
      verdict("until: writes of orders-db > 300/s", journeys: some)
        == "reopened: writes of orders-db: at least 400/s (until > 300/s)")
  }

  @Test(arguments: [
    ("until: writes of orders-bd > 1k/s", "did you mean `orders-db`?"),
    ("until: wirtes of orders-db > 1k/s", "did you mean `writes`?"),
    ("until: utilization of api > 70%", "did you mean `utilisation`?"),
    ("until: writes of orders-db > 1000", "write a rate with its unit"),
    ("until: more load", "write `number of NAME > limit`"),
    ("until: headroom of buy < 3x", "write `number of NAME > limit`"),
    ("until: demand => 3x", "did you mean `demand`?"),
    ("review: next year", "write a month or a day"),
    ("owner: ops", "write `{ because:"),
  ])
  func `a condition that is none is told with the right form`(_ terms: String, _ remedy: String) {
    let problems = judged(terms).problems
    #expect(problems.count == 1)
    #expect(problems.first?.remedy?.contains(remedy) == true, "\(problems)")
    #expect(problems.first?.place?.start.line == 3)
  }

  @Test func `a finding stands at the decision, and can be accepted`() {
    let found = judged("until: headroom < 3x").findings.first { $0.rule == Self.rule }
    #expect(found?.place.start.line == 3)
    #expect(
      found?.message
        == "decision one-db is open again: headroom: at most 2x (until < 3x); the reason was: "
        + "one team")
    let comment = "# tenfold: accept \(Self.rule): planned"
    let accepted = judged(
      "until: headroom < 3x }   \(comment)\n  other: { because: x, review: 2027-06")
    #expect(accepted.findings.contains { $0.rule == Self.rule && $0.accepted != nil })
  }

  @Test func `a comparison tells which decisions changed`() {
    let diff = ReviewDiff(
      old: judged("until: headroom < 1x"), new: judged("until: headroom < 0.5x"))
    #expect(diff.changes.map(\.title) == ["decision one-db"])
    #expect(diff.changes.map(\.details) == [["until: headroom < 1x -> headroom < 0.5x"]])
  }

  @Test(arguments: [
    ("until: headroom < 3x", "until: headroom < 2x", "goes further here, and `v1` has `until:"),
    ("until: headroom < 3x", "until: headroom <= 3x", nil),
    ("until: headroom <= 3x", "until: headroom < 3x", "`until: headroom <= 3x`"),
    ("until: replicas of api > 5", "until: replicas of api > 4", nil),
    ("until: replicas of api > 5", "until: peak of api > 1k/s", "`until: replicas of api > 5`"),
    ("review: 2027-06", "review: 2027-12", "`review: 2027-06-30`"),
    ("review: 2027-06", "review: 2027-06, until: headroom < 1x", nil),
    ("until: demand > 3x, peak: 100/s", "until: demand > 3x, peak: 200/s", "`peak: 100/s`"),
  ])
  func `a change that moves a tripwire is told`(_ old: String, _ new: String, _ words: String?) {
    var review = judged(new)
    review.holdDecisions(to: judged(old), ReviewSettings(), at: "v1")
    let told = review.problems.filter { $0.code == "loosened" }
    #expect(told.count == (words == nil ? 0 : 1))
    if let words { #expect(told.first?.message.contains(words) == true, "\(told)") }
  }
}
