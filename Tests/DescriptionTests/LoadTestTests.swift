import Architecture
import TestSupport
import Testing

/// Reports of load tests as measurements, in the shapes their tools write them.
@Suite struct LoadTestTests {
  private func measured(
    _ reports: [String: String], request: String? = nil
  ) -> (all: [Measurement], codes: [String]) {
    let files = reports.keys.sorted().joined(separator: ", ")
    let request = request.map { ", request: \"\($0)\"" } ?? ""
    let read = reading(
      "components: { api: { kind: service, measured: { file: [\(files)]\(request) } } }\n",
      others: reports)
    return (
      read.architecture?.components.first?.measured?.all ?? [],
      read.problems.map(\.code).filter { $0 != "unfit-measurements" }
    )
  }

  // MARK: - k6

  private let exported = """
    { "root_group": { "name": "" }, "metrics": {
      "http_reqs": { "count": 1200, "rate": 20.5 },
      "http_req_failed": { "passes": 0, "fails": 1200, "value": 0 },
      "http_req_duration": { "avg": 82.4, "min": 3, "med": 70, "p(95)": 145, "p(99)": 210,
        "thresholds": { "p(95)<900": false } },
      "http_reqs{name:checkout}": { "count": 300, "rate": 5 },
      "http_req_duration{name:checkout}": { "avg": 150, "med": 140 } } }
    """
  private let custom = """
    { "state": { "testRunDurationMs": 60000 }, "metrics": {
      "http_reqs": { "type": "counter", "contains": "default",
        "values": { "count": 2400, "rate": 40 } },
      "http_req_duration": { "type": "trend", "contains": "time",
        "values": { "avg": 101.5, "p(90)": 190, "p(99)": 300 } } } }
    """

  @Test func `summaries of k6 are one load each, in both of their shapes`() {
    let read = measured(["a.json": exported, "b.json": custom])
    #expect(read.codes == [])
    #expect(read.all.map(\.load) == [20.5, 40])
    #expect(read.all.map(\.mean) == [0.0824, 0.1015])
    #expect(read.all.map(\.p99) == [0.21, 0.3])
  }

  @Test func `one request of k6 is told apart by its tag`() {
    let read = measured(["a.json": exported], request: "checkout")
    #expect(read.all == [Measurement(load: 5, mean: 0.15)])
    #expect(measured(["a.json": exported], request: "check").codes == ["no-summary"])
  }

  // MARK: - Locust

  private let head = "Request Count,Failure Count,Median Response Time,Average Response Time"
  private var stats: String {
    """
    Type,Name,\(head),Requests/s,Failures/s,50%,99%,100%
    GET,"GET /pay, once",300,0,40,45,7.5,0,40,120,140
    ,Aggregated,1200,0,22,25.5,30,0,22,95,144
    """
  }

