import Foundation
import Review
import RuleBook
import TestSupport
import Testing

/// Saying less never looks better: each fact of an example or a sample is left unsaid once.
@Suite struct SilenceTests {
  /// Facts are left out one in so many here, and all where `SILENCE_STEP=1` says so.
  private static let step =
    ProcessInfo.processInfo.environment["SILENCE_STEP"].flatMap { Int($0) } ?? 6

  /// What still looks better for silence, as `rule key kind` below the reason why it may; no line may
  /// be added.
  private static func known() throws -> Set<String> {
    let lines = try Repository.text("Tests/Golden/silence.txt").split(separator: "\n")
    return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
  }

  @Test func `no example looks better for a fact that is left unsaid`() throws {
    let known = try Self.known()
    for (number, example) in ExampleTest.all(in: .builtIn).enumerated() {
      for gain in example.gains(from: number % Self.step, step: Self.step) {
        let line = "\(example.rule.id) \(gain.key) \(gain.kind)"
        #expect(known.contains(line), "\(line): \(gain.words), in \(example.name)")
      }
    }
  }

  @Test(arguments: Repository.files("samples", ".tenfold.yaml").filter { !$0.contains("broken") })
  func `no sample looks better for a fact that is left unsaid`(_ path: String) throws {
    let known = try Self.known()
    let test = SilenceTest { review($0) }
    for gain in test.gains(of: try Repository.text(path), step: 4 * Self.step) {
      let line = "\(gain.rule ?? "sample") \(gain.key) \(gain.kind)"
      #expect(known.contains(line), "\(line): \(gain.words), in \(path)")
    }
  }

  @Test func `two unknowns do not cancel each other out`() {
    let shop = """
      stage: growth
      journeys: { buy: { from: shopper, calls: api, critical: true } }
      components:
        shopper: { kind: client }
        api: { kind: service, calls: { to: payments, timeout: 2s } }
        payments: { kind: external }
      """
    let review = review(shop)
    let rule = "idempotency/retried-side-effect"
    let isFound = review.findings.contains { $0.rule == rule }
    let isAsked = review.questions.contains { $0.rules.contains(rule) }
    #expect(isFound || isAsked, "neither `attempts` nor `effect` is said, and nothing is asked")
  }

  @Test func `where nothing is found, what could not be assessed is named`() {
    let open = review("components: { q: { kind: queue }, w: { kind: worker, consumes: q } }\n")
    #expect(open.openThemes.contains("queues"))
    #expect(open.verdictWithoutFinding.hasSuffix(" undecided"))
    let silent = review("components: { a: { kind: client } }\n")
    #expect(silent.verdictWithoutFinding == "nothing found")
  }
}
