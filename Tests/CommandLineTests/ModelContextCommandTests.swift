import Foundation
import Testing
import TestSupport

/// `tenfold mcp` as an assistant starts it.
@Suite struct ModelContextCommandTests {
  let tool = CommandLineTests()

  private func call(_ id: Int, _ tool: String, _ arguments: String) -> String {
    "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"tools/call\",\"params\":{\"name\":\"\(tool)\","
      + "\"arguments\":\(arguments)}}\n"
  }

  @Test func `it answers line by line and ends with its input`() throws {
    let ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n"
    let result = try tool.run(
      "mcp", "--root", "samples",
      input: "nonsense\n" + ping + call(2, "review", "{\"path\":\"first.tenfold.yaml\"}"))
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(lines.count == 3)
    #expect(lines.first?.contains("-32700") == true)
    #expect(lines.dropFirst().first == "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")
    #expect(lines.last?.contains("first.tenfold.yaml:10:") == true)
    // The last line may have no end.
    #expect(try tool.run("mcp", input: String(ping.dropLast())).output.contains("\"id\":1"))
    #expect(try tool.run("mcp", input: "").output.isEmpty)
    #expect(try tool.run("mcp", "--root", "none").status == 2)
  }

  @Test func `a line without end is bounded, and the next is heard`() throws {
    let long = String(repeating: "x", count: 9_000_000)
    let result = try tool.run(
      "mcp", input: long + "\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("longer than 8 MB"))
  }

  @Test func `only what is below the root is read and written`() throws {
    try tool.temporaryFolder { folder in
      let text = "system: s\n# kept\ncomponents:\n  a: { kind: service }\n"
      let root = folder.appending(path: "root")
      let (inside, outside) = (
        root.appending(path: "a.tenfold.yaml"), folder.appending(path: "b.tenfold.yaml")
      )
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      try text.write(to: inside, atomically: true, encoding: .utf8)
      try text.replacing("a:", with: "secret:").write(
        to: outside, atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        at: root.appending(path: "link.tenfold.yaml"), withDestinationURL: outside)
      let paths = ["link.tenfold.yaml", "../b.tenfold.yaml", outside.path(), "../none.yaml"]
      let calls = paths.enumerated().flatMap { number, path in
        [
          call(number, "review", "{\"path\":\"\(path)\"}"),
          call(number + 10, "set", "{\"path\":\"\(path)\",\"change\":\"stage=seed\"}"),
        ]
      }
      let refused = try tool.run(
        "mcp", "--write", "--root", root.path(), input: calls.joined())
      let answers = refused.output.split(separator: "\n")
      #expect(answers.count == 8)
      #expect(answers.allSatisfy { $0.contains("\"isError\":true") && $0.contains("outside") })
      #expect(!refused.output.contains("secret"))
      let change = "{\"path\":\"a.tenfold.yaml\",\"change\":\"components.a.replicas=2..4\"}"
      let reading = try tool.run("mcp", "--root", root.path(), input: call(1, "set", change))
      #expect(reading.output.contains("-32602"))
      let writing = try tool.run(
        "mcp", "--write", "--root", root.path(), input: call(1, "set", change))
      #expect(writing.output.contains("+  a: { kind: service, replicas: 2..4 }"))
      let new = try String(contentsOf: inside, encoding: .utf8)
      #expect(new == text.replacing("service }", with: "service, replicas: 2..4 }"))
    }
  }

  @Test func `keys, kinds, products and terms are explained as well`() throws {
    #expect(try tool.run("explain", "takes").output.contains("a time with its unit"))
    #expect(try tool.run("explain", "sqs").output.contains("visibility: 30 s  (default; https"))
    #expect(try tool.run("explain", "at most").output.contains("(term)"))
    #expect(try tool.run("explain", "headrom").errors.contains("did you mean `headroom`?"))
    let symptom = try tool.run("explain", "duplicate", "charges")
    #expect(symptom.status == 0 && symptom.output.contains("idempotency/retried-side-effect"))
    #expect(try tool.run("rules", "slow", "releases").output.hasPrefix("coupling/deploy-together"))
    #expect(try tool.run("explain", "purple", "elephants").status == 2)
    let kinds = try tool.run("kinds")
    #expect(kinds.status == 0 && kinds.output.contains("load-balancer  "))
  }
}
