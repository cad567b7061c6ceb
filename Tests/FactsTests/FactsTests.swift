import Facts
import Synchronization
import Testing
import TestSupport

@Suite struct FactsTests {
  static let description = """
    system: shop
    stage: growth
    growth: 10x in 18 months
    journeys:
      buy: { from: web, calls: api.order, rate: 10/s, peak: 40/s, critical: true }
    components:
      web: { kind: client }
      api:
        kind: service
        replicas: 2..4
        concurrency: 8
        operations:
          order:
            takes: 100ms
            calls: { to: pay, attempts: 3, timeout: 2s, per-request: 2 }
            reads: { from: db, hit: 75% }
            publishes: orders
      pay: { kind: external, limit: 100/s }
      db: { kind: database, technology: postgresql }
      orders: { kind: queue, technology: sqs }
      mail: { kind: worker, replicas: 1, concurrency: 1, consumes: { from: orders, takes: 20ms } }
      bill: { kind: worker, consumes: orders }
    """

  @Test func `demand follows calls per request, cache hits and shared queues`() throws {
    let base = try facts(Self.description)
    let peaks = try rows(base, "SELECT name, peak_per_s FROM component ORDER BY id")
    let byName = Dictionary(uniqueKeysWithValues: peaks.map { ($0[0].words, $0[1].number) })
    #expect(byName["api"] == 40)
    #expect(byName["pay"] == 80)
    #expect(byName["db"] == 10)
    #expect(byName["orders"] == 40)
    // Two consumers of a queue share its messages.
    #expect(byName["mail"] == 20)
    #expect(byName["web"] == .some(nil))
  }

