import Architecture
import Description
import Testing
import TestSupport

/// Notes for people and keys of other tools: they may stand in every mapping, and change nothing.
@Suite struct NoteTests {
  private static let bare = """
    journeys:
      buy: { from: shopper, calls: { to: api.pay, timeout: 2s }, rate: 10/s, target: { p99: 1s } }
    templates:
      own: { kind: service, team: shop }
    components:
      shopper: { kind: client }
      api:
        template: own
        operations:
          pay: { writes: { to: db, per-request: { mean: 2 } } }
      db: { kind: database, shards: { count: 4 } }
    scenarios:
      sale: { lose: api }
    accepted:
      - { rule: queues/no-dlq, element: db, reason: known }
    """

  /// A note and another tool's key behind each opening brace.
  private static let noted =
    "description: What it is\nx-owner: { to: [db, nobody] }\n"
    + bare.replacing("{ ", with: "{ description: a note, x-tag: { kind: none }, ")

  @Test func `a note in every mapping changes nothing`() {
    let (plain, noted) = (reading(Self.bare), reading(Self.noted))
    #expect(plain.problems == [])
    #expect(noted.problems == [])
    let names = { (read: ReadResult) in read.architecture?.elements.map { $0 } }
    #expect(names(noted) == names(plain))
    let facts = noted.architecture?.components.map { $0.facts.entries.map(\.property.name) }
    #expect(facts == plain.architecture?.components.map { $0.facts.entries.map(\.property.name) })
  }

  @Test func `a component may be called as a tool's key begins`() {
    let read = reading("components: { x-ray: { kind: external }, description: { kind: client } }\n")
    #expect(read.architecture?.components.map(\.name) == ["x-ray", "description"])
  }

  @Test func `a file that only has a description is none of a system`() {
    let read = reading("description: A chart\nappVersion: 2\n")
    #expect(read.problems.map(\.code).contains("unrecognised-file"))
  }

  @Test func `a key that is nearly a note is unknown`() {
    let read = reading("components: { a: { kind: service, x_owner: shop } }\n")
    #expect(read.problems.map(\.code) == ["unknown-key"])
  }
}
