import Architecture
import Description
import Foundation
import Testing
import TestSupport

/// A form in which a value may be written, and whether it is one of the property's.
struct ValueForm: CustomTestStringConvertible {
  let key: String
  let text: String
  /// The value as an editor hands it to the schema.
  let value: any Sendable
  let isFine: Bool
  var testDescription: String { "\(key): \(text)" }

  /// Forms that YAML reads as texts, those with a sign behind them as mistakes.
  static func texts(_ key: String, fine: [String], wrong: [String]) -> [ValueForm] {
    (fine.map { ($0, true) } + wrong.map { ($0, false) }).map {
      ValueForm(key: key, text: $0, value: $0, isFine: $1)
    }
  }

  /// Forms that YAML reads as numbers.
  static func numbers(_ key: String, fine: [(String, Double)], wrong: [(String, Double)])
    -> [ValueForm]
  {
    (fine.map { ($0, true) } + wrong.map { ($0, false) }).map {
      ValueForm(key: key, text: $0.0, value: $0.1, isFine: $1)
    }
  }
}

/// The reader and the schema agree on what a value looks like.
@Suite struct ValueFormTests {
  static let forms =
    ValueForm.texts(
      "drain", fine: ["5s", "5 s", "1.5h", ".5s", "0s", "14 days", "1 month", "200ms", "3µs"],
      wrong: ["-5s", "5", "5 parsecs", "5.s", "1e9s", "0x10s", "s", "5s2", "1.2.3s", "+5s", "5 S"])
    + ValueForm.texts(
      "limit", fine: ["40/s", "2.5k/min", "1M / h", "100/day", "1bn/year", "0/s", "1e3/s"],
      wrong: ["-40/s", "40", "40/", "/s", "40s", "40/s/s", "k/s", "4.5.6/s", "40//s"])
    + ValueForm.texts(
      "message-limit", fine: ["1KB", "20 gb", "1GiB", "256kB", "0.5MB", "5b"],
      wrong: ["-1KB", "1", "1K", "KB", "1e3KB", "1XB", "1_0KB"])
    + ValueForm.texts(
      "hit", fine: ["99.95%", "100%", "0%", "100.00%", "5 %", ".5%", "099%"],
      wrong: ["101%", "100.1%", "-1%", "99.95", "%", "1000%", "9e1%", "99.%"])
    + ValueForm.texts(
      "replicas",
      fine: [
        "2..20", "2 .. 20", "2k..20k", "2k", "0..5", "1.5k", "unlimited", "2..unlimited", "2.345k",
        "1M", "1_000..2_000", "0x10..0x20", "2.5k..5k",
      ],
      wrong: [
        "2..", "..2", "2...3", "2-20", "-2..3", "0..0", "many", "1.2345k", "1.5..2", "0k",
        "2..3..4",
        "2,20",
      ])
    + ValueForm.numbers(
      "replicas", fine: [("3", 3), ("1e3", 1000), ("0x10", 16), ("1_000", 1000), ("+5", 5)],
      wrong: [("0", 0), ("-3", -3), ("1.5", 1.5), ("1e-1", 0.1)])
    + ValueForm.numbers(
      "concurrency", fine: [("64", 64), ("1_000", 1000), ("5.0", 5), ("2.5e3", 2500)],
      wrong: [("0", 0), ("0.0", 0), ("-1", -1), ("6.4", 6.4)])
    + ValueForm.texts(
      "concurrency", fine: ["unlimited", "2k", "2 k", "2.3k"], wrong: ["0k", "k", "none"])
    + ValueForm.numbers("max-length", fine: [("0", 0), ("10", 10)], wrong: [("-1", -1)])
    + ValueForm.texts(
      "max-length", fine: ["0k", "10M", "0.5k"], wrong: ["-1k", "0.0005k", "1..2"])
    + ValueForm.numbers("queue", fine: [("0", 0), ("50", 50)], wrong: [("-1", -1), ("0.5", 0.5)])
    + ValueForm.texts("queue", fine: ["none", "unlimited", "1k"], wrong: ["some", "-1k", "5s"])
    + ValueForm.numbers(
      "variability", fine: [("0", 0), ("0.2", 0.2), ("1e-3", 0.001), (".5", 0.5), ("2.", 2)],
      wrong: [("-0.2", -0.2)])
    + ValueForm.texts(
      "variability", fine: ["2k", "0.2k"], wrong: ["20%", "-2k", "1..2", "unlimited"])
    + ValueForm.texts("managed", fine: ["yes", "no"], wrong: ["maybe", "y"])
    + ValueForm.texts("session-store", fine: ["c"], wrong: [])

