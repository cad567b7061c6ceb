import Architecture
import Findings
import Review
import Testing
import TestSupport

/// Every sentence that a rule says, with the values of an example, in one file to read from top to
/// bottom: `Tests/Golden/messages.txt`; UPDATE_GOLDEN=1 writes it anew.
@Suite struct MessageListTests {
  @Test func `every message is as it was read`() throws {
    let examples = Dictionary(grouping: ExampleTest.all(in: .builtIn), by: \.rule.id)
    let lines = RuleSet.builtIn.rules.map { rule in
      let found = (examples[rule.id] ?? []).lazy.compactMap { test in
        test.review(test.example.description).findings.first { $0.rule == rule.id }
      }.first
      return "\(rule.id): \(rule.title)\n  \(found?.message ?? "no example finds it")\n"
        + (found?.arithmetic.map { "  = \($0)\n" } ?? "")
    }
    #expect(try Golden.difference(lines.joined(), from: "messages.txt") == nil)
  }

  @Test func `every question is as it was read`() throws {
    let text = """
      system: every sort of element
      growth: 2x in 1 year
      journeys: { buy: { calls: api.order, rate: 1/s } }
      components:
        user: { kind: client }
        api: { kind: service, operations: { order: { calls: pay, reads: db, publishes: q } } }
        pay: { kind: external }
        db: { kind: database, replicates: copy }
        copy: { kind: database }
        q: { kind: queue }
        mailer: { kind: worker, consumes: q, writes: db }
        cron: { kind: scheduler, schedules: mailer }
        ship: { kind: tool, maintains: api }
      """
    let architecture = try #require(review(text).architecture)
    let lines = architecture.elements.flatMap { element in
      Property.declared(on: element.position.kind).filter { property in
        guard case .relation(let index) = element else { return true }
        let kinds = property.definition.relations
        return kinds.isEmpty || kinds.contains(architecture.relations[index].kind)
      }
      .map { Question.words(about: $0, of: element, in: architecture) }
    }
    let clauses = architecture.relations.indices.map { architecture.name(of: .relation($0)) }
    for line in lines {
      // A clause where a noun belongs: "the timeout of api calls pay".
      for clause in clauses { #expect(!line.contains(clause), "\(line)") }
      #expect(line.hasSuffix("?") && !line.contains("{"), "\(line)")
    }
    let list = lines.joined(separator: "\n") + "\n"
    #expect(try Golden.difference(list, from: "questions.txt") == nil)
  }
}
