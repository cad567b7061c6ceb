import Foundation
import SourceText
import Testing
import TestSupport

/// `tenfold compare` from the command line.
@Suite struct CompareCommandTests {
  let tool = CommandLineTests()
  let shop = "samples/ticket-shop.tenfold.yaml"
  let repaired = "samples/ticket-shop-repaired.tenfold.yaml"

  @Test func `options stand side by side, within 80 columns, and fold`() throws {
    let two = try tool.run("compare", shop, repaired)
    #expect(two.status == 0, "\(two.errors)")
    let lines = two.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("ticket-shop  ticket-shop-repaired") || lines[0].contains("ticket-"))
    #expect(lines.allSatisfy { $0.columns <= 80 && !$0.hasSuffix(" ") })
    #expect(lines.contains { $0.hasPrefix("headroom ") && $0.hasSuffix(" *") })
    let four = try tool.run("compare", shop, repaired, shop, "samples/first.tenfold.yaml")
    #expect(four.output.split(separator: "\n").count { $0.hasPrefix("headroom ") } == 2)
    #expect(four.output.split(separator: "\n").allSatisfy { String($0).columns <= 80 })
  }

  @Test func `the scenarios of one description stand beside today`() throws {
    try tool.temporaryFolder { folder in
      let text = """
        system: shop
        journeys: { buy: { calls: api, rate: 10/s, peak: 40/s } }
        components:
          api: { kind: service, replicas: 4, concurrency: 10, takes: 10ms, calls: pay }
          pay: { kind: external, limit: 100/s }
        scenarios:
          sale: { set: { journeys.buy.peak: 80/s }, expect: { carries: 1x } }
          more: { set: { components.pay.limit: 400/s } }

        """
      try text.write(
        to: folder.appending(path: "shop.tenfold.yaml"), atomically: true, encoding: .utf8)
      let all = try tool.run(words: ["compare", "shop.tenfold.yaml"], folder: folder)
      #expect(all.status == 0, "\(all.errors)")
      let words = all.output.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(words[0] == ["today", "sale", "more"])
      let headroom = try #require(words.first { $0.first == "headroom" })
      #expect(headroom == ["headroom", "2.5x", "1.2x", "10x", "*"])
      let one = try tool.run(
        words: ["compare", "shop.tenfold.yaml", "--scenario", "more"], folder: folder)
      #expect(one.output.split(separator: "\n")[0].split(separator: " ") == ["today", "more"])
      let none = try tool.run(
        words: ["compare", "shop.tenfold.yaml", "--scenario", "mroe"], folder: folder)
      #expect(none.status == 2 && none.errors.contains("more"))
    }
  }

  @Test func `a revision is an option`() throws {
    let tests = GitTests()
    try tests.repository(["a.tenfold.yaml": GitTests.system()]) { folder, shell in
      try GitTests.write(GitTests.system(peak: 50), folder.appending(path: "a.tenfold.yaml"))
      let result = try shell("tenfold compare v1:a.tenfold.yaml a.tenfold.yaml")
      #expect(result.status == 0, "\(result.errors)")
      #expect(
        result.output.split(separator: "\n")[0].split(separator: " ") == ["v1:a", "a"])
      #expect(try shell("tenfold compare v2:a.tenfold.yaml a.tenfold.yaml").status == 2)
    }
  }

  @Test func `what cannot be compared is said`() throws {
    #expect(try tool.run("compare").status == 2)
    let alone = try tool.run("compare", "samples/first.tenfold.yaml")
    #expect(alone.status == 2 && alone.errors.contains("has no scenarios to compare"))
    #expect(try tool.run("compare", shop, "none.tenfold.yaml").status == 2)
    #expect(try tool.run("compare", shop, "samples/broken/unknown-key.tenfold.yaml").status == 2)
  }

  @Test func `a design document takes it as Markdown or as a page`() throws {
    let markdown = try tool.run("compare", shop, repaired, "--format", "markdown").output
    #expect(markdown.hasPrefix("# Comparison of 2 options\n"))
    #expect(markdown.contains("| headroom |"))
    let page = try tool.run("compare", shop, repaired, "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<strong class=\"good\">"))
  }
}
