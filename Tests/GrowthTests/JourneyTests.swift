import Foundation
import Growth
import Reports
import TestSupport
import Testing

/// Response times along journeys, and what people read of them.
@Suite struct JourneyTests {
  @Test func `percentiles are combined, never added`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: [a, b], rate: 1/s } }
      components:
        a: { kind: external, takes: 100ms }
        b: { kind: external, takes: 100ms }
      """)
    let p99 = try #require(number(report, .journey("p99_s")))
    // Two exponential times of 0.1 s are an Erlang; adding percentiles would give 0.921 s.
    #expect(abs(p99 - Gamma.percentile(0.99, mean: 0.2, shape: 2)) < 1e-6)
    #expect(abs(p99 - 0.66384) < 1e-4)
  }

  @Test func `a cache that answers most requests shortens most of them`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 1/s } }
      components:
        a: { kind: gateway, reads: { from: db, hit: 98% } }
        db: { kind: external, takes: 1s, variability: 1 }
      """)
    // Two of a hundred take an exponential second: P(T > t) = 0.02 e^-t.
    #expect(try abs(#require(number(report, .journey("p99_s"))) - log(2)) < 1e-4)
    #expect(number(report, .journey("p95_s")) == 0)
    #expect(try abs(#require(number(report, .journey("mean_s"))) - 0.02) < 1e-9)
  }

  @Test func `a percentile of a whole is no less than that of its parts`() throws {
    for load in [1, 20, 60, 75, 79] {
      let report = try grow(
        """
        journeys: { j: { calls: a, rate: \(load)/s } }
        components:
          a: { kind: service, replicas: 2, concurrency: 8, takes: 50ms, takes-p99: 300ms, calls: b }
          b: { kind: service, replicas: 4, concurrency: 5, takes: 120ms }
        """)
      let journey = try #require(number(report, .journey("p99_s")))
      for element in ["a", "b"] {
        let own = try #require(number(report, .element(element, "p99_s")))
        #expect(journey >= own * (1 - 1e-6))
      }
      #expect(journey >= Gamma.percentile(0.99, mean: 0.12, shape: 1))
    }
  }

  @Test func `beyond saturation there is a share, and no response time`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 100/s } }
      components: { a: { kind: service, replicas: 2, concurrency: 1, takes: 100ms } }
      """)
    #expect(try abs(#require(number(report, .journey("goodput_per_s"))) - 20) < 1e-9)
    #expect(number(report, .journey("p99_s")) == nil)
    #expect(number(report, .element("a", "mean_s")) == nil)
    #expect(number(report, .element("a", "utilisation")) == 5)
  }

  @Test func `what has a fallback does not stop the journey, and a timeout ends the wait`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 100/s } }
      components:
        a:
          kind: service
          replicas: 10
          concurrency: 10
          takes: 10ms
          calls: { to: b, timeout: 200ms, attempts: 2, fallback: nothing }
        b: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
      """)
    #expect(number(report, .journey("goodput_per_s")) == 100)
    let mean = try #require(number(report, .journey("mean_s")))
    #expect(abs(mean - 0.41) < 1e-6)
    // 0.4 s for certain, and an exponential time of 10 ms.
    let p99 = try #require(number(report, .journey("p99_s")))
    #expect(abs(p99 - 0.4 - 0.01 * log(100)) < 1e-5)
  }

  @Test func `a writer that is saturated does not stop those who only read`() throws {
    let report = try grow(
      """
      journeys:
        j: { calls: a.look, rate: 10/s }
        k: { calls: a.buy, rate: 100/s }
      components:
        a: { kind: service, operations: { look: { reads: db }, buy: { writes: db } } }
        db: { kind: database, write-capacity: 40/s, read-capacity: 1k/s }
      """)
    let journeys = try #require(
      ((report["multiples"] as? [[String: Any]])?.first)?["journeys"] as? [[String: Any]])
    #expect(journeys.map { $0["goodput_per_s"] as? Double } == [10, 40])
    #expect(journeys.map { $0["bottleneck"] as? String } == [nil, "db"])
  }

  @Test func `journeys that enter at the same places need the same, others do not`() throws {
    let read = reading(
      """
      journeys:
        one: { from: u, calls: [a, b], rate: 1/s }
        two: { from: u, calls: [b, a], rate: 2/s }
        other: { from: u, calls: b, rate: 1/s }
      components:
        u: { kind: client }
        a: { kind: service, availability: 90%, calls: { to: c, fallback: default } }
        b: { kind: service, availability: 80%, calls: d }
        c: { kind: service, availability: 50% }
        d: { kind: service }
      """)
    let model = GrowthModel(try #require(read.architecture))
    let found = model.journeys(at: []).map(\.availability)
    let values = found.compactMap { $0?.value }
    #expect(values.count == 3)
    #expect(values[0] == values[1] && abs(values[0] - 0.72) < 1e-9)
    #expect(abs(values[2] - 0.8) < 1e-9)
    #expect(found.allSatisfy { $0?.isAtMost == true })
  }

  static let samples = Repository.files("samples", ".tenfold.yaml").filter {
    !$0.contains("/broken/") && !$0.contains("marketplace")
  }

  @Test(arguments: samples)
  func `the text fits 80 columns, with ASCII where nothing else is possible`(
    _ path: String
  ) throws {
    let description = try Repository.text(path)
    let multiples = GrowthForecast.usualMultiples
    for isUnicode in [true, false] {
      let text = growText(description, .text, at: multiples, isUnicode: isUnicode)
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.first { $0.count > 80 } ?? "")")
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      #expect(isUnicode || isASCII)
      #expect(text == growText(description, .text, at: multiples, isUnicode: isUnicode))
    }
    let rows = growText(description, .csv, at: multiples).split(separator: "\r\n")
    #expect(
      Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
  }
}