  @Test func `a table of Locust is one load, of all requests or of one`() {
    #expect(measured(["s.csv": stats]).all == [Measurement(load: 30, mean: 0.0255, p99: 0.095)])
    #expect(
      measured(["s.csv": stats], request: "GET /pay, once").all
        == [Measurement(load: 7.5, mean: 0.045, p99: 0.12)])
    #expect(measured(["s.csv": stats], request: "GET /pay").codes == ["no-request"])
  }

  /// Steps of users, each held for some seconds: 5 users at 20/s and 25 ms, 10 at 40/s and 50 ms.
  private func history(seconds: Int) -> String {
    var lines = [
      "Timestamp,User Count,Type,Name,Requests/s,Failures/s,99%,Total Request Count,"
        + "Total Failure Count,Total Average Response Time"
    ]
    var (time, count, sum) = (1_700_000_000, 0, 0)
    for (users, rate, milliseconds) in [(5, 20, 25), (10, 40, 50)] {
      for _ in 0...seconds {
        let mean = count == 0 ? 0 : Double(sum) / Double(count)
        let p99 = count == 0 ? "N/A" : "\(milliseconds * 3)"
        lines.append("\(time),\(users),,Aggregated,\(rate),0,\(p99),\(count),0,\(mean)")
        (time, count, sum) = (time + 1, count + rate, sum + rate * milliseconds)
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test func `the history of Locust is one load for each number of users held`() throws {
    let all = measured(["h.csv": history(seconds: 30)]).all
    try #require(all.count == 2)
    for (found, wanted) in zip(all, [(20.0, 0.025, 0.075), (40, 0.05, 0.15)]) {
      #expect(abs(found.load - wanted.0) < 1e-9)
      #expect(abs((found.mean ?? 0) - wanted.1) < 1e-9 && found.p99 == wanted.2)
    }
    let ramp = measured(["h.csv": history(seconds: 5)])
    #expect(ramp.all.isEmpty && ramp.codes == ["no-load-held"])
  }

  // MARK: - wrk

  private func run(_ rate: String, _ mean: String, _ more: String = "") -> String {
    """
    Running 30s test @ http://localhost:3000/
      12 threads and 400 connections
      Thread Stats   Avg      Stdev     Max   +/- Stdev
        Latency    \(mean)   23.14ms 285.31ms   84.79%
        Req/Sec   388.75     85.17   636.00     76.85%
      Latency Distribution
         50%   81.88ms
         99%    1.20s
      139301 requests in 30.08s, 88.74MB read
    \(more)Requests/sec:   \(rate)
    Transfer/sec:      2.95MB

    """
  }

  @Test func `the output of wrk is one load for each run`() {
    let read = measured(["w.txt": run("4630.75", "81.88ms") + run("9000", "635.91us")])
    #expect(read.codes == [])
    #expect(read.all.map(\.load) == [4630.75, 9000])
    #expect(read.all.map(\.mean) == [0.08188, 635.91 * 1e-6])
    #expect(read.all.map(\.p99) == [1.2, 1.2])
  }

  // MARK: - What is wrong

  @Test func `runs of which many requests failed are told`() {
    let failing = exported.replacing("\"value\": 0 ", with: "\"value\": 0.12 ")
    #expect(measured(["a.json": failing]).codes == ["failed-requests"])
    let errors = "  Socket errors: connect 0, read 0, write 0, timeout 13930\n"
    #expect(measured(["w.txt": run("4000", "80ms", errors)]).codes == ["failed-requests"])
    let lost = stats.replacing("1200,0,", with: "1200,100,")
    #expect(measured(["s.csv": lost]).codes == ["failed-requests"])
  }

  @Test(arguments: [
    ("a.json", "{ \"metrics\": {} }", "unrecognised-file"), ("a.json", "{", "unrecognised-file"),
    ("a.json", "{ \"metrics\": { \"http_reqs\": { \"rate\": \"x\" } } }", "no-summary"),
    ("a.json", "{ \"metrics\": { \"http_reqs\": {", "no-summary"),
    ("w.txt", "root:x:0:0", "unrecognised-file"), ("w.txt", " ", "empty-table"),
    ("w.txt", "Requests/sec: many", "no-run"),
    ("s.csv", "Type,Name,Requests/s", "no-request"),
    ("h.csv", "Type,Name,User Count,Requests/s\n,Aggregated,5,1", "no-load-held"),
  ])
  func `what holds no measurement says so`(_ name: String, _ text: String, _ code: String) {
    let read = measured([name: text])
    #expect(read.codes == [code] && read.all.isEmpty)
  }

  @Test func `what is no report is not quoted`() {
    let read = reading(
      "components: { api: { kind: service, measured: { file: k.txt } } }\n",
      others: ["k.txt": "password = hunter2\n"])
    #expect(read.problems.count == 1)
    #expect(!"\(read.problems)".contains("hunter2"))
    #expect(read.sources.texts.allSatisfy { !$0.whole.contains("hunter2") })
  }

  @Test func `every beginning of a report is read or told`() {
    let reports = [
      "a.json": exported, "b.json": custom, "s.csv": stats, "h.csv": history(seconds: 12),
      "w.txt": run("4630.75", "81.88ms"),
    ]
    for (name, text) in reports {
      for length in stride(from: 0, to: text.utf8.count, by: 7) {
        let read = measured([name: String(decoding: text.utf8.prefix(length), as: UTF8.self)])
        #expect(!read.all.isEmpty || !read.codes.isEmpty, "\(name) \(length)")
      }
    }
  }
}
