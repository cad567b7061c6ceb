import Findings
import Reports
import Review
import Rules
import SourceText
import Testing
import TestSupport

/// Reviews held against earlier ones: baseline, difference and gates.
@Suite struct BaselineTests {
  func system(sessions: String = "memory", peak: Int = 100, more: String = "") -> String {
    """
    system: shop
    journeys:
      j: { calls: a, rate: 1/s, peak: \(peak)/s }
    components:
      a:
        kind: service
        sessions: \(sessions)
        replicas: 2..4
        concurrency: 10
        takes: 100ms
    \(more)
    """
  }

  let cache = "  q: { kind: queue, technology: sqs }\n  w: { kind: worker, consumes: q }"

  func tripped(
    _ gates: Gates, _ review: Review, _ rules: [String: RuleSettings] = [:]
  ) -> [String] {
    var review = review
    return gates.judge(&review, rules)
  }

  func standings(_ review: Review) -> Set<String> {
    Set(review.open.compactMap(\.standing?.word))
  }

  @Test func `only what is new or worse fails against a baseline`() {
    let baseline = Baseline([review(system())])
    var same = review(system())
    same.compare(with: baseline)
    #expect(standings(same) == ["unchanged"] && same.fixed?.isEmpty == true)
    #expect(tripped(Gates(), same).isEmpty)

    var worse = review(system(peak: 300))
    worse.compare(with: baseline)
    #expect(standings(worse).contains("worse"))
    #expect(tripped(Gates(), worse).first?.hasPrefix("--fail-on high: ") == true)

    var more = review(system(more: cache))
    more.compare(with: baseline)
    #expect(standings(more).isSuperset(of: ["unchanged", "new"]))

    var fixed = review(system(sessions: "none"))
    fixed.compare(with: baseline)
    #expect(fixed.fixed?.map(\.rule) == ["statefulness/in-memory-session"])
  }

  @Test func `a baseline survives being written and edits elsewhere`() {
    let baseline = Baseline([review(system(more: cache))])
    let again = Baseline.read(SourceText(path: "b", text: baseline.text))
    #expect(again.problems.isEmpty && again.baseline.risks == baseline.risks)
    var moved = review("# a line more\n\n" + system(more: cache))
    moved.compare(with: again.baseline)
    #expect(standings(moved) == ["unchanged"])
  }

  @Test func `a baseline shrinks, and never grows`() {
    let baseline = Baseline([review(system())])
    #expect(baseline.shrunk(to: [review(system(more: cache))]).risks == baseline.risks)
    #expect(baseline.shrunk(to: [review(system(sessions: "none"))]).risks.isEmpty)
    let better = baseline.shrunk(to: [review(system(peak: 50))])
    #expect(better.risks.first?.level.headroom == 8)
    let worse = baseline.shrunk(to: [review(system(peak: 200))])
    #expect(worse.risks == baseline.risks)
    let other = review("system: other\n" + system().replacing("system: shop", with: ""))
    #expect(baseline.shrunk(to: [other]).risks == baseline.risks)
  }

  @Test(arguments: ["", "[]", "{", "a: b", "{\"findings\": [3]}", "{\"tenfold_baseline\": 9}"])
  func `what is no baseline is refused with its line`(_ text: String) {
    let problems = Baseline.read(SourceText(path: "b.json", text: text)).problems
    #expect(problems.first?.line.hasPrefix("b.json:1:") == true, "\(problems)")
  }

  @Test func `a difference names what changed`() {
    let diff = ReviewDiff(old: review(system()), new: review(system(peak: 400, more: cache)))
    let worse = diff.findings("worse").map(\.rule)
    #expect(worse.contains("statefulness/in-memory-session"))
    #expect(!diff.findings("new").isEmpty && diff.fixed.isEmpty)
    let changes = diff.changes.map { "\($0.kind.rawValue) \($0.element) \($0.details)" }
    #expect(changes.contains("added q []") && changes.contains("added w consumes q []"))
    #expect(changes.contains("changed journey j [\"peak: 100/s -> 400/s\"]"))
    let back = ReviewDiff(old: diff.new, new: diff.old)
    #expect(back.fixed.map(\.fingerprint) == diff.findings("new").map(\.fingerprint))
    #expect(back.changes.contains { $0.kind == .removed && $0.element == "q" })
    #expect(ReviewDiff(old: diff.new, new: diff.new).changes.isEmpty)
  }

