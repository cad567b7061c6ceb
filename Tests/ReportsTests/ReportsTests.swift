import Foundation
import Reports
import Review
import Testing
import TestSupport

@Suite struct ReportsTests {
  static let hostile = """
    system: "shop\\e[31m <script> ::error:: \\u202e"
    stage: growth
    journeys:
      "buy\\e[2J": { calls: "a\\e]0;x\\a", critical: true, rate: 1/s }
    components:
      "a\\e]0;x\\a": { kind: service, sessions: memory, replicas: 2..9, team: "=cmd|\\n,\\"" }
      "b\\x9b2J\\nx": { kind: queue, technology: "\\e[31msqs" }
    """

  @Test(arguments: ReportFormat.texts)
  func `no control character of the input is printed`(_ format: ReportFormat) {
    let text = format.text([review(Self.hostile)])
    let control = text.unicodeScalars.filter { scalar in
      scalar != "\n" && !(format == .csv && scalar == "\r")
        && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || scalar.value == 0x202E)
    }
    #expect(control.isEmpty)
    #expect(!text.isEmpty)
  }

  @Test func `a workflow command of GitHub cannot be smuggled in`() {
    let text = ReportFormat.github.text([review(Self.hostile)])
    for line in text.split(separator: "\n") {
      #expect(
        line.hasPrefix("::error ") || line.hasPrefix("::warning ") || line.hasPrefix("::notice "))
    }
  }

  func object(_ format: ReportFormat, _ reviews: [Review]) throws -> [String: Any] {
    let data = Data(format.text(reviews).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `JSON has the published keys`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let document = try object(.json, [sample])
    let json = try #require((document["reviews"] as? [[String: Any]])?.first)
    #expect(Set(document.keys) == ["format_version", "tool", "reviews", "overview"])
    #expect(
      Set(json.keys).isSuperset(of: [
        "path", "system", "checks", "headroom", "findings", "questions", "problems",
      ]))
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.count == sample.findings.count && !findings.isEmpty)
    for finding in findings {
      #expect(
        Set(finding.keys).isSuperset(of: [
          "rule", "severity", "element", "message", "path", "line", "column", "evidence", "advice",
          "fingerprint", "accepted",
        ]))
    }
    let headroom = try #require(json["headroom"] as? [String: Any])
    #expect(Set(headroom.keys) == ["multiple", "element", "limit", "origin", "at_most", "assumes"])
  }

  @Test func `SARIF has results for a clean run too, and no rule twice`() throws {
    let clean = review("system: s\n")
    let run = try #require((try object(.sarif, [clean])["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let ids = (driver?["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(Set(ids).count == ids.count && !ids.isEmpty)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
  }

  @Test func `a broken description is a failed invocation in SARIF`() throws {
    let broken = review("components:\n  a: { kind: servise }\n")
    let run = try #require((try object(.sarif, [broken])["runs"] as? [[String: Any]])?.first)
    let invocation = (run["invocations"] as? [[String: Any]])?.first
    #expect(invocation?["executionSuccessful"] as? Bool == false)
    #expect((invocation?["toolExecutionNotifications"] as? [Any])?.count == 1)
  }

  @Test func `the text shows excerpt, arithmetic, evidence, advice and what could be checked`()
    throws
  {
    let text = ReportFormat.text.text(
      [review(try Repository.text("samples/ticket-shop.tenfold.yaml"))])
    for part in [
      "= 10 x 4 s = 40 s > 30 s", "^^^^^^", "sessions of api: memory (line", "checks decidable",
      "statefulness/in-memory-session", "Open questions (",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `colours come only when asked for`() {
    let found = review("components:\n  a: { kind: service, sessions: memory, replicas: 2..9 }\n")
    #expect(ReportFormat.text.text([found], isColoured: true).contains("\u{1B}[1;31m"))
  }

  @Test func `a ring is a code flow in SARIF, and steps elsewhere`() throws {
    let ring = review(
      """
      components:
        a: { kind: service, calls: b }
        b: { kind: service, calls: c }
        c: { kind: service, calls: a }
      """)
    let finding = try #require(ring.findings.first { $0.rule == "coupling/sync-cycle" })
    #expect(finding.steps.map(\.element) == ["a calls b", "b calls c", "c calls a"])
    let turned = review(
      """
      components:
        d: { kind: service, calls: b }
        b: { kind: service, calls: a }
        a: { kind: service, calls: c }
        c: { kind: service, calls: d }
        client: { kind: client, calls: a }
      """)
    let round = try #require(turned.findings.first { $0.rule == "coupling/sync-cycle" })
    #expect(round.element == "a")
    #expect(round.steps.map(\.element) == ["a calls c", "c calls d", "d calls b", "b calls a"])
    let run = try #require((try object(.sarif, [ring])["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let flows = results.compactMap { $0["codeFlows"] as? [[String: Any]] }.first
    let threads = flows?.first?["threadFlows"] as? [[String: Any]]
    #expect((threads?.first?["locations"] as? [Any])?.count == 3)
    #expect(ReportFormat.text.text([ring]).contains("> b calls c (test.tenfold.yaml:3:"))
  }

  @Test func `a chain is told from its journey on, call by call`() throws {
    let chain = review(
      """
      journeys:
        j: { calls: a.in, rate: 1/s, peak: 2/s, target: { p99: 10ms } }
      components:
        z: { kind: service, replicas: 2, concurrency: 9, takes: 50ms, operations: {
          one: { calls: x }, two: { calls: y } } }
        x: { kind: service, replicas: 2, concurrency: 9, takes: 50ms }
        y: { kind: service, replicas: 2, concurrency: 9, takes: 50ms }
        c: { kind: service, replicas: 2, concurrency: 9, takes: 50ms, calls: z.two }
        a: { kind: service, replicas: 2, concurrency: 9, takes: 50ms, operations: {
          in: { calls: [c, z.one] } } }
      """)
    let finding = try #require(chain.findings.first { $0.rule == "chains/latency-budget" })
    #expect(
      finding.steps.map(\.element) == [
        "journey j calls a.in", "a.in calls c", "c calls z.two", "z.two calls y",
        "a.in calls z.one", "z.one calls x",
      ])
  }

  /// reviewdog's schema: "byte count in UTF-8", the end exclusive.
  @Test func `columns of rdjson count bytes`() throws {
    let text = "components: { \"ß𐐀\": { kind: service, sessions: memory, replicas: 2..9 } }\n"
    let json = try object(.rdjson, [review(text)])
    let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
    let found = diagnostics.first { ($0["message"] as? String)?.contains("in memory") == true }
    let range = (found?["location"] as? [String: Any])?["range"] as? [String: [String: Int]]
    let word = try #require(text.utf8.firstRange(of: "memory".utf8))
    let start = text.utf8.distance(from: text.startIndex, to: word.lowerBound) + 1
    #expect(range?["start"] == ["line": 1, "column": start])
    #expect(range?["end"] == ["line": 1, "column": start + 6])
  }

  /// GitHub's documentation, "SARIF support for code scanning": the properties it needs, and how
  /// much of each it takes.
  @Test func `SARIF keeps to what code scanning takes`() throws {
    let names = (0..<10_500).map { "s\($0)" }
    let ring = review(
      "components:\n"
        + names.indices.map {
          "  \(names[$0]): { kind: service, calls: \(names[($0 + 1) % names.count]) }\n"
        }.joined())
    let run = try #require((try object(.sarif, [ring])["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let cycle = try #require(results.first { $0["ruleId"] as? String == "coupling/sync-cycle" })
    let flows = try #require(cycle["codeFlows"] as? [[String: Any]])
    let threads = try #require(flows.first?["threadFlows"] as? [[String: Any]])
    let steps = try #require(threads.first?["locations"] as? [Any])
    #expect(flows.count == 1 && threads.count == 1 && (1...1_000).contains(steps.count))
    for result in results {
      let text = (result["message"] as? [String: Any])?["text"] as? String ?? ""
      #expect(!text.isEmpty && text.utf8.count < 2_000)
      #expect((result["locations"] as? [Any])?.count == 1)
      #expect((result["relatedLocations"] as? [Any] ?? []).count <= 100)
    }
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    #expect(rules.count > 70 && rules.count < 25_000)
    for rule in rules {
      let id = rule["id"] as? String ?? ""
      let texts = ["shortDescription", "fullDescription", "help"].map {
        (rule[$0] as? [String: Any])?["text"] as? String ?? ""
      }
      #expect(texts.allSatisfy { !$0.isEmpty && $0.count <= 1_024 * ($0 == texts[2] ? 10 : 1) })
      #expect(id.count <= 255 && (rule["name"] as? String ?? "").count <= 255)
      let properties = try #require(rule["properties"] as? [String: Any])
      #expect((properties["tags"] as? [Any] ?? []).count <= 10)
      let help = (rule["help"] as? [String: Any])?["markdown"] as? String ?? ""
      #expect(help.contains("## Why it hurts") || help.contains("## What to do"), "\(id)")
      #expect(!help.contains("## Find") && !help.contains("# expect:"), "\(id)")
    }
  }

  @Test func `more results than code scanning takes are cut, the gravest kept, and it is said`()
    throws
  {
    let one = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let many = Array(repeating: one, count: 4_000)
    #expect(many.reduce(0) { $0 + $1.findings.count } > 25_000)
    let run = try #require((try object(.sarif, many)["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.count == 25_000)
    let invocation = (run["invocations"] as? [[String: Any]])?.first
    let notes = invocation?["toolExecutionNotifications"] as? [[String: Any]] ?? []
    #expect(
      notes.contains {
        ($0["descriptor"] as? [String: Any])?["id"] as? String == "too-many-results"
      })
  }
}
