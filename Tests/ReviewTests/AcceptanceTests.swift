import Findings
import Review
import SourceText
import Testing
import TestSupport

/// Decisions to live with a finding: where they may stand, and when they end.
@Suite struct AcceptanceTests {
  static let rule = "statefulness/in-memory-session"

  /// A service with sessions in memory that carries `capacity` requests a second at a peak.
  func system(peak: Int, accepted: String = "", comment: String = "") -> String {
    """
    system: shop
    journeys:
      j: { calls: a, rate: 1/s, peak: \(peak)/s }
    components:
      a: \(comment)
        kind: service
        sessions: memory
        replicas: 2..4
        concurrency: 10
        takes: 100ms
    \(accepted)
    """
  }

  func finding(_ review: Review) throws -> JudgedFinding {
    try #require(review.findings.first { $0.rule == Self.rule })
  }

  func codes(_ review: Review) -> [String] { review.problems.map(\.code) }

  func entry(_ more: String) -> String {
    "accepted:\n  - { rule: \(Self.rule), element: a, reason: small fleet\(more) }\n"
  }

  func decided(_ accepted: String, peak: Int = 100, today: String = "2027-01-01") -> Review {
    var settings = ReviewSettings()
    settings.today = Day(today)
    settings.acceptedFile = SourceText(path: ".tenfold-accepted.yaml", text: accepted)
    return review(system(peak: peak), settings: settings)
  }

  @Test func `a file of decisions serves the system it names`() throws {
    #expect(try finding(decided(entry(", system: shop"))).accepted?.reason == "small fleet")
    #expect(try finding(decided(entry(", system: other"))).accepted == nil)
    #expect(codes(decided(entry(", system: other"))).isEmpty)
  }

  @Test func `a decision ends with its last day`() throws {
    let held = decided(entry(", until: 2027-01-01"))
    #expect(try finding(held).accepted?.until == Day("2027-01-01"))
    let ended = decided(entry(", until: 2026-12-31"))
    #expect(try finding(ended).accepted == nil)
    #expect(try finding(ended).reopened?.why.contains("2026-12-31") == true)
    #expect(codes(ended) == ["expired-acceptance"])
    #expect(codes(decided(entry(", until: 2026-02-30"))).contains("wrong-value"))
  }

  @Test func `a risk that gets worse is open again`() throws {
    // 4 replicas x 10 / 100 ms = 400/s: 4 times a peak of 100/s, half of one of 800/s.
    let accepted = entry(", headroom: 4x")
    #expect(try finding(decided(accepted)).accepted != nil)
    #expect(try finding(decided(accepted, peak: 50)).accepted != nil)
    let worse = decided(accepted, peak: 800)
    #expect(try finding(worse).accepted == nil)
    #expect(try finding(worse).reopened?.why == "accepted, but its headroom was 4x and is 0.5x")
    #expect(worse.problems.first?.message.contains("the reason was: small fleet") == true)
    #expect(codes(worse) == ["reopened-acceptance"])
    #expect(try finding(decided(entry(", severity: low"))).accepted == nil)
  }

  @Test(arguments: [
    ("accepted", true, "accepted: small fleet"), ("mitigated", true, "mitigated: small fleet"),
    ("false-positive", true, "false positive: small fleet"),
    ("in-discussion", false, "in discussion: small fleet"),
  ])
  func `a decision says what was decided`(status: String, rests: Bool, words: String) throws {
    let review = decided(entry(", headroom: 4x, status: \(status)"))
    let found = try finding(review)
    #expect((found.accepted != nil) == rests)
    #expect((found.discussed != nil) == !rests)
    #expect(found.decision?.statement == words)
    #expect(codes(review).isEmpty)
    #expect(codes(decided(entry(", headroom: 4x, status: done"))).contains("unknown-word"))
  }

