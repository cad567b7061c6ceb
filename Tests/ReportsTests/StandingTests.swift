import Foundation
import Reports
import Review
import Testing
import TestSupport

/// How formats show what is known, and what several systems have in common.
@Suite struct StandingTests {
  func render(_ format: ReportFormat, _ reviews: [Review]) -> String { format.text(reviews) }

  @Test func `what is known does not alarm anybody again, and is marked`() throws {
    var sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    sample.compare(with: Baseline([sample]))
    sample = sample.judged()
    let alarms: [(ReportFormat, String)] = [
      (.junit, "<failure"), (.github, "::error"), (.gitlab, "\"critical\""),
      (.checkstyle, "severity=\"error\""), (.rdjson, "\"ERROR\""),
    ]
    for (format, alarm) in alarms {
      let text = render(format, [sample])
      #expect(!text.contains(alarm) && text.contains("known"), "\(format)")
    }
    let points = render(.tap, [sample]).split(separator: "\n").filter { $0.hasPrefix("not ok") }
    #expect(points.count == sample.open.count && points.allSatisfy { $0.contains("# TODO known") })
    sample.findings = sample.findings.map { finding in
      var finding = finding
      finding.standing = .worse("less headroom")
      return finding
    }
    sample = sample.judged()
    for (format, alarm) in alarms + [(.tap, "not ok"), (.sarif, "\"error\"")] {
      let text = render(format, [sample])
      #expect(text.contains(alarm) && text.contains("worse: less headroom"), "\(format)")
    }
  }

  @Test func `a run over many systems says in JSON and SARIF which are worst`() throws {
    let files = ["samples/ticket-shop-repaired.tenfold.yaml", "samples/ticket-shop.tenfold.yaml"]
    let reviews = try files.map { review(try Repository.text($0), path: $0) }
    let json = try JSONSerialization.jsonObject(with: Data(render(.json, reviews).utf8))
    let sarif = try JSONSerialization.jsonObject(with: Data(render(.sarif, reviews).utf8))
    let run = ((sarif as? [String: Any])?["runs"] as? [[String: Any]])?.first
    for part in [json as? [String: Any], run?["properties"] as? [String: Any]] {
      let overview = try #require(part?["overview"] as? [String: Any])
      let systems = try #require(overview["systems"] as? [[String: Any]])
      #expect(systems.map { $0["path"] as? String } == files.reversed())
      #expect((systems[0]["open"] as? [String: Int])?["critical"] ?? 0 > 0)
      let worst = try #require(overview["worst"] as? [[String: Any]])
      #expect(worst.first?["severity"] as? String == "critical")
      #expect((overview["teams"] as? [[String: Any]])?.isEmpty == false)
    }
  }

  /// Whoever reads that a decision no longer holds learns whom to ask.
  @Test(arguments: [ReportFormat.text, .json, .csv, .markdown, .html, .github])
  func `a finding that is open again tells what was decided`(_ format: ReportFormat) {
    let text = """
      components:
        a: { kind: service, sessions: memory, replicas: 2..9 }
      accepted:
        - rule: statefulness/in-memory-session
          element: a
          reason: beta users
          owner: ana
          ticket: T-1
          severity: low
      """
    let open = review(text)
    let finding = open.findings.first { $0.rule == "statefulness/in-memory-session" }
    #expect(finding?.accepted == nil && finding?.reopened?.risk.owner == "ana")
    let output = render(format, [open])
    let said = output.components(separatedBy: "severity was low").dropFirst()
    #expect(said.count >= (format == .text || format == .markdown ? 2 : 1))
    for part in said { #expect(part.contains("beta users") && part.contains("ana")) }
    #expect(output.contains(format == .json ? "\"ticket\": \"T-1\"" : "T-1"))
    if format == .csv {
      let rows = output.components(separatedBy: "\r\n").map(FormatTests.cells)
      let column = rows[0].firstIndex(of: "reopened") ?? 0
      #expect(rows[0][column - 1] == "ticket" && rows.contains { $0[column - 1] == "T-1" })
      #expect(rows.contains { $0[column].hasPrefix("accepted, but its severity was low") })
    }
  }

  @Test func `what is accepted does not alarm anybody, whatever fails the run`() throws {
    var sample = review(
      """
      components:
        a: { kind: service, sessions: memory, replicas: 2..9 }
      accepted:
        - { rule: statefulness/in-memory-session, element: a, reason: beta users, severity: high }
      """)
    #expect(sample.findings.contains { $0.accepted != nil })
    sample.findings = sample.findings.filter { $0.accepted != nil }.map { finding in
      var finding = finding
      finding.isGating = true
      return finding
    }
    let alarms: [(ReportFormat, String)] = [
      (.junit, "<failure"), (.github, "::error"), (.gitlab, "\"critical\""),
      (.checkstyle, "severity=\"error\""), (.rdjson, "\"ERROR\""),
    ]
    for (format, alarm) in alarms {
      #expect(!render(format, [sample]).contains(alarm), "\(format)")
    }
    let points = render(.tap, [sample]).split(separator: "\n").filter { $0.hasPrefix("not ok") }
    #expect(points.allSatisfy { $0.contains("# TODO accepted: beta users") } && !points.isEmpty)
  }
}
