import Architecture
import Testing
import TestSupport

/// `none` and `unlimited`, where a limit or a thing could stand.
@Suite struct AbsenceTests {
  /// A component or an arrow that says a word of a property, in a system around it.
  private func read(_ property: Property, _ word: String) -> [String] {
    let parts = property.name.split(separator: ".")
    let line = parts.count == 2 ? "\(parts[0]): { \(parts[1]): \(word) }" : "\(parts[0]): \(word)"
    let text =
      property.definition.declared.contains(.component)
      ? "components:\n  a: { kind: external, \(line) }"
      : "components:\n  a: { kind: service, calls: { to: b, \(line) } }\n  b: { kind: external }"
    return reading(text).problems.filter { $0.weight == .error }.map(\.message)
  }

  /// Every key: such a word is a value, silence, or wrong with one complaint that is no form only.
  @Test func `every key has one answer to none and unlimited`() {
    for property in Property.all
    where !property.definition.declared.isDisjoint(with: [.component, .relation]) {
      for word in ["none", "unlimited", "infinite", "never"] {
        let problems = read(property, word)
        if problems.count > 1 { Issue.record("\(property.name): \(word): \(problems)") }
      }
    }
  }

  @Test(arguments: ["retention", "max-age", "max-size", "message-limit", "item-limit"])
  func `what has no limit is known to have none`(_ key: String) throws {
    let read = reading("components: { q: { kind: queue, \(key): unlimited } }")
    #expect(read.problems.isEmpty)
    let property = try #require(Property(key))
    #expect(read.architecture?.components[0].facts[property]?.value == .number(.infinity))
    #expect(read.architecture?.components[0].facts[property]?.origin == .declared)
  }

  @Test func `what is not there is not there`() {
    let read = reading(
      """
      components:
        a: { kind: service, calls: { to: b, timeout: none, fallback: none, retries: none } }
        b: { kind: external }
      """)
    #expect(read.problems.isEmpty)
    let facts = read.architecture?.relations[0].facts
    #expect(facts?[.timeout] == nil && facts?.text(.fallback) == "none")
    #expect(facts?.number(.attempts) == 1)
  }

  private static let parts =
    "write how many there are, such as 12, or leave it out where there is one"

  @Test(arguments: [
    (
      "limit: unlimited",
      "write `elastic: true` where it grows with demand by itself, or leave it out"
    ),
    ("retention: none", "write `unlimited` where there is no limit, or leave it out"),
    ("max-deliveries: none", "write `unlimited` where nothing limits it, or leave it out"),
    ("dead-letter: none", "leave the key out where there is none"),
    ("takes: none", "write 0s where there is none"),
    ("takes: unlimited", "leave it out where there is none, or where it is not known"),
    ("count: unlimited", Self.parts), ("count: none", Self.parts),
    ("zones: none", "leave it out where there is none, or where it is not known"),
  ])
  func `a key without such a value says what is right for it`(_ line: String, _ remedy: String) {
    let read = reading("components: { q: { kind: external, \(line) } }")
    #expect(read.problems.filter { $0.weight == .error }.map(\.remedy) == [remedy])
  }
}
