import SourceText
import Testing
import TestSupport

/// What the tools answer.
@Suite struct ToolTests {
  static let shop = """
    system: Shop
    journeys:
      buy: { from: buyer, calls: api, rate: 10/s, peak: 20/s, critical: true }
    components:
      buyer: { kind: client }
      # the front
      api: { kind: service, replicas: 2, concurrency: 4, takes: 100ms, calls: pay, publishes: mail }
      pay: { kind: external, technology: stripe }
      mail: { kind: queue, technology: sqs }
      mailer: { kind: worker, consumes: mail }

    """
  let client = Client(["shop.tenfold.yaml": shop], writes: true)

  @Test func `a review gives arithmetic, origins, places and what to ask first`() throws {
    let result = try client.call("review", ["path": "shop.tenfold.yaml"])
    #expect(!result.isFailure)
    let answer = try #require(result["structuredContent"])
    let arithmetic = try #require(answer.at("arithmetic", "arithmetic")?.string)
    #expect(arithmetic.hasPrefix("api ("))
    #expect(arithmetic.hasSuffix("= at most 4x"))
    #expect(result.said.contains("Headroom: \(arithmetic)\n"))
    #expect(result.said.contains("takes of api: 100 ms (shop.tenfold.yaml:7)"))
    #expect(answer.at("ask_first")?.items?.count == 3)
    #expect(result.said.contains("Answer these three questions first:"))
    #expect(answer.at("review", "headroom", "at_most")?.flag == true)
    let finding = try #require(answer.at("review", "findings", "0"))
    #expect(finding.at("evidence", "0", "origin")?.string != nil)
  }

  @Test func `a text is reviewed like a file, and includes nothing`() throws {
    let text = try client.call("review", ["description": .string(Self.shop)])
    let file = try client.call("review", ["path": "shop.tenfold.yaml"])
    let named = file.said.replacing("shop.tenfold.yaml", with: "description")
    #expect(text.said == named)
    let including = try client.call(
      "review", ["description": .string("include: shop.tenfold.yaml\n" + Self.shop)])
    #expect(including.said.contains("the included file `shop.tenfold.yaml` does not exist"))
  }

  @Test(arguments: [
    ("", "describes nothing"), ("[", "is not a description"), ("a: b", "its keys are"),
  ])
  func `what is wrong with a text is told`(_ text: String, _ words: String) throws {
    let result = try client.call("review", ["description": .string(text)])
    #expect(result.said.contains(words), "\(result.said)")
    #expect(result.isFailure || result.at("structuredContent", "review", "problems", "0") != nil)
  }

  @Test func `findings are told as many as are wanted`() throws {
    let result = try client.call("review", ["path": "shop.tenfold.yaml", "findings": 0])
    let answer = try #require(result["structuredContent"])
    #expect(answer.at("review", "findings")?.items?.isEmpty == true)
    #expect(answer["findings_in_all"]?.number ?? 0 > 0)
    #expect(result.said.contains("ask for more `findings`"))
  }

  @Test func `a change is told by headroom and findings before and after`() throws {
    let result = try client.call(
      "what_if",
      [
        "path": "shop.tenfold.yaml", "set": .array(["components.api.replicas=1"]),
        "at": .array([.integer(1), .integer(10)]),
      ])
    let answer = try #require(result["structuredContent"])
    #expect(answer.at("headroom_before", "multiple")?.number == 4)
    #expect(answer.at("headroom_after", "multiple")?.number == 2)
    #expect(result.said.hasPrefix("Before: at most 4x; after: at most 2x\n"))
    let changed = ["new", "worse"].flatMap { answer.at($0)?.items ?? [] }
    #expect(changed.contains { $0["element"]?.string == "api" })
    let multiples = try #require(answer["multiples"]?.items)
    #expect(multiples.compactMap { $0["multiple"]?.number } == [1, 10])
    let last = try #require(multiples.last?["elements"]?.items?.first)
    #expect(last["element"]?.string == "api" && last["verdict"]?.string == "saturated")
  }

