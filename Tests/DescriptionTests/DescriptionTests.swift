import Architecture
import Description
import Findings
import Testing
import TestSupport

/// A mistake and what is said about it: `line:column code: message; remedy`.
struct Mistake: CustomTestStringConvertible {
  let text: String
  let complaint: String
  var testDescription: String { complaint }

  init(_ text: String, _ complaint: String) {
    self.text = text
    self.complaint = complaint
  }
}

func complaints(_ reading: ReadResult) -> [String] {
  reading.problems.map { problem in
    let place = problem.place.map { "\($0.start.line):\($0.start.column) " } ?? ""
    return "\(place)\(problem.code): \(problem.message)" + (problem.remedy.map { "; \($0)" } ?? "")
  }
}

@Suite struct DescriptionTests {
  @Test(arguments: [
    Mistake(
      "components:\n  a: { kind: service, replcas: 3 }",
      "2:23 unknown-key: component `a` has no key `replcas`; did you mean `replicas`?"),
    Mistake(
      "components:\n  a: { kind: servcie }",
      "2:14 unknown-word: invalid value `servcie` for `kind`; did you mean `service`?"),
    Mistake(
      "components:\n  q: { kind: queue, visibility: 30 }",
      "2:33 wrong-value: invalid value `30` for `visibility`; write a time with its unit, such as "
        + "200ms, 30s, 5min, 4h or 14 days"),
    Mistake(
      "components:\n  a: { kind: service, replicas: 20..2 }",
      "2:33 range-reversed: the range `20..2` of `replicas` is reversed; did you "
        + "mean `2..20`?"
    ),
    Mistake(
      "components:\n  a: { kind: service }\n  b: { kind: worker, calls: aa }",
      "3:29 unknown-component: there is no component `aa`; did you mean `a`?"),
    Mistake(
      "components:\n  a:\n    kind: service\n    operations: { order: {} }\n  b: { kind: "
        + "worker, calls: a.ordr }",
      "5:29 unknown-operation: there is no operation `a.ordr`; did you mean `a.order`?"),
    Mistake(
      "components:\n  a: { replicas: 3 }",
      "2:3 missing-kind: component `a` has no kind; write `kind: service`, or another of "
        + "client, cdn, "
        + "load-balancer, gateway, service, worker, function, scheduler, database, cache, "
        + "queue, topic, "
        + "stream, search, object-store, warehouse, model, tool, external"),
    Mistake(
      "components:\n  a: { kind: service }\n  a: { kind: worker }",
      "3:3 duplicate-key: duplicate key `a`; the first one, on line 2, is used; "
        + "remove or "
        + "rename one of them"),
    Mistake(
      "components:\n  a: { kind: worker, consumes: { to: q } }\n  q: { kind: queue }",
      "2:34 unknown-key: `consumes` has no key `to`; did you mean `from`?"),
    Mistake(
      "journeys:\n  j: { calls: a, rate: 10/s, peak: 5/s }\ncomponents:\n  a: { kind: service }",
      "2:36 contradiction: `peak` of 5/s is below `rate` of 10/s; `rate` is at most `peak`; were "
        + "they swapped?"),
    Mistake(
      "components:\n  a: { kind: service, sessions: none, session-store: s }\n"
        + "  s: { kind: cache }",
      "2:54 contradiction: `session-store` says that sessions live in a store, and "
        + "`sessions: none` does not; write `sessions: store`, or leave `session-store` out"),
    Mistake(
      "components:\n  a: { kind: service, session-store: q }\n  q: { kind: queue }",
      "2:38 wrong-target: `q` is a queue, and `session-store` cannot be one; `session-store` "
        + "takes one of database, cache, search, object-store, warehouse, external"),
    Mistake(
      "components:\n  a: { kind: external }\n  b: { kind: service, calls: { to: a, "
        + "attempts: 3, retries: 2 } }",
      "3:52 retries-and-attempts: `retries` and `attempts` are both declared; 3 "
        + "attempts are 1 "
        + "call and 2 retries; keep `attempts`"),
    Mistake(
      "components:\n  a: { kind: service, visibility: 30s }",
      "2:35 foreign-key: `visibility` does not apply to a service; it belongs to database, cache, "
        + "queue, topic, stream, search, object-store, warehouse"),
    Mistake(
      "components:\n  a: { kind: scheduler, count: 2 }",
      "2:32 foreign-key: `count` does not apply to a scheduler; it belongs to cdn, load-balancer, "
        + "gateway, service, worker, function, database, cache, queue, topic, stream, search, "
        + "object-store, warehouse, model"),
    Mistake(
      "components:\n  a: { kind: service, count: 0 }",
      "2:30 zero-value: `count` is 0; the least is 1; write 1 or more, or leave it out where it is "
        + "not known"),
    Mistake(
      "components:\n  a: { kind: service, technology: [nodejs, foo] }",
      "2:44 unknown-technology: the catalogue has no technology `foo`; nothing is assumed about it; "
        + "declare what matters on the component itself"),
    Mistake(
      "components:\n  a: { kind: service, team: \"x }",
      "2:29 yaml-syntax: this is not YAML: while scanning a quoted scalar, found unexpected end of "
        + "stream; close the quote that is opened here"),
    Mistake(
      "templates:\n  t: { replicas: many }\ncomponents:\n  a: { kind: service, template: t }\n"
        + "  b: { kind: service, template: t }",
      "2:18 wrong-value: invalid value `many` for `replicas`; write a whole number or a range, such "
        + "as 3 or 2..20"),
    Mistake(
      "tenfold: 2",
      "1:10 unknown-version: unsupported version `2` of the description language; write "
        + "`tenfold: 1`"),
    Mistake(
      "components: [a]",
      "1:13 not-a-mapping: `components` must be a mapping from names; write "
        + "`name: { ... }` "
        + "lines below it"),
    Mistake(
      "components:\n  \"a b\": { kind: service }",
      "2:3 invalid-name: `a b` is not a name; a name has letters, digits, - and _"),
    Mistake(
      "components:\n  a: { kind: service, technology: postgrsql }",
      "2:35 unknown-technology: the catalogue has no technology `postgrsql`; did you mean "
        + "`postgresql`?"
    ),
    Mistake(
      "components:\n  a: *nothing",
      "2:6 unknown-anchor: `*nothing` has no anchor `&nothing` above it; define it first, as in "
        + "`name: &nothing ...`"),
    Mistake(
      "components:\n  a: &a { kind: service, team: *a }",
      "2:32 recursive-anchor: `*a` stands inside the anchor it repeats; an alias can repeat "
        + "only what is complete"
    ),
    Mistake(
      "",
      "1:1 empty-file: `test.tenfold.yaml` describes nothing; start with `system: name` and "
        + "`components:`"
    ),
    Mistake(
      "components:\n  a: { kind: service, concurrency: 0 }",
      "2:36 zero-value: `concurrency` is 0; the least is 1; write 1 or more, or leave "
        + "it out where it is not known"),
    Mistake(
      "components:\n  a: { kind: client }\n  b: { kind: service, calls: a }",
      "3:30 wrong-target: `a` is a client, and nothing calls one; `calls` takes one of cdn, "
        + "load-balancer, gateway, service, worker, function, scheduler, database, cache, search, "
        + "object-store, warehouse, model, external"),
    Mistake(
      "components:\n  a: { kind: external }\n  "
        + "b: { kind: service, calls: { to: a, retries: 2, attempts: 3 } }",
      "3:39 retries-and-attempts: `retries` and `attempts` are both declared; 3 attempts are "
        + "1 call and 2 retries; keep `attempts`"),
  ])
  func `a mistake is said once, with place and remedy`(_ mistake: Mistake) {
    #expect(complaints(reading(mistake.text)) == [mistake.complaint])
  }

