import Foundation
import TestSupport
import Testing

/// `tenfold plan` from the command line.
@Suite struct PlanCommandTests {
  let tool = CommandLineTests()
  let text = """
    system: shop   # ours
    journeys: { buy: { calls: api, rate: 10/s, peak: 40/s } }
    components:
      api: { kind: service, replicas: 4, concurrency: 10, takes: 10ms, calls: payments }
      payments: { kind: external, limit: 100/s }   # by contract

    """

  private func shop(_ body: (URL, URL) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      let file = folder.appending(path: "shop.tenfold.yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      try body(folder, file)
    }
  }

  @Test func `a plan says its steps and whether they are enough`() throws {
    try shop { folder, _ in
      let plan = try tool.run(
        words: ["plan", "shop.tenfold.yaml", "--target", "10x"], folder: folder)
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(plan.output.contains("1. payments: limit 100/s -> 400/s (shop.tenfold.yaml:5)"))
      #expect(plan.output.contains("With 1 change, 10x is reached: headroom 10x (2.5x before)"))
      let none = try tool.run(
        words: ["plan", "shop.tenfold.yaml", "--target", "2x"], folder: folder)
      #expect(none.status == 0 && none.output.contains("With no changes, 2x is reached"))
      for words in [
        ["--by", "2020-01"], ["--by", "soon"], ["--by", "2999-01"], ["--target", "much"],
      ] {
        let wrong = try tool.run(words: ["plan", "shop.tenfold.yaml"] + words, folder: folder)
        #expect(wrong.status == 2 && wrong.errors.hasPrefix("tenfold: "), "\(words)")
      }
    }
    #expect(try tool.run("plan", "samples/broken/unknown-key.tenfold.yaml").status == 2)
    #expect(try tool.run("plan").errors.contains("tenfold plan FILE"))
  }

  @Test func `steps are shown, then written, comments kept`() throws {
    try shop { folder, file in
      let call = ["plan", "shop.tenfold.yaml", "--target", "10x"]
      let shown = try tool.run(words: call + ["--write", "--diff"], folder: folder)
      #expect(
        shown.output.contains("+  payments: { kind: external, limit: 400/s }   # by contract"))
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
      #expect(try tool.run(words: call + ["--write"], folder: folder).status == 0)
      let written = try String(contentsOf: file, encoding: .utf8)
      #expect(written == text.replacing("limit: 100/s", with: "limit: 400/s"))
      let again = try tool.run(words: call, folder: folder)
      #expect(again.status == 0 && again.output.contains("With no changes, 10x is reached"))
    }
  }

  @Test func `another way is written where it is asked for, a folder stands for its file`() throws {
    try shop { folder, file in
      let store = text.replacing("calls: payments }", with: "writes: payments }").replacing(
        "kind: external, limit: 100/s",
        with: "kind: database, writers: single, write-capacity: 100/s")
      try store.write(to: file, atomically: true, encoding: .utf8)
      let call = ["plan", ".", "--target", "10x", "--write", "--way"]
      let none = try tool.run(words: call + ["fewer"], folder: folder)
      #expect(none.status == 2 && none.errors.contains("there is no plan by `--way fewer`"))
      #expect(try tool.run(words: call + ["larger"], folder: folder).errors.contains("is no way"))
      let shards = try tool.run(words: call + ["structure"], folder: folder)
      #expect(shards.output.contains("payments: shard it, 4 shards of 100/s each"), "\(shards)")
      let written = try String(contentsOf: file, encoding: .utf8)
      #expect(written.contains("shards: { count: 4, writes: 100/s }"), "\(written)")
      #expect(written.contains("# by contract"))
    }
  }

  @Test func `check reviews a scenario, and what is supposed`() throws {
    try shop { folder, file in
      let sale = text + "scenarios: { sale: { set: { journeys.buy.peak: 90/s } } }\n"
      try sale.write(to: file, atomically: true, encoding: .utf8)
      let call = ["check", "shop.tenfold.yaml"]
      #expect(try tool.run(words: call, folder: folder).output.contains("headroom 2.5x"))
      let sold = try tool.run(words: call + ["--scenario", "sale"], folder: folder)
      #expect(sold.output.contains("shop, what if scenario sale"), "\(sold.output)")
      #expect(sold.output.contains("headroom 1.1x"), "\(sold.output)")
      let wrong = try tool.run(words: call + ["--scenario", "sales"], folder: folder)
      #expect(wrong.status == 2 && wrong.output.contains("there is no scenario `sales`"))
      let set = ["--set", "components.payments.limit=400/s", "--cold-cache"]
      let larger = try tool.run(words: call + set, folder: folder)
      #expect(larger.output.contains("headroom 10x"), "\(larger.output)")
    }
  }
}