  @Test func `gates name what tripped them`() {
    let result = review(system())
    var gates = Gates()
    gates[.failOn] = Gate.severity(nil)
    #expect(tripped(gates, result).isEmpty)
    gates[.minHeadroom] = 4
    #expect(tripped(gates, result).isEmpty)
    gates[.minHeadroom] = 10
    gates[.minChecked] = 1
    gates[.maxNew] = 0
    let tripped = tripped(gates, result)
    #expect(tripped.count == 3)
    #expect(
      tripped[0].hasPrefix(
        "--min-headroom 10x: headroom 4x: a (autoscaler maximum)"))
    #expect(tripped[1].hasPrefix("--min-checked 100 %: "))
    #expect(tripped[2].hasPrefix("--max-new 0: "))
  }

  @Test func `a headroom that cannot be told passes no gate`() {
    var gates = Gates()
    gates[.minHeadroom] = 1
    #expect(tripped(gates, review("components:\n  a: { kind: client }\n")).count == 1)
  }

  /// A server is held by a call that takes nobody knows how long.
  @Test func `an upper bound of the headroom is said to be one, and passes no gate`() {
    let known = """
      journeys:
        j: { calls: a, rate: 1/s, peak: 100/s }
      components:
        a: { kind: service, replicas: 4, concurrency: 10, takes: 100ms, calls: b }
        b: { kind: external, takes: 1ms, limit: 1k/s }
      """
    var unknown = review(known.replacing(", takes: 1ms", with: ""))
    #expect(unknown.headroom?.isAtMost == true)
    var gates = Gates()
    gates[.minHeadroom] = 2
    #expect(tripped(gates, review(known)).filter { $0.contains("min-headroom") }.isEmpty)
    let sentence = tripped(gates, unknown).first { $0.contains("min-headroom") } ?? ""
    #expect(sentence.contains("headroom at most 4x") && sentence.contains("questions"))
    #expect(ReportFormat.text.text([unknown]).contains("headroom at most 4x"))
    #expect(ReportFormat.json.text([unknown]).contains("\"at_most\": true"))
    // Neither does one that was known before.
    unknown.compare(with: review(known))
    gates = Gates()
    gates[.maxHeadroomDrop] = 0.5
    #expect(
      tripped(gates, unknown).contains { $0.contains("max-headroom-drop 50 %: headroom at most") })
  }

  @Test func `what becomes known or unknown makes nothing better`() {
    let level = { RiskLevel(severity: .high, headroom: $0, peak: $1) }
    // A peak a hundred times as high is worse, although the headroom is known now.
    #expect(
      level(0.16, 4000).worsening(since: level(nil, 40)) == "its peak was 40/s and is 4000/s")
    #expect(level(8, 40).worsening(since: level(nil, 40)) == nil)
    #expect(!level(8, 40).isBetter(than: level(nil, 40)))
    #expect(level(8, 20).isBetter(than: level(nil, 40)))
    #expect(!level(nil, 20).isBetter(than: level(8, 40)))
    #expect(!level(nil, 40).isBetter(than: level(nil, nil)))
    #expect(level(nil, nil).worsening(since: level(nil, 40))?.contains("no longer known") == true)
    #expect(level(8, nil).isBetter(than: level(4, nil)))
  }

  @Test func `a rule may always fail the run, or never`() {
    let result = review(system())
    var settings = RuleSettings()
    settings.fails = false
    let quiet = Dictionary(result.open.map { ($0.rule, settings) }) { first, _ in first }
    #expect(tripped(Gates(), result, quiet).isEmpty)
    settings.fails = true
    var never = Gates()
    never[.failOn] = Gate.severity(nil)
    let loud = ["statefulness/in-memory-session": settings]
    #expect(tripped(never, result, loud).count == 1)
  }

  @Test func `a hundredth more or less is no news`() {
    let four = RiskLevel(headroom: 4)
    #expect(RiskLevel(headroom: 3.97).worsening(since: four) == nil)
    #expect(RiskLevel(headroom: 3.95).worsening(since: four) != nil)
    #expect(!RiskLevel(headroom: 4.03).isBetter(than: four))
    #expect(RiskLevel(headroom: 4.05).isBetter(than: four))
    let hundred = RiskLevel(peak: 100)
    #expect(RiskLevel(peak: 100.9).worsening(since: hundred) == nil)
    #expect(RiskLevel(peak: 101.1).worsening(since: hundred) != nil)
  }

  @Test func `what one description of a system has is no excuse for another`() {
    var baseline = Baseline([review(system(), path: "old.tenfold.yaml")])
    baseline.look { _ in true }
    var other = review(system(), path: "new.tenfold.yaml")
    other.compare(with: baseline)
    #expect(standings(other) == ["new"] && other.fixed?.isEmpty == true)
    // One that is gone was moved.
    baseline.look { _ in false }
    other.compare(with: baseline)
    #expect(standings(other) == ["unchanged"])
  }
}

extension Baseline {
  /// The baseline after a run over some reviews.
  fileprivate func shrunk(to reviews: [Review]) -> Baseline {
    var update = BaselineUpdate(of: self)
    for review in reviews { update.add(review) }
    return update.applied(to: nil).baseline
  }
}
