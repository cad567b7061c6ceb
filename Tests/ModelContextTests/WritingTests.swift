import SourceText
import Testing

/// What an assistant may write.
@Suite struct WritingTests {
  let path = "shop.tenfold.yaml"
  let client = Client(["shop.tenfold.yaml": ToolTests.shop], writes: true)

  @Test func `the answer to a question is written where its element stands`() throws {
    let result = try client.call(
      "set",
      ["path": .string(path), "element": "pay", "property": "takes", "value": "200ms"])
    #expect(!result.isFailure, "\(result.said)")
    let line = "  pay: { kind: external, technology: stripe, takes: 200ms }"
    #expect(client.written[path]?.contains(line) == true)
    #expect(client.written[path]?.contains("  # the front\n") == true)
    #expect(result.said.contains("+\(line)\n"))
    #expect(result.at("structuredContent", "written")?.flag == true)
    let before = result.at("structuredContent", "checks_before", "made")?.number ?? 0
    #expect(result.at("structuredContent", "checks_after", "made")?.number ?? 0 > before)
  }

  @Test func `a change that was looked at is written as it was asked for`() throws {
    let change: JSONValue = "components.api.replicas=4..40"
    let seen = try client.call(
      "set", ["path": .string(path), "change": change, "preview": .bool(true)])
    #expect(seen.said.hasPrefix("would write shop.tenfold.yaml\n@@ line 7 @@\n"))
    #expect(client.written[path] == nil)
    let done = try client.call("set", ["path": .string(path), "change": change])
    #expect(done.said.hasPrefix("wrote shop.tenfold.yaml\n"))
    #expect(client.written[path]?.contains("replicas: 4..40") == true)
  }

  @Test(arguments: [
    ("components.api.replicas=many", "whole number"), ("components.none.replicas=4", "none"),
    ("components.api.visibilty=4", "visibilty"), ("replicas=4", "replicas"),
    ("components.api.replicas=4\n  evil: true", "is no value"),
    ("components.api.replicas=[", "is no value"),
  ])
  func `what the description could not say is not written`(
    _ change: String, _ reason: String
  ) throws {
    let result = try client.call("set", ["path": .string(path), "change": .string(change)])
    #expect(result.isFailure && result.said.contains(reason), "\(result.said)")
    #expect(client.written[path] == nil)
  }

  @Test func `nothing is written unless that is allowed`() throws {
    let reader = Client([path: ToolTests.shop])
    let answer = try reader.ask(
      "tools/call", "{\"name\":\"set\",\"arguments\":{\"path\":\"\(path)\"}}")
    #expect(answer.at("error", "code")?.number == -32602)
  }
}