  /// Without a number a decision would hold whatever becomes of the risk.
  @Test func `a decision that keeps no number is said, with the numbers of today`() throws {
    let bare = decided(entry(""))
    #expect(try finding(bare).accepted != nil)
    #expect(codes(bare) == ["unmeasured-acceptance"])
    #expect(bare.problems.first?.weight == .warning)
    #expect(
      bare.problems.first?.remedy == "add `severity: high` and `headroom: 4x`, as it is today")
    for kept in [", severity: high", ", headroom: 4x", ", severity: high, headroom: 4x"] {
      #expect(codes(decided(entry(kept))).isEmpty)
    }
    #expect(codes(decided(entry(", until: 2026-12-31"))) == ["expired-acceptance"])
    let beside = comment("# tenfold: accept \(Self.rule): small").problems
    #expect(beside.map(\.remedy) == ["add `severity=high headroom=400x`, as it is today"])
    #expect(
      codes(comment("# tenfold: accept \(Self.rule) severity=high headroom=400x: small")).isEmpty)
  }

  @Test func `a decision about a line is asked for the worst of its numbers once`() {
    let service = "kind: service, sessions: memory, concurrency: 10, takes: 100ms"
    let problems = review(
      """
      journeys: { j: { calls: [a, b], rate: 1/s, peak: 100/s } }
      components:
        # tenfold: accept \(Self.rule): both
        {a: { \(service), replicas: 2..6 }, b: { \(service), replicas: 2..4 }}
      """
    ).problems
    #expect(problems.map(\.remedy) == ["add `severity=high headroom=4x`, as it is today"])
  }

  @Test func `a decision that ended is offered with the numbers of today`() throws {
    let worse = decided(entry(", headroom: 4x"), peak: 800).problems.first
    #expect(
      worse?.remedy == "repair it, or decide again with `severity: high` and `headroom: 0.5x`")
    let ended = decided(entry(", headroom: 4x, until: 2026-12-31"), peak: 800).problems.first
    #expect(
      ended?.remedy == "repair it, or decide again with `severity: high` and `headroom: 0.5x` "
        + "until a later day")
    let same = decided(entry(", headroom: 4x, until: 2026-12-31")).problems.first
    #expect(same?.remedy == "repair it, or decide again until a later day")
  }

  @Test func `the example of the manual stands as it is`() throws {
    let lines = try Repository.text("README.md").split(separator: "\n")
    let index = try #require(lines.firstIndex { $0.contains("# tenfold: accept ") })
    let read = review(
      """
      stage: growth
      journeys:
        j: { calls: a, rate: 1/s, peak: 40/s }
      components:
        a: { kind: service, publishes: orders }
        w: { kind: worker, consumes: orders }
      \(lines[index])
      \(lines[index + 1])
      """)
    #expect(codes(read).isEmpty)
    let accepted = read.findings.compactMap(\.accepted)
    #expect(accepted.map(\.reason) == ["replayed by hand"])
    #expect(accepted.first?.level == RiskLevel(severity: .high, peak: 40))
  }

  @Test func `a decision without a subject is said`() {
    let other = "accepted:\n  - { rule: \(Self.rule), element: b, reason: none }\n"
    #expect(codes(decided(other)) == ["orphaned-acceptance"])
    let stale = "accepted:\n  - { rule: queues/no-dlq, element: a, reason: none }\n"
    #expect(codes(decided(stale)) == ["stale-acceptance"])
    let unknown = "accepted:\n  - { rule: queues/no-dql, element: a, reason: none }\n"
    #expect(codes(decided(unknown)) == ["unknown-rule"])
    #expect(
      codes(decided("accepted:\n  - { rule: a/b, element: a }\n")) == ["incomplete-acceptance"])
    #expect(codes(decided("accepted:\n")).isEmpty)
  }

  @Test func `a comment speaks of its line or of the next`() throws {
    let mark = "# tenfold: accept \(Self.rule)"
    let beside = review(system(peak: 1, comment: "\(mark) owner=ana until=2099-01-31: small"))
    #expect(try finding(beside).accepted?.reason == "small")
    #expect(try finding(beside).accepted?.terms == "by ana, until 2099-01-31")
    let above = system(peak: 1).replacing(
      "    sessions:", with: "    \(mark): small\n    sessions:")
    #expect(try finding(review(above)).accepted != nil)
    let elsewhere = system(peak: 1).replacing("  j:", with: "  \(mark): small\n  j:")
    #expect(codes(review(elsewhere)) == ["stale-acceptance"])
    #expect(
      review(elsewhere).problems[0].message.contains("finds nothing on `journey j`, `journey j"))
    let nowhere = review(system(peak: 1, accepted: "\(mark): small"))
    #expect(nowhere.problems[0].message.contains("finds nothing on line 11, where no element"))
    let quoted = system(peak: 1).replacing("shop", with: "\"x # tenfold: accept a/b: c\"")
    #expect(codes(review(quoted)).isEmpty)
  }

  func comment(_ words: String) -> Review { review(system(peak: 1, comment: words)) }

  @Test func `the reason of a comment stands behind a colon and a blank`() throws {
    let mark = "# tenfold: accept \(Self.rule)"
    let linked = try finding(comment("\(mark) ticket=https://jira/x: it: is"))
    #expect(linked.accepted?.ticket == "https://jira/x" && linked.accepted?.reason == "it: is")
    let quoted = try finding(comment("\(mark)\towner=\"Jane: Doe, CTO\" ticket=T-1 : small"))
    #expect(quoted.accepted?.terms == "by Jane: Doe, CTO, T-1")
    for words in ["\(mark):small", "\(mark)", "\(mark) owner=\"Jane: small", "# tenfold: accept"] {
      #expect(codes(comment(words)) == ["incomplete-acceptance"], "\(words)")
    }
  }

  @Test(arguments: [
    ("until=soon", "invalid value `soon` for `until`; write a day, such as 2027-03-31"),
    ("headroom=4", "invalid value `4` for `headroom`; write a multiple, such as 3.4x"),
    ("severity=hi", "invalid value `hi` for `severity`; write low | medium | high | critical"),
    (
      "untill=2027-01-01",
      "`untill=2027-01-01` is no term of an accepted risk; did you mean "
        + "`until=`?"
    ),
    (
      "because",
      "`because` is no term of an accepted risk; write status=, owner=, until=, ticket=, "
        + "severity=, excess=, headroom=, peak=, or the reason behind a colon and a blank"
    ),
  ])
  func `a term of a comment that says nothing is said`(_ term: String, _ complaint: String) {
    let problems = comment("# tenfold: accept \(Self.rule) \(term): small").problems
    #expect(problems.map(\.sentence) == [complaint])
  }

  @Test(arguments: [
    "# tenfold:accept a/b: c", "# Tenfold: accept a/b: c", "#  TENFOLD :  accept a/b: c",
    "# tenfold: acept a/b: c", "#tenfold: accepts a/b: c", "#\ttenfold: ignore a/b",
    "# tenfold: Accept a/b: c", "# tenfold:", "# tenfold accept a/b severity=high: c",
    "#tenfold\taccept queues/no-dlq", "# tenfold accept a/b: 1",
  ])
  func `a comment that is nearly a decision is said`(_ words: String) {
    let problem = comment(words).problems.first
    #expect(problem?.code == "unknown-comment" && problem?.weight == .warning)
    #expect(problem?.remedy == "did you mean `# tenfold: accept`?")
  }

  @Test(arguments: [
    "# see tenfold: accept a/b: c", "# tenfold accepts this", "# tenfold accepts a/b",
    "# tenfold accept this and/or that", "# tenfold: 1", "# tenfolds: x",
    "# ask tenfold", "#", "# tenfold",
  ])
  func `a comment that mentions the program is a comment`(_ words: String) {
    #expect(codes(comment(words)).isEmpty)
    #expect(codes(review(system(peak: 1, accepted: words))).isEmpty)
  }

  @Test func `one decision that holds is enough`() throws {
    let ended = "  - { rule: \(Self.rule), element: a, reason: once, until: 2026-12-31 }\n"
    let held = entry(", headroom: 4x")
    for text in [held + ended, "accepted:\n" + ended + held.dropFirst(10)] {
      let review = decided(text)
      #expect(try finding(review).accepted?.reason == "small fleet")
      #expect(try finding(review).reopened == nil)
      #expect(codes(review) == ["expired-acceptance"])
    }
  }

  @Test func `all accepted risks can be looked at`() throws {
    var settings = ReviewSettings()
    settings.ignoresAccepted = true
    let all = review(system(peak: 1, accepted: entry("")), settings: settings)
    #expect(try finding(all).accepted == nil)
  }

  @Test func `days are those of the calendar`() {
    #expect(Day("2028-02-29") != nil && Day("2100-02-29") == nil && Day("2000-02-29") != nil)
    for text in [
      "2027-13-01", "2027-1-1", "2027-00-10", "20270101", "2027-04-31", "-027-01-01", "",
    ] {
      #expect(Day(text) == nil, "\(text)")
    }
  }

  @Test func `a comment that stands alone reaches over blank lines and other comments`() throws {
    let mark = "# tenfold: accept \(Self.rule)"
    let above = system(peak: 1).replacing(
      "    sessions:", with: "    \(mark): small\n\n    # more of it\n  \n    sessions:")
    #expect(try finding(review(above)).accepted?.reason == "small")
  }
}
