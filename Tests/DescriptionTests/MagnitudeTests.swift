import Architecture
import Description
import Findings
import Review
import Testing
import TestSupport
import YAML

/// Numbers that cannot be are told where they stand, with those that can.
@Suite struct MagnitudeTests {
  static let types: [(String, ValueType)] = [
    ("count", .count), ("number", .number), ("ratio", .ratio), ("duration", .duration),
    ("rate", .rate), ("size", .size), ("multiple", .multiple),
  ]

  @Test(arguments: types.map(\.1.form))
  func `the ends of a type are values as they are written, and what is beyond is none`(
    _ form: String
  ) throws {
    let type = try #require(Self.types.first { $0.1.form == form }?.1)
    let magnitudes = try #require(type.magnitudes)
    for end in [magnitudes.least, magnitudes.most] {
      let number = try #require(type.value(of: end.text)?.number, "\(end.text)")
      #expect(abs(number / end.number - 1) < 1e-12, "\(end.text)")
    }
    #expect(!magnitudes.contains(magnitudes.most.number * 1.01))
    #expect(!magnitudes.contains(magnitudes.least.number * 0.99))
    #expect(!magnitudes.contains(.infinity) && !magnitudes.contains(.nan))
    for number in [0, 1e-300, 3, 1e300] {
      #expect(magnitudes.contains(magnitudes.clamped(number)))
    }
  }

  @Test func `narrower ends of properties are values of their types, too`() throws {
    for property in Property.all {
      let definition = property.definition
      guard let magnitudes = definition.magnitudes, let own = definition.type.magnitudes else {
        continue
      }
      #expect(own.contains(magnitudes.least.number) || definition.type.unit == nil, "\(property)")
      // Records are counted further than copies and connections.
      let most = property.name == "rows" ? Magnitudes.records : own
      #expect(magnitudes.most.number <= most.most.number, "\(property)")
    }
  }

  @Test(arguments: [
    ("components: { a: { kind: service, replicas: 1e20..1e19 } }", "did you mean `1e19..1e20`?"),
    (
      "components: { a: { kind: service, replicas: unlimited..2 } }", "did you mean `2..unlimited`?"
    ),
    ("components: { a: { kind: service, replicas: 1e10 } }", "it is from 0 to 1000M"),
    ("components: { a: { kind: service, replicas: 3..1e10 } }", "it is from 0 to 1000M"),
    ("growth: 10x in 18m", "did you mean `10x in 18 months`?"),
    ("growth: 10x in 23h", "it is planned from 1 day to 1000 years"),
    ("growth: 2Mx in 1 year", "it is from 0.001x to 1Mx"),
    ("horizon: 12m", "did you mean `12 months`?"),
    ("components: { a: { kind: service, takes: 1001 years } }", "it is 0, or from 0.001us to"),
    ("components: { a: { kind: service, limit: 1001G/s } }", "it is 0, or from 0.001/year to"),
    ("components: { a: { kind: service, scaling: { interval: 1us } } }", "it is from 1ms to"),
    ("components: { a: { kind: service, scaling: { target: 0% } } }", "it is from 1% to"),
    (
      "components: { a: { kind: service }, b: { kind: service, calls: { to: a, attempts: 1001 } } }",
      "it is from 0 to 1000"
    ),
    (
      "components: { a: { kind: service }, b: { kind: service, calls: { to: a, retries: 1000 } } }",
      "it is from 0 to 999"
    ),
    (
      "components: { a: { kind: service, takes: \(String(repeating: "9", count: 400))s } }",
      "it is 0, or from"
    ),
    (
      "components: { a: { kind: queue, max-size: \(String(repeating: "9", count: 400))TB } }",
      "it is from 0 to 1000PB"
    ),
  ])
  func `a number that cannot be is refused with those that can`(_ text: String, _ hint: String) {
    let components = text.hasPrefix("components") ? "" : "\ncomponents: { a: client }"
    let problems = reading(text + components).problems.filter { $0.weight == .error }
    #expect(problems.count == 1 && problems.first?.remedy?.contains(hint) == true, "\(problems)")
  }

  @Test func `what is just within is read`() {
    let text = """
      growth: 1Mx in 1 day
      horizon: 1000 years
      components:
        a: { kind: service, replicas: 1..1000M, concurrency: unlimited, takes: 0.001us, queue: none,
             scaling: { interval: 1ms, target: 1%, lag: 1000 years } }
        b: { kind: service, calls: { to: a, attempts: 1000, per-request: 1M, timeout: 1000 years } }
      """
    #expect(reading(text).problems.isEmpty, "\(reading(text).problems)")
  }

  @Test func `the schema tells the numbers`() {
    let schema = DescriptionSchema.document.text
    #expect(schema.contains("\"maximum\": 1000000000"))
    #expect(schema.contains("It is from 1 day to 1000 years."))
  }

  @Test func `a level beyond what a file can say is written as its end`() {
    let level = RiskLevel(severity: .high, headroom: 1e200, peak: 1e-200).writable
    #expect(level.headroom == 1e12 && level.peak == 0)
  }
}
