import Architecture
import Description
import Findings
import Review
import SourceText
import Testing
import TestSupport
import YAML

/// Fixes of pages are changes of a description: held against every example, and made in place.
@Suite struct FixTests {
  /// A page that finds services with one replica, and what it does about them.
  private static func page(_ fix: String) -> String {
    """
    ---
    severity: low
    inputs: [element.replicas]
    message: "{element} has {replicas_max}"
    fix: \(fix)
    ---
    # Title

    Summary.

    ## Find
    ```sql
    SELECT c.id AS element, c.replicas_max, c.replicas_max < 2 AS holds
    FROM component c WHERE c.kind = 'service'
    ```

    ## Why it hurts
    It does.

    ## What to do
    Something.

    ## When it is fine
    Never.

    ## Example: one
    ```yaml
    components:
      a: { kind: service, replicas: 1 }   # expect: low
    ```

    ## Counter-example: none
    ```yaml
    components: { b: { kind: cache } }
    ```
    """
  }

  @Test(
    arguments: [
      ("[{ at: element, set: { replicas: 2 } }]", nil),
      (
        "[{ set: { replicas: 2..9 } }, { at: system, add: { 'components.{element}-lb': load-balancer } }]",
        nil
      ),
      ("[{ remove: replicas }]", nil), ("Somebody has to think about it.", nil),
      ("[{ set: { replicas: 1 } }]", "its fix leaves the finding on `a` as it is"),
      ("[{ set: { replcas: 2 } }]", "component `a` has no key `replcas`; did you mean `replicas`?"),
      ("[{ set: { replicas.most: 2 } }]", "its fix finds no place for replicas.most of `a`"),
      ("[{ at: element }]", "the fix changes nothing; write `{ at: queue"),
      ("[{ at: elemnt, set: { replicas: 2 } }]", "`elemnt` is used on the page, but `Find` has no"),
      ("[{ set: { replicas: '{most}' } }]", "`most` is used on the page, but `Find` has no such"),
      ("[{ at: element, put: { replicas: 2 } }]", "a fix has no key `put`"),
    ] as [(String, String?)])
  func `a fix has to repair what its page finds`(_ fix: String, _ complaint: String?) {
    let rules = RuleSet.builtIn.adding([("own/smell.md", Self.page(fix))])
    let found =
      rules.problems.map(\.sentence)
      + ExampleTest.all(in: rules, matching: "own/smell").flatMap { $0.failures() }
    guard let complaint else { return #expect(found == []) }
    #expect(found.contains { $0.contains(complaint) }, "\(found)")
  }

  /// Elements in all their short forms, each given a property.
  @Test(
    arguments: [
      (nil, ["stage"], "seed"), ("api", ["replicas"], "3"), ("db", ["replicas"], "3"),
      ("api.place", ["takes"], "20ms"), ("journey buy", ["critical"], "true"),
      ("api.place calls pay", ["timeout"], "2s"), ("api reads db", ["timeout"], "2s"),
      ("api reads db #2", ["timeout"], "3s"), ("api publishes events", ["message-key"], "id"),
      ("journey buy calls api.place", ["timeout"], "9s"), ("pay writes db", ["timeout"], "1s"),
    ] as [(String?, [String], String)])
  func `a change is made at its element, whatever form that has`(
    _ element: String?, _ path: [String], _ value: String
  ) throws {
    let text = """
      system: shop   # ours
      journeys:
        buy: { calls: api.place }
      components:
        # The front.
        api:
          kind: service
          operations: { place: { calls: [pay] } }
          reads: [db, { from: db, timeout: 1s }]
          publishes: events   # all of them
        pay: { kind: service, writes: { to: db } }
        db: database
        events: { kind: queue }
      """
    let read = reading(text)
    #expect(read.problems.isEmpty, "\(read.problems.map(\.sentence))")
    let architecture = try #require(read.architecture)
    var editor = try #require(
      DescriptionEditor(SourceText(path: "x", text: text), architecture))
    let isMade = editor.apply(FixStep(at: element, path, .set(NewValue(word: value))))
    #expect(isMade)
    let after = try #require(reading(editor.text).architecture)
    let id = element.flatMap { name in
      (1..<after.elementCount).compactMap(after.element(numbered:)).first {
        after.name(of: $0) == name
      }
    }
    let property = try #require(Property(path[0]))
    let fact = try #require(after.facts(of: id ?? .system)[property], "\(editor.text)")
    #expect(fact.origin == .declared && fact.value == property.definition.type.read(value))
    for comment in ["# ours", "# The front.", "# all of them"] {
      #expect(editor.text.contains(comment))
    }
    let other = try #require(read.architecture)
    #expect(after.components.map(\.name) == other.components.map(\.name))
    #expect(after.relations.count == other.relations.count)
  }

  @Test func `what stands in a template has no place of its own`() throws {
    let text = """
      templates: { base: { kind: service, calls: pay } }
      components:
        a: { template: base }
        pay: { kind: service }
      """
    let architecture = try #require(reading(text).architecture)
    var editor = try #require(DescriptionEditor(SourceText(path: "x", text: text), architecture))
    let isMade = editor.apply(FixStep(at: "a calls pay", ["timeout"], .set(.plain("2s"))))
    #expect(!isMade && editor.text == text)
  }
}

extension ValueType {
  /// The value of a text, ranges and flags too.
  fileprivate func read(_ text: String) -> Value? {
    switch self {
    case .flag: Quantity.flags[text].map(Value.flag)
    case .countRange: Double(text).map { .range($0, $0) }
    default: value(of: text)
    }
  }
}