  static let growths = ValueForm.texts(
    "growth",
    fine: [
      "10x in 18 months", "1.5x in 1 year", "2kx in 3y", "10x in 18months", "10x  in  1 year",
    ],
    wrong: [
      "10 in 18 months", "10 x in 18 months", "10x", "0x in 1 year", "10x in 0 months",
      "-1x in 1 year", "10x in -1 year", "10ax in 1 year", "10x over 1 year",
    ])

  @Test(arguments: forms)
  func `reader and schema agree on a component's value`(_ form: ValueForm) {
    let components: [String: Any] = [
      "a": ["kind": "external", form.key: form.value], "c": ["kind": "cache"],
    ]
    let read = reading(
      "components:\n  c: { kind: cache }\n  a:\n    kind: external\n    \(form.key): \(form.text)")
    #expect((read.problems == []) == form.isFine, "reader")
    #expect(Schema().accepts(["components": components]) == form.isFine, "schema")
  }

  @Test(arguments: growths)
  func `reader and schema agree on growth`(_ form: ValueForm) {
    let read = reading("growth: \(form.text)\ncomponents: { a: service }")
    #expect((read.problems == []) == form.isFine, "reader")
    #expect(
      Schema().accepts(["growth": form.value, "components": ["a": "service"]]) == form.isFine,
      "schema")
  }

  @Test func `reader and schema agree on templates`() {
    let wrong: [String: Any] = ["t": 5, "u": ["replicaz": 3], "v": ["takes": 5]]
    for (name, template) in wrong {
      #expect(!Schema().accepts(["templates": [name: template]]))
    }
    #expect(Schema().accepts(["templates": ["t": ["kind": "service"]]]))
    #expect(!Schema().accepts(["templates": ["t": ["template": "u"]]]))
  }

  @Test func `a multiple is the decimal that is written`() {
    for (text, number) in [("2.3k", 2300.0), ("64.1k", 64100), ("1.001M", 1_001_000)] {
      let read = reading("components: { a: { kind: service, concurrency: \(text) } }")
      #expect(read.architecture?.components[0].facts.number(.concurrency) == number)
    }
  }
}

/// As much of JSON Schema (draft 7) as the description's schema uses.
private struct Schema {
  private let root: [String: Any]

  init() {
    let text = DescriptionSchema.document.text
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    root = object as? [String: Any] ?? [:]
  }

  func accepts(_ value: Any) -> Bool { accepts(value, root) }

  private func accepts(_ value: Any, _ schema: Any) -> Bool {
    guard let schema = schema as? [String: Any] else { return schema as? Bool ?? false }
    return schema.allSatisfy { key, rule in
      switch key {
      case "$ref": accepts(value, definition(rule))
      case "anyOf": (rule as? [Any] ?? []).contains { accepts(value, $0) }
      case "allOf": (rule as? [Any] ?? []).allSatisfy { accepts(value, $0) }
      case "type": isOf(rule as? [String] ?? [rule as? String ?? ""], value)
      case "enum": (rule as? [Any] ?? []).contains { "\($0)" == "\(value)" }
      case "pattern": matches(value, rule as? String ?? "")
      case "minimum": (value as? Double).map { $0 >= (rule as? Double ?? 0) } ?? true
      case "required": has(rule as? [String] ?? [], value)
      case "items": (value as? [Any] ?? []).allSatisfy { accepts($0, rule) }
      case "additionalProperties": (value as? [String: Any]).map { properties($0, schema) } ?? true
      case "propertyNames":
        (value as? [String: Any] ?? [:]).keys.allSatisfy { accepts($0, rule) }
      default: true
      }
    }
  }

  private func definition(_ reference: Any) -> Any {
    let name = (reference as? String ?? "").dropFirst("#/definitions/".count)
    return (root["definitions"] as? [String: Any])?[String(name)] ?? false
  }

  private func properties(_ object: [String: Any], _ schema: [String: Any]) -> Bool {
    let known = schema["properties"] as? [String: Any] ?? [:]
    return object.allSatisfy { key, value in
      if let rule = known[key] { return accepts(value, rule) }
      if key.hasPrefix("x-"), schema["patternProperties"] != nil { return true }
      return accepts(value, schema["additionalProperties"] ?? true)
    }
  }

  private func has(_ keys: [String], _ value: Any) -> Bool {
    guard let object = value as? [String: Any] else { return true }
    return keys.allSatisfy { object[$0] != nil }
  }

  private func isOf(_ types: [String], _ value: Any) -> Bool {
    types.contains { type in
      switch (type, value) {
      case ("object", is [String: Any]), ("array", is [Any]), ("string", is String): true
      case ("number", is Double), ("number", is Int): true
      case ("integer", let number as Double): number == number.rounded()
      case ("integer", is Int): true
      default: false
      }
    }
  }

  private func matches(_ value: Any, _ pattern: String) -> Bool {
    guard let text = value as? String else { return true }
    return text.range(of: pattern, options: .regularExpression) != nil
  }
}
