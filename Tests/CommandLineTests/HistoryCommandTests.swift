import Foundation
import SourceText
import Testing
import TestSupport

/// `tenfold history`, in real repositories.
@Suite struct HistoryCommandTests {
  private let tests = GitTests()

  private func system(limit: Int, include: String = "") -> String {
    """
    system: shop
    \(include.isEmpty ? "" : "include: \(include)")
    journeys: { buy: { calls: api, rate: 10/s, peak: 40/s } }
    components:
      api: { kind: service, replicas: 4, concurrency: 10, takes: 10ms, calls: pay }
      \(include.isEmpty ? "pay: { kind: external, limit: \(limit)/s }" : "")

    """
  }

  private let commit = "tell() { git add -A; git commit -q --allow-empty -m \"$1\"; }; "

  @Test func `each revision has its headroom, and says what it cost`() throws {
    try tests.repository(["a.tenfold.yaml": system(limit: 400)]) { folder, shell in
      let file = folder.appending(path: "a.tenfold.yaml")
      try GitTests.write(system(limit: 100), file)
      _ = try shell(commit + "tell 'pay: smaller contract'; tell 'nothing of ours'")
      try GitTests.write("components:\n  a: { kind: servise }\n", file)
      _ = try shell(commit + "tell 'a mistake'")
      try GitTests.write(system(limit: 200), file)
      _ = try shell(commit + "tell 'pay: larger contract'")
      let text = try shell("tenfold history a.tenfold.yaml")
      #expect(text.status == 0, "\(text.errors)")
      let lines = text.output.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { $0.columns <= 80 })
      #expect(lines[0] == "shop: headroom over 3 revisions")
      #expect(lines[2...4].map { $0.contains("10x") } == [true, false, false])
      #expect(lines[4].hasSuffix("pay: larger contract"))
      #expect(!text.output.contains("nothing of ours"))
      let costs = text.output.contains("pay: smaller contract: 10x -> 2.5x (pay, rate limit)")
      #expect(costs, "\(text.output)")
      let (head, tail) = ("Not read\n", "servise")
      #expect(text.output.contains(head) && text.output.contains(tail))
      let last = try shell("tenfold history a.tenfold.yaml --last 1")
      #expect(last.output.hasPrefix("shop: headroom over 1 revision\n"))
    }
  }

  @Test func `a file that was moved, and what it includes, belong to it`() throws {
    let part = { (limit: Int) in
      "components: { pay: { kind: external, limit: \(limit)/s } }\n"
    }
    let files = ["a.tenfold.yaml": system(limit: 0, include: "pay.yaml"), "pay.yaml": part(400)]
    try tests.repository(files) { folder, shell in
      _ = try shell(commit + "git mv a.tenfold.yaml b.tenfold.yaml; tell moved")
      try GitTests.write(part(100), folder.appending(path: "pay.yaml"))
      _ = try shell(commit + "tell 'smaller contract'")
      let csv = try shell("tenfold history b.tenfold.yaml --format csv").output
      let rows = csv.split(separator: "\r\n").map { $0.split(separator: ",") }
      #expect(rows.dropFirst().map { $0[2] } == ["change", "moved", "smaller contract"])
      #expect(rows.dropFirst().map { $0[3] } == ["10", "10", "2.5"])
      let svg = try shell("tenfold history b.tenfold.yaml --format svg").output
      #expect(svg.hasPrefix("<?xml") && svg.matches(of: /<rect/).count == 3)
    }
  }

  @Test func `what has no history is said`() throws {
    try tests.repository(["a.tenfold.yaml": system(limit: 1)]) { folder, shell in
      try GitTests.write(system(limit: 1), folder.appending(path: "b.tenfold.yaml"))
      let new = try shell("tenfold history b.tenfold.yaml")
      #expect(new.status == 2 && new.errors.contains("no revision has `b.tenfold.yaml`"))
      #expect(try shell("tenfold history").status == 2)
      #expect(try shell("tenfold history a.tenfold.yaml --last 0").status == 2)
    }
    try tests.tool.temporaryFolder { folder in
      try GitTests.write(system(limit: 1), folder.appending(path: "a.tenfold.yaml"))
      let none = try tests.tool.run(words: ["history", "a.tenfold.yaml"], folder: folder)
      #expect(none.status == 2 && none.errors.contains("git reads no repository"))
    }
  }
}
