import Architecture
import Review
import Testing
import TestSupport

/// Mistakes of typing, each with the one complaint that it deserves.
@Suite struct TypingTests {
  @Test(arguments: [
    Typo("hit", "99,95%", "99.95%"), Typo("hit", "0.9995", "99.95%"),
    Typo("hit", "95 percent", "95 %"), Typo("takes", "0,5s", "0.5s"),
    Typo("takes", "30MS", "30ms"), Typo("takes", "30 Sekunden", "30 s"),
    Typo("takes", "5mins", "5min"), Typo("limit", "4,000/s", "4000/s"),
    Typo("limit", "4'000/s", "4000/s"), Typo("limit", "1.234,5/s", "1234.5/s"),
    Typo("limit", "4 000/s", "4000/s"), Typo("limit", "40 per second", "40/s"),
    Typo("limit", "40 req/s", "40/s"), Typo("limit", "600 rpm", "600 /min"),
    Typo("limit", "“100/s”", "100/s"), Typo("replicas", "2-20", "2..20"),
    Typo("replicas", "2 to 20", "2..20"), Typo("replicas", "2...20", "2..20"),
    Typo("managed", "ja", "true"), Typo("managed", "on", "true"),
    Typo("memory-size", "20 Ko", nil),
  ])
  fileprivate func `a value is answered with the form that was meant`(_ typo: Typo) {
    let read = reading("components:\n  a:\n    kind: cache\n    \(typo.key): \(typo.text)")
    #expect(read.problems.count == 1)
    if let meant = typo.meant {
      #expect(read.problems.first?.remedy == "did you mean `\(meant)`?")
    }
  }

  @Test func `a character that looks like another one is named`() {
    let read = reading("components:\n  a: { kind: service, replicas: 2–20 }")
    #expect(
      read.problems.map(\.remedy) == [
        "it holds the character U+2013 (EN DASH); did you mean `2..20`?"
      ])
  }

  @Test func `a comma inside braces is one mistake, and the number is read`() {
    let read = reading(
      "components: { a: { kind: external, availability: 99,95%, limit: 1,000,000/s, takes: 4,5s } }"
    )
    #expect(
      complaints(read) == [
        "1:50 decimal-comma: the comma in `99,95%` ends the value of `availability`; "
          + "did you mean `99.95%`?",
        "1:65 decimal-comma: the comma in `1,000,000/s` ends the value of `limit`; "
          + "did you mean `1000000/s`?",
        "1:85 decimal-comma: the comma in `4,5s` ends the value of `takes`; did you mean `4.5s`?",
      ])
    let facts = read.architecture?.components[0].facts
    #expect(facts?.number(.availability) == 0.9995)
    #expect(facts?.number(.limit) == 1_000_000)
  }

  @Test func `a blank left out behind a colon is one mistake, and the value is read`() {
    let read = reading("components: { a: { kind:queue, visibility: 30s }, b: { kind: worker } }")
    #expect(
      complaints(read) == [
        "1:20 missing-blank: `kind:queue` has no blank after its colon; did you mean `kind: queue`?"
      ])
    #expect(read.architecture?.components[0].kind == .queue)
  }

  @Test(arguments: [
    Mistake(
      "components:\n  a:\n    kind: service\n    replicas 3\n    team: x",
      "4:5 yaml-syntax: this is not YAML: `replicas 3` has no colon with a blank after it; "
        + "did you mean `replicas: 3`?"),
    Mistake(
      "components:\n  a:\n    kind: service\n    replicas = 3\n    team: x",
      "4:5 yaml-syntax: this is not YAML: `replicas = 3` has no colon with a blank after it; "
        + "did you mean `replicas: 3`?"),
    Mistake(
      "components:\n  a:\n    kind: service\n    technology: nodejs\n      team: x",
      "5:11 yaml-syntax: this is not YAML: line 5 is indented further than line 4, which has a "
        + "value; indent both by 4, or remove the value of line 4"),
    Mistake(
      "components:\n  a:\n    kind: service\n   team: x",
      "4:4 yaml-syntax: this is not YAML: line 4 is indented by 3, the keys beside it by 2; the "
        + "mapping begins on line 2; indent its keys alike"),
    Mistake(
      "components:\n  a:\n    kind: service\n    - team: x",
      "4:5 yaml-syntax: this is not YAML: a list item stands among keys; remove the `- `, or give "
        + "the list a key of its own"),
    Mistake(
      "components:\n  - a: { kind: service }\n  b: { kind: service }",
      "3:3 yaml-syntax: this is not YAML: a list begins on line 2, and line 3 is no item of it; "
        + "remove the `- ` of line 2, or write `- ` before each item"),
    Mistake(
      "components:\n  a: { kind: service, calls: b }\n  b: { kind: client\n  c: { kind: worker }",
      "4:4 yaml-syntax: this is not YAML: while parsing a flow mapping, did not find expected ',' "
        + "or '}'; close the `{` of line 3, column 6, or put a comma before this"),
    Mistake(
      "components:\n  a: { kind: service, publishes: q }\n  q: { kind: postgresql }",
      "3:14 unknown-word: invalid value `postgresql` for `kind`; write one of client, cdn, "
        + "load-balancer, gateway, service, worker, function, scheduler, database, cache, queue, "
        + "topic, stream, search, object-store, warehouse, model, tool, external"),
    Mistake(
      "components:\n  a: { kind: service, calls: { b: charge } }\n"
        + "  b: { kind: service, operations: { charge: {} } }",
      "2:32 missing-target: `calls` is missing its key `to`; did you mean `to: b.charge`?"),
    Mistake(
      "components:\n  a: { kind: service, calls: { b, timeout: 2s } }\n  b: { kind: service }",
      "2:32 missing-target: `calls` is missing its key `to`; did you mean `to: b`?"),
    Mistake(
      "components:\n  a: { kind: service, calls: b-c }\n  b\u{2011}c: { kind: service }",
      "3:3 invalid-name: `b\u{2011}c` is not a name; did you mean `b-c`?"),
    Mistake(
      "components:\n  - { kind: service }\njourneys: { j: { from: a, calls: b } }",
      "2:3 not-a-mapping: `components` must be a mapping from names; write `name: { ... }` lines "
        + "below it"),
  ])
  func `one cause is one complaint where it was made`(_ mistake: Mistake) {
    #expect(complaints(reading(mistake.text)) == [mistake.complaint])
  }

  @Test func `the first character that is no colon or blank is named`() {
    for text in ["    team\u{FF1A} x", "    team:\u{A0}x"] {
      let read = reading("components:\n  a:\n    kind: service\n\(text)\n    replicas: 3")
      #expect(read.problems.count == 1)
      #expect(read.problems.first?.remedy?.hasPrefix("line 4 holds the character U+") == true)
    }
  }
}

private struct Typo: CustomTestStringConvertible {
  let key: String
  let text: String
  let meant: String?
  var testDescription: String { "\(key): \(text)" }

  init(_ key: String, _ text: String, _ meant: String?) {
    (self.key, self.text, self.meant) = (key, text, meant)
  }
}