  @Test func `all mistakes come in one run, and the rest is read`() {
    let read = reading(
      """
      components:
        a: { kind: servic, replicas: many }
        b: { kind: worker, consumes: nowhere, colour: red }
        c: { kind: service, replicas: 2 }
      """)
    #expect(read.problems.count == 4)
    #expect(read.architecture?.components.map(\.name) == ["a", "b", "c"])
    #expect(read.architecture?.components[2].facts.number(Property("replicas") ?? .takes) == 2)
  }

  @Test func `the same description as JSON, with CR LF and a byte order mark`() {
    let yaml = reading(
      "components:\n  a: { kind: service, calls: { to: b, timeout: 2s } }\n  b: { kind: external }")
    let json = reading(
      """
      { "components": { "a": { "kind": "service", "calls": { "to": "b", "timeout": "2s" } },
        "b": { "kind": "external" } } }
      """)
    let windows = reading(
      "\u{FEFF}components:\r\n  a: { kind: service, calls: { to: b, timeout: 2s } }\r\n  b: "
        + "{ kind: external }\r\n"
    )
    for read in [yaml, json, windows] {
      #expect(read.problems == [])
      #expect(read.architecture?.relations.count == 1)
    }
  }

  @Test func `documents and included files make one description`() {
    let read = reading(
      "system: s\ninclude: [more/b.yaml]\ncomponents:\n  a: { kind: service, calls: b "
        + "}\n---\ncomponents:\n  c: { kind: service, calls: d }\n",
      others: [
        "more/b.yaml": "include: ../d.yaml\ncomponents:\n  b: { kind: external }\n",
        "d.yaml": "components:\n  d: { kind: external }\n",
      ])
    #expect(read.problems == [])
    #expect(read.architecture?.components.map(\.name) == ["a", "b", "d", "c"])
  }

