import Architecture
import Description
import Import
import Review
import Testing
import TestSupport

/// Traces of OpenTelemetry and Jaeger.
@Suite struct TraceTests {
  /// Requests that a shop answers in a second each, one of four with a call to payments, as lines.
  static func lines(_ count: Int) -> String {
    (0..<count).map { number in
      let start = 1_700_000_000_000 + number * 1000
      let web = span("\(number)", "a", "", 2, start, start + 100)
      let call = span("\(number)", "b", "a", 3, start + 10, start + 50)
      let pay = span("\(number)", "c", "b", 2, start + 15, start + 45)
      let calls = number % 4 == 0
      return """
        {"resourceSpans":[\(resource("web", calls ? [web, call] : [web]))\
        \(calls ? "," + resource("payments", [pay]) : "")]}
        """
    }.joined(separator: "\n") + "\n"
  }

  private static func resource(_ service: String, _ spans: [String]) -> String {
    """
    {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"\(service)"}}]},\
    "scopeSpans":[{"spans":[\(spans.joined(separator: ","))]}]}
    """
  }

  private static func span(
    _ trace: String, _ id: String, _ parent: String, _ kind: Int, _ start: Int, _ end: Int
  ) -> String {
    """
    {"traceId":"\(trace)-","spanId":"\(id)","parentSpanId":"\(parent)","name":"GET /","kind":\(kind),\
    "startTimeUnixNano":"\(start)000000","endTimeUnixNano":"\(end)000000",\
    "attributes":[{"key":"http.url","value":{"stringValue":"http://x/?token=hunter2"}}]}
    """
  }

  @Test func `calls, calls per request, own times and rates are counted`() {
    let read = Imported(["t.json": Self.lines(40)])
    #expect(read.problems == [])
    #expect(read.lines.contains("web calls payments (10 times in 40 requests traced)"))
    #expect(read.lines.contains("web calls payments: per-request = 0.25"))
    // Three of four work 100 ms, one works 60 and waits for 40.
    #expect(read.lines.contains("web.takes = 90 ms"))
    #expect(read.lines.contains("payments.takes = 30 ms"))
    let journey = read.reading.draft.journeys.first
    #expect(journey?.client?.name == "clients")
    #expect(journey?.facts.number(.rate) == 1)
  }

  @Test func `a store is known by its host, and what is done to it by the operation`() {
    let attributes = [("db.system", "postgresql"), ("server.address", "pg.internal")]
      .map { "{\"key\":\"\($0.0)\",\"value\":{\"stringValue\":\"\($0.1)\"}}" }
    let store = """
      {"traceId":"1","spanId":"s","kind":3,"name":"q","startTimeUnixNano":"1",\
      "endTimeUnixNano":"2","attributes":[\(attributes.joined(separator: ",")),\
      {"key":"db.operation","value":{"stringValue":"SELECT"}}]}
      """
    let read = Imported(["t.json": "{\"resourceSpans\":[\(Self.resource("web", [store]))]}"])
    #expect(read.lines.contains("pg-internal: database"))
    #expect(read.lines.contains { $0.hasPrefix("web reads pg-internal (") })
  }

  @Test func `what spans carry is never told`() {
    #expect(
      !Imported(["t.json": Self.lines(3) + "{\"resourceSpans\": nonsense"]).everything
        .contains("hunter2"))
  }

  @Test func `a broken line is said, and the others are read`() {
    let read = Imported(["t.json": Self.lines(4) + "{\"resourceSpans\": [\n" + Self.lines(4)])
    #expect(read.problems.count == 1)
    #expect(read.problems.first?.place?.start.line == 5)
    #expect(read.lines.contains("web: service"))
  }

  @Test func `a description that says another time than was measured is named`() {
    let description = """
      import: t.json
      components: { web: { takes: 20ms }, payments: { takes: 32ms } }
      """
    let review = review(
      description, path: "s.tenfold.yaml", others: ["t.json": Self.lines(40)])
    let named = review.problems.filter { $0.code == "measured-otherwise" }
    #expect(named.count == 1)
    #expect(named.first?.message.contains("`takes` of web is 20 ms, and measured 90 ms") == true)
    #expect(named.first?.place?.start.line == 2)
  }

  @Test func `a file that reads back says the same`() {
    let read = Imported(["t.json": Self.lines(40)])
    let text = DescriptionWriter(read.reading, read.result.sources).text
    let review = review(text, path: "s.tenfold.yaml")
    #expect(review.problems == [])
    #expect(review.architecture?.journeys.count == 1)
  }

  @Test func `every beginning of traces is read`() {
    let bytes = Array(Self.lines(2).utf8)
    for count in stride(from: 0, to: bytes.count, by: 3) {
      _ = Imported(
        ["t.json": String(decoding: bytes[..<count], as: UTF8.self)], as: "otlp")
    }
  }
}
