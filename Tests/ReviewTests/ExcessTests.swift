import Findings
import Review
import Rules
import SourceText
import Testing
import TestSupport

/// How far beyond what is allowed a finding is, and that more of it is a worse risk.
@Suite struct ExcessTests {
  static let numbers = ["a": 40.0, "b": 30, "c": 2, "d": 60]

  static let comparisons: [(arithmetic: String, ratio: Double)] = [
    ("{a} > {b}", 40.0 / 30), ("{b} < {a}", 40.0 / 30), ("{a} >= {b}, of {c}", 40.0 / 30),
    ("{c} x {a} = {d} > {b}", 2), ("{d} > {b} x {c}, counted", 1), ("{a} / {c} = {d} > 20", 3),
    ("p99 {a} > {b}; {c} of {d}", 40.0 / 30), ("{c} of {d}; {a} > {b}", 40.0 / 30),
    ("{d} > {c} x {c} each", 15),
  ]

  @Test(arguments: comparisons)
  func `a comparison says how far beyond it is`(arithmetic: String, ratio: Double) throws {
    let excess = try #require(Excess(Template(arithmetic)))
    #expect(excess.ratio { Self.numbers[$0] }.map { abs($0 - ratio) < 1e-12 } == true)
  }

  @Test(arguments: [
    "{a} / {b} = {c}", "{a} > the larger of {b} and {c} / {d}", "{a} > {b} x ({c} - 1)",
    "{b} > {a}", "{a} > {unknown}", "{sum}", "", ">", "{a} >", "> {a}",
  ])
  func `what is no comparison of quantities says nothing`(arithmetic: String) {
    #expect(Excess(Template(arithmetic))?.ratio { Self.numbers[$0] } == nil)
  }

  static let rule = "queues/visibility-shorter-than-work"

  func system(takes: Int, _ accepted: String = "") -> String {
    """
    system: shop
    journeys: { j: { calls: api, rate: 1/s, peak: 2/s } }
    components:
      api: { kind: service, publishes: jobs }
      jobs: { kind: queue, technology: sqs, visibility: 30s }
      worker: { kind: worker, replicas: 20, consumes: { from: jobs, batch: 10, takes: \(takes)s } }
    \(accepted)
    """
  }

  func finding(_ review: Review) throws -> JudgedFinding {
    try #require(review.findings.first { $0.rule == Self.rule })
  }

  @Test func `an accepted risk that is further beyond what is allowed is open again`() throws {
    let found = try finding(review(system(takes: 4)))
    #expect(found.level.excess.map { abs($0 - 40.0 / 30) < 1e-9 } == true)
    let accepted = """
      accepted:
        - { rule: \(Self.rule), element: "\(found.element)", reason: rare, excess: 1.4x }
      """
    #expect(try finding(review(system(takes: 4, accepted))).accepted?.reason == "rare")
    let worse = try finding(review(system(takes: 20, accepted)))
    #expect(worse.accepted == nil)
    #expect(worse.reopened?.why == "accepted, but its excess was 1.4x and is 6.6x")
  }

  @Test func `a change for the worse is told where no load changes`() throws {
    let (before, after) = (review(system(takes: 4)), review(system(takes: 20)))
    let level = try finding(after).level
    #expect(try level.worsening(since: finding(before).level) != nil)
    #expect(try finding(before).level.improvement(since: level) != nil)
  }
}
