import ModelContext
import SourceText
import Testing

/// The protocol: what is answered, and how.
@Suite struct SessionTests {
  let client = Client()

  @Test(arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"),
    ("2025-03-26", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("tomorrow", "2025-11-25"),
  ])
  func `a handshake ends with a revision that both may speak`(
    _ asked: String, _ agreed: String
  ) throws {
    let answer = try client.ask("initialize", "{\"protocolVersion\":\"\(asked)\"}")
    #expect(answer.at("result", "protocolVersion")?.string == agreed)
    #expect(answer.at("result", "serverInfo", "name")?.string == "tenfold")
    #expect(answer.at("result", "capabilities", "tools")?.members != nil)
    #expect(answer.at("result", "capabilities", "prompts") == nil)
    #expect(answer["id"]?.number == 7 && answer["jsonrpc"]?.string == "2.0")
  }

  @Test func `without a handshake each request names its revision`() throws {
    let key = "io.modelcontextprotocol/protocolVersion"
    let found = try client.ask("server/discover", "{\"_meta\":{\"\(key)\":\"2026-07-28\"}}")
    #expect(found.at("result", "supportedVersions")?.items?.last?.string == "2026-07-28")
    #expect(found.at("result", "resultType")?.string == "complete")
    let other = try client.ask("tools/list", "{\"_meta\":{\"\(key)\":\"2099-01-01\"}}")
    #expect(other.at("error", "code")?.number == -32022)
    #expect(other.at("error", "data", "supported")?.items?.count == 4)
    #expect(try client.ask("tools/list").at("result", "resultType") == nil)
  }

  @Test(arguments: [
    ("{", -32700), ("nonsense", -32700), ("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600),
    ("[]", -32600), ("3", -32600), ("{\"id\":1,\"method\":\"ping\"}", -32600),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\"}", -32601),
    ("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32602),
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\"}", -32602),
    (
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}",
      -32602
    ),
    (String(repeating: "[", count: 100_000), -32700),
  ])
  func `what is no request is answered with its code, and survived`(
    _ line: String, _ code: Double
  ) throws {
    #expect(try client.say(line)?.at("error", "code")?.number == code)
    #expect(try client.ask("ping").at("result")?.members?.isEmpty == true)
  }

  @Test(arguments: [
    "", "  \r", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\",\"params\":[]}",
    "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}",
  ])
  func `nothing is said to what asks nothing`(_ line: String) throws {
    #expect(try client.say(line) == nil)
  }

  @Test func `a call that nobody waits for any more has no answer`() throws {
    let line = """
      {"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"explain",\
      "arguments":{"name":"sqs"}}}
      """
    let cancelled = """
      {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"a"}}
      """
    guard case .work(let work) = client.session.take(line.utf8) else {
      Issue.record("a call is work")
      return
    }
    #expect(try client.say(line)?.at("error", "code")?.number == -32600, "its id is in use")
    #expect(try client.say(cancelled) == nil)
    #expect(work() == nil)
    #expect(try client.say(line)?.at("result", "isError")?.flag == false)
  }

  @Test func `rule pages and the schema can be read`() throws {
    let listed = try client.ask("resources/list").at("result", "resources")?.items ?? []
    #expect(listed.count > 50)
    for resource in listed.prefix(3) + listed.suffix(1) {
      let address = try #require(resource["uri"])
      let read = try client.ask("resources/read", JSONValue.members(["uri": address]).line)
      #expect(read.at("result", "contents", "0", "uri") == address)
      #expect(read.at("result", "contents", "0", "text")?.string?.isEmpty == false)
    }
    let templates = try client.ask("resources/templates/list").at("result", "resourceTemplates")
    #expect(templates?.items?.first?["uriTemplate"]?.string == "tenfold://rules/{theme}/{smell}")
    let none = try client.ask("resources/read", "{\"uri\":\"file:///etc/passwd\"}")
    #expect(none.at("error", "code")?.number == -32002)
  }

  @Test func `every tool says what it takes and gives, and only one may write`() throws {
    let tools = try client.ask("tools/list").at("result", "tools")?.items ?? []
    let names = tools.compactMap { $0["name"]?.string }
    #expect(names == ["review", "what_if", "explain", "query", "schema"])
    for tool in tools {
      #expect(tool.at("annotations", "readOnlyHint")?.flag == true)
      #expect(tool.at("inputSchema", "type")?.string == "object")
      #expect(tool.at("outputSchema", "type")?.string == "object")
      let properties = tool.at("inputSchema", "properties")?.members ?? []
      #expect(properties.allSatisfy { $0.value["description"]?.string?.isEmpty == false })
    }
    let writing = try Client(writes: true).ask("tools/list").at("result", "tools")?.items ?? []
    #expect(writing.last?["name"]?.string == "set")
    #expect(writing.last?.at("annotations", "readOnlyHint")?.flag == false)
  }
}