  @Test(arguments: [
    ("what_if", "components.apo.replicas=1", "there is no component `apo`"),
    ("what_if", "components.api.replicas", "sets nothing"),
    ("what_if", "components.api.replicas=many", "replicas"),
  ])
  func `a change that cannot be is refused with the reason`(
    _ tool: String, _ change: String, _ reason: String
  ) throws {
    let result = try client.call(
      tool, ["path": "shop.tenfold.yaml", "set": .array([.string(change)])])
    #expect(result.isFailure && result.said.contains(reason))
  }

  @Test(arguments: [
    ("queues/no-dlq", "rule"), ("no-dlq", "rule"), ("takes", "key"), ("queue", "kind"),
    ("RabbitMQ 3.13", "product"), ("headroom", "term"), ("at most", "term"),
  ])
  func `names of all sorts are explained`(_ name: String, _ subject: String) throws {
    let result = try client.call("explain", ["name": .string(name)])
    let found = result.at("structuredContent", "explanations")?.items ?? []
    #expect(found.contains { $0["subject"]?.string == subject })
    let near = try client.call("explain", ["name": .string("headrom")])
    #expect(near.isFailure && near.said.contains("did you mean `headroom`?"))
  }

  @Test func `a query reads facts and nothing else`() throws {
    let sql = "SELECT name, takes_s, visibility_s FROM component ORDER BY id"
    let result = try client.call("query", ["path": "shop.tenfold.yaml", "sql": .string(sql)])
    #expect(result.at("structuredContent", "rows", "1")?.line == "[\"api\",0.1,null]")
    #expect(result.said.contains("api     0.1      -"))
    let few = try client.call(
      "query", ["path": "shop.tenfold.yaml", "sql": .string(sql), "rows": 1])
    #expect(few.at("structuredContent", "rows")?.items?.count == 1)
    #expect(few.at("structuredContent", "rows_in_all")?.number == 5)
    for sql in ["DELETE FROM component", "ATTACH 'x' AS y", "SELECT nam FROM component", ""] {
      let bad = try client.call("query", ["path": "shop.tenfold.yaml", "sql": .string(sql)])
      #expect(bad.isFailure, "\(sql)")
    }
  }

  @Test func `a query reads what a description imports`() throws {
    let files = [
      "shop.tenfold.yaml": "system: Shop\nimport: compose.yaml\n",
      "compose.yaml": "services: { web: { image: acme/web }, db: { image: postgres } }",
    ]
    let sql = "SELECT name FROM component ORDER BY name"
    let result = try Client(files).call(
      "query", ["path": "shop.tenfold.yaml", "sql": .string(sql)])
    #expect(result.at("structuredContent", "rows")?.line == "[[\"db\"],[\"web\"]]")
  }

  @Test func `the language and the tables can be looked up`() throws {
    let keys = try client.call("schema", ["place": "component"])
    #expect(keys.said.contains("takes: a time with its unit"))
    let columns = try client.call("schema", ["of": "facts", "place": "component"])
    #expect(columns.said.contains("takes_s: REAL s."))
    #expect(try client.call("schema", ["place": "nowhere"]).said.contains("relation"))
  }

  @Test(arguments: [
    "{}", "{\"path\":3}", "{\"path\":\"a\",\"description\":\"b\"}", "{\"paht\":\"a\"}",
    "{\"path\":\"a\",\"findings\":-1}", "{\"path\":\"none.tenfold.yaml\"}",
  ])
  func `arguments that are none are said to be so, to the assistant`(_ arguments: String) throws {
    let result = try client.ask("tools/call", "{\"name\":\"review\",\"arguments\":\(arguments)}")
    #expect(result.at("result")?.isFailure == true)
    #expect(result.at("result")?.said.isEmpty == false)
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self = .integer(number) }
}
