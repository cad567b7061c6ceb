import Architecture
import Foundation
import Review
import Rules
import SourceText
import TestSupport
import Testing

/// A page that says what it needs says nothing where that is missing, so that nobody reads it there.
@Suite struct NeedsTests {
  /// Examples are tried one in so many here, and all where `NEEDS_STEP=1` says so.
  private static let step =
    ProcessInfo.processInfo.environment["NEEDS_STEP"].flatMap { Int($0) } ?? 6

  @Test func `no row comes of a rule whose needs are missing`() throws {
    let rules = RuleSet.builtIn
    let examples = rules.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } }
    for (number, (id, example)) in examples.enumerated() where number % Self.step == 0 {
      let read = reading(example.description)
      let architecture = try #require(read.architecture, "\(id) \(example.heading)")
      let base = try Review.factBase(
        architecture, read.sources, rules.catalogue, scenarios: nil)
      let words = architecture.words()
      for entry in rules.entries where !entry.isAbout(words) {
        let rule = try #require(entry.rule)
        let run = try PreparedRule(rule, in: base.database).run(over: base, read.sources)
        #expect(run.applicable == 0, "\(rule.id) in \(id), \(example.heading)")
      }
    }
  }

  @Test func `what a page needs stands in its first line`() {
    for entry in RuleSet.builtIn.entries { #expect(entry.needs == entry.rule?.needs) }
    #expect(RuleSet.builtIn.entries.contains { $0.needs != nil })
  }

  @Test func `a word that nothing is made of is told`() {
    let page = RulePage(
      path: "own/page.md",
      text: "---\nneeds: [cache, shards.kye]\nseverity: low\nmessage: \"{element}\"\n---\n# A\n")
    #expect(page.problems.contains { $0.code == "page-need" && $0.message.contains("shards.kye") })
  }
}