  @Test func `attempts multiply the worst rate`() throws {
    let base = try facts(Self.description)
    #expect(
      try rows(base, "SELECT worst_per_s FROM component WHERE name = 'pay'") == [[.real(240)]])
  }

  @Test func `capacity is servers over time, or the limit`() throws {
    let base = try facts(Self.description)
    let rows = try rows(
      base,
      "SELECT name, capacity_per_s, headroom FROM component WHERE capacity_per_s > 0 ORDER BY id")
    // 4 replicas x 8 requests / 0.1 s = 320/s; a limit is a capacity as it stands; a worker has to
    // keep up with the mean of 5/s.
    #expect(
      rows == [
        [.text("api"), .real(320), .real(8)], [.text("pay"), .real(100), .real(1.25)],
        [.text("mail"), .real(50), .real(10)],
      ])
    let consumer = try TestSupport.rows(
      base, "SELECT capacity_per_s FROM relation WHERE kind = 'consumes' AND takes_s > 0")
    #expect(consumer == [[.real(50)]])
  }

  @Test func `every value has its origin`() throws {
    let base = try facts(Self.description)
    let origins = try rows(
      base,
      """
      SELECT f.property, f.origin, f.line FROM fact f JOIN element e ON e.id = f.element
      WHERE e.name IN ('orders', 'pay') AND f.property IN ('visibility', 'limit', 'peak')
      ORDER BY f.property, e.name
      """)
    #expect(
      origins == [
        [.text("limit"), .text("declared"), .integer(18)],
        [.text("peak"), .text("derived"), .null], [.text("peak"), .text("derived"), .null],
        [.text("visibility"), .text("default"), .null],
      ])
  }

  @Test func `growth compounds up to the horizon`() throws {
    let base = try facts(Self.description)
    let row = try rows(base, "SELECT growth_at_horizon, growth_per_month, stage_rank FROM system")[
      0]
    #expect(abs((row[0].number ?? 0) - 10) < 1e-9)
    #expect(abs((row[1].number ?? 0) - 1.1364636663857242) < 1e-9)  // 10 ^ (1 / 18)
    #expect(row[2] == .integer(1))
  }

  @Test func `a table is described column by column`() {
    for table in FactSchema.tables {
      #expect(!table.documentation.isEmpty)
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
      #expect(table.columns.allSatisfy { !$0.documentation.isEmpty })
    }
  }

  @Test func `numbers in sentences have units as findings have`() throws {
    let sql = "SELECT words(93600, 's'), words(1.234, 'months'), words(NULL, 's')"
    #expect(
      try rows(facts(Self.description), sql) == [
        [.text("26 h"), .text("1.2 months"), .text("unknown")]
      ])
  }

  @Test(arguments: [
    ("userId", ",user-id,"), ("user_id", ",user-id,"), ("user.ID", ",user-id,"),
    ("_id", ",id,"), ("hash(userId)", ",user-id,"), ("bucket(16, user_id)", ",user-id,"),
    ("(tenant-id, created_at)", ",tenant-id,created-at,"), ("date#deviceId", ",date,device-id,"),
    (",a-b,cD,", ",a-b,c-d,"), ("über.Größe", ",über-größe,"), ("", ","),
  ])
  func `fields of keys have one spelling`(_ key: String, _ fields: String) throws {
    let sql = "SELECT fields('\(key)'), fields(NULL)"
    #expect(try rows(facts(Self.description), sql) == [[.text(fields), .null]])
  }

  @Test(arguments: [
    ("DELETE FROM component", "only read"),
    ("CREATE TABLE x(y)", "only read"),
    ("INSERT INTO component(id) VALUES (99)", "only read"),
    ("ATTACH '/etc/passwd' AS other", "ATTACH"),
    ("PRAGMA journal_mode = WAL", "PRAGMA"),
    ("SELECT load_extension('x')", "load_extension"),
    ("SELECT writefile('/x', 'y')", "no such function"),
    ("SELECT readfile('/etc/passwd')", "no such function"),
    ("BEGIN", "transactions"),
    ("VACUUM INTO '/x.sqlite'", ""),
    ("SELECT 1; SELECT 2", "one statement"),
    ("", "no SQL"),
    ("SELECT nonsense FROM component", "no such column"),
    ("SELECT words(1, 'fortnights')", "knows the units"),
    ("SELECT zeroblob(1000000000)", "too big"),
    ("SELECT group_concat(hex(zeroblob(1000000))) FROM component", "too big"),
    (
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "loop"
    ),
    (
      "SELECT count(*) FROM component a, component b, component c, component d, component e, "
        + "component f, component g, component h, component i, component j, component k", "loop"
    ),
  ])
  func `a query that does more than read is refused`(_ sql: String, _ part: String) throws {
    let base = try facts(Self.description)
    let failure = #expect(throws: QueryFailure.self) { _ = try rows(base, sql) }
    let message = try #require(failure).message
    #expect(part.isEmpty || message.contains(part), "\(message)")
    // The facts are as they were.
    #expect(try rows(base, "SELECT count(*) FROM component") == [[.integer(7)]])
  }

  @Test func `few steps over large texts are stopped by the time they take`() throws {
    let base = try facts(Self.description)
    let ticks = Atomic(0)
    base.database.timeLimit = TimeLimit(seconds: 2) {
      Double(ticks.add(1, ordering: .relaxed).newValue)
    }
    let failure = #expect(throws: QueryFailure.self) {
      _ = try rows(
        base,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT max(length(hex(zeroblob(1000000 + i)))) FROM n
        """)
    }
    #expect(
      try #require(failure).message
        == "the query was stopped after 2 s of work; it may loop endlessly"
    )
  }

  @Test func `a pattern with many wildcards ends`() throws {
    let base = try facts(Self.description)
    let sql = "SELECT replace(hex(zeroblob(9000)), '0', 'a') LIKE '%a%a%a%a%a%a%a%a%b'"
    #expect(try rows(base, sql) == [[.integer(0)]])
  }

  @Test func `an unbounded result can be stopped by whoever reads it`() throws {
    let base = try facts(Self.description)
    struct Enough: Error {}
    var count = 0
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    #expect(throws: QueryFailure.self) {
      try base.query(endless) { (_) throws(QueryFailure) in
        count += 1
        if count == 1000 { throw QueryFailure(message: "enough", offset: nil) }
      }
    }
    #expect(count == 1000)
  }

  /// Tables are filled when a query names them, wherever the name stands.
  @Test(arguments: [
    "SELECT count(*) FROM element", "SELECT count(*) FROM main.element e",
    "SELECT count(*) FROM (SELECT 1 AS x), element", "SELECT count(*) FROM [element]",
    "SELECT count(*) FROM \"element\" AS e", "SELECT count(*) FROM /* as */ element",
    "SELECT count(*) FROM -- by\n element",
    "WITH w AS (SELECT * FROM element) SELECT count(*) FROM w",
    "SELECT count(*) FROM (element)", "SELECT count(*) FROM ELEMENT WHERE 1 AND 1",
  ])
  func `a table that a query names is filled`(_ sql: String) throws {
    let base = try facts("components:\n  a: { kind: service }\n  b: { kind: cache }\n")
    #expect(try rows(base, sql) == [[.integer(3)]], "\(sql)")
  }
}