  @Test func `includes cannot leave the root, go in circles or miss`() {
    let read = reading(
      "include: [../secret.yaml, test.tenfold.yaml, none.yaml]\ncomponents:\n  a: { kind: "
        + "service }\n",
      others: ["../secret.yaml": "components: {}"])
    #expect(
      read.problems.map(\.code) == ["include-outside-root", "include-twice", "file-not-found"])
  }

  @Test func `anchors, merge keys and templates share what is similar`() {
    let read = reading(
      """
      x-common: &common { replicas: 2..4, team: shop }
      templates:
        stateless: { kind: service, sessions: token, concurrency: 8 }
      components:
        a: { template: stateless, concurrency: 16 }
        b: { <<: *common, kind: worker }
      """)
    #expect(read.problems == [])
    let components = read.architecture?.components ?? []
    #expect(components[0].kind == .service)
    #expect(components[0].facts.number(.concurrency) == 16)
    #expect(components[0].facts.text(.sessions) == "token")
    #expect(components[1].facts[.replicas]?.value == .range(2, 4))
  }

  @Test func `retries of 2 are 3 attempts, and attempts inherit from the target`() {
    let read = reading(
      """
      components:
        a: { kind: service, calls: [{ to: b, retries: 2 }, c] }
        b: { kind: external }
        c: { kind: external, attempts: 5 }
      """)
    let relations = read.architecture?.relations ?? []
    #expect(relations.map { $0.facts.number(.attempts) } == [3, 5])
  }

  @Test func `silence is completed from the catalogue, and says so`() {
    let read = reading("components:\n  q: { kind: queue, technology: SQS }\n  d: { kind: queue }")
    let components = read.architecture?.components ?? []
    #expect(components[0].facts[.visibility]?.value == .number(30))
    #expect(components[0].facts[.visibility]?.origin == .default)
    #expect(components[0].facts[.visibility]?.source?.contains("docs.aws.amazon.com") ?? false)
    #expect(components[1].facts[.visibility] == nil)
  }

  @Test func `the design's example is accepted as it stands`() throws {
    let read = reading(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    #expect(read.problems == [])
    #expect(read.architecture?.components.count == 6)
  }
}

@Suite struct QuantityTests {
  func seconds(_ text: String) -> Double? {
    reading("components:\n  q: { kind: queue, visibility: \(text) }").architecture?.components[0]
      .facts
      .number(.visibility)
  }

  @Test(arguments: [
    ("200ms", 0.2), ("30s", 30), ("5min", 300), ("5m", 300), ("4h", 14400), ("14 days", 1_209_600),
    ("1.5h", 5400), ("2 weeks", 1_209_600), ("18 months", 47_336_400), ("0s", 0),
  ])
  func `times have a unit`(_ text: String, _ value: Double) {
    #expect(seconds(text).map { abs($0 - value) < 1e-9 } ?? false)
  }

  @Test(arguments: ["30", "30 parsecs", "-1s", "1e9s", "0x10s", "..s", "s", "1s2", "NaN", "inf"])
  func `anything else is no time`(_ text: String) { #expect(seconds(text) == nil) }

  @Test(arguments: [
    ("40/s", 40.0), ("2.5k/min", 2500.0 / 60), ("100/day", 100.0 / 86400), ("1M / h", 1e6 / 3600),
  ])
  func `rates have a count and a time`(_ text: String, _ value: Double) {
    let read = reading(
      "journeys:\n  j: { calls: a, rate: \(text) }\ncomponents:\n  a: { kind: service }")
    #expect(
      read.architecture?.journeys[0].facts.number(.rate).map { abs($0 - value) < 1e-9 } ?? false)
  }

  @Test(arguments: [("256KB", 256_000.0), ("1GiB", 1_073_741_824), ("20 gb", 20e9)])
  func `sizes are decimal, or binary with an i`(_ text: String, _ value: Double) {
    let read = reading("components:\n  q: { kind: queue, message-limit: \(text) }")
    #expect(read.architecture?.components[0].facts.entries.first?.fact.value == .number(value))
  }

  @Test func `JSON's surrogate pairs are one character, and places stay`() {
    let text = #"{"system": "a\uD83D\uDE00b", "components": {"c": {"kind": "clinet"}}}"#
    let read = reading(text)
    #expect(read.architecture?.name == "a\u{1F600}b")
    #expect(read.problems.map { $0.place?.start.column } == [59])
    let open = reading(#"{"system": "\uD83D\uDE00", "components": {"c": ]}"#)
    #expect(open.problems.first?.place?.start.column == 48)
    #expect(
      reading(#"{"system": "\uD83D", "components": {}}"#).problems.first?.code == "yaml-syntax")
  }
}
