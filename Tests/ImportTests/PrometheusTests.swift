import Architecture
import Description
import Import
import Review
import Testing
import TestSupport

/// Results of queries of Prometheus.
@Suite struct PrometheusTests {
  private static let results = """
    { "status": "success", "data": { "resultType": "matrix", "result": [
      { "metric": { "__name__": "pg_busy", "service": "db" },
        "values": [ [ 1700000000, "0.5" ], [ 1700000300, "0.65" ] ] },
      { "metric": { "__name__": "http_p99_ms", "app": "web" },
        "values": [ [ 1700000000, "200" ], [ 1700000300, "250" ] ] },
      { "metric": { "__name__": "requests", "app": "web" },
        "values": [ [ 1700000000, "100" ], [ 1700000300, "300" ] ] },
      { "metric": { "__name__": "up", "job": "exporter" }, "values": [ [ 1700000000, "1" ] ] } ] } }
    """

  private func review(_ map: String) -> Review {
    let description = """
      import: { file: m.json, as: prometheus, map: \(map) }
      components: { web: { takes: 20ms, calls: db }, db: { kind: database } }
      """
    return TestSupport.review(
      description, path: "s.tenfold.yaml", others: ["m.json": Self.results])
  }

  @Test func `series are what the description maps them to, at their worst`() throws {
    let review = review(
      "{ pg_busy: used, http_p99_ms: takes-p99 of web, requests: rate, up: replicas of prober }")
    #expect(review.problems == [])
    let architecture = try #require(review.architecture)
    // What was only measured is no component of its own.
    #expect(architecture.components.map(\.name).sorted() == ["db", "web"])
    let db = try #require(architecture.components.first { $0.name == "db" })
    let web = try #require(architecture.components.first { $0.name == "web" })
    #expect(db.facts.number(.used) == 0.65)
    #expect(web.facts.number(.takesP99) == 0.25)
    #expect(db.facts[.used]?.source == "measured in 5 min")
    #expect(review.imports.contains { $0.sentence.contains("web took 200/s on average, 300/s") })
  }

  @Test func `what is not mapped is said, and so is what no series can be`() {
    #expect(review("{}").imports.contains { $0.sentence.contains("pg_busy") })
    #expect(review("{ pg_busy: bussy }").problems.contains { $0.code == "unknown-measure" })
  }
}
