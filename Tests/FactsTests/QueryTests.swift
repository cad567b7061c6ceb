import Facts
import Testing
import TestSupport

/// SQL that people write: what it may leave out, and what it must not cost.
@Suite struct QueryTests {
  private static let small = "components:\n  a: { kind: service }\n"

  @Test(arguments: [
    "SELECT 1;", "SELECT 1;--c", "SELECT 1 /* x */ ; /* y */", "-- c\nSELECT 1", ";; SELECT 1 ; ;",
    "SELECT 1 -- c",
  ])
  func `comments and semicolons round a query are nothing`(_ sql: String) throws {
    #expect(try rows(facts(Self.small), sql) == [[.integer(1)]])
  }

  @Test(arguments: ["SELECT 1; /* c */ SELECT 2", "SELECT 1; nonsense"])
  func `a second statement is none`(_ sql: String) throws {
    let failure = #expect(throws: QueryFailure.self) { _ = try rows(facts(Self.small), sql) }
    #expect(failure?.message == "only one statement can be run at a time")
  }

  @Test func `a mistake behind an empty statement has its place`() throws {
    let failure = #expect(throws: QueryFailure.self) {
      _ = try rows(facts(Self.small), "; SELECT nmae FROM component")
    }
    #expect(failure?.offset == 9)
  }

  @Test func `a parameter that nobody binds is no query`() throws {
    let base = try facts(Self.small)
    let failure = #expect(throws: QueryFailure.self) {
      try base.query("SELECT ':leest', :leest", parameters: ["least": .integer(2)]) { _ in }
    }
    #expect(failure?.message == "nothing says what the parameter `:leest` is")
    #expect(failure?.remedy == "did you mean `:least`?")
    #expect(throws: QueryFailure.self) { _ = try rows(base, "SELECT ?") }
  }

  /// SQLite's own functions, made anew, answer as those do.
  @Test(arguments: [
    ("instr('äöü', 'ü')", "3"), ("instr('abc', '')", "1"), ("instr('', 'a')", "0"),
    ("instr(NULL, 'a') IS NULL", "1"), ("instr(12345, 34)", "3"),
    ("instr(x'c3a4c3bc', x'bc')", "4"),
    ("instr('aab', 'ab')", "2"), ("instr('abc', 'abcd')", "0"),
    ("replace('aXbX', 'X', '--')", "a--b--"), ("replace('aaa', 'aa', 'b')", "ba"),
    ("replace('abc', '', 'x')", "abc"), ("replace('abc', 'b', NULL) IS NULL", "1"),
    ("replace('abc', '', NULL)", "abc"), ("replace('ab', 'ab', '')", ""),
    ("typeof(replace(5, 6, 7))", "text"),
    ("trim(',a,b,', ',')", "a,b"), ("ltrim('xxaxx', 'x')", "axx"), ("rtrim('xxaxx', 'x')", "xxa"),
    ("trim('äöaöä', 'öä')", "a"), ("trim('  a ')", "a"), ("trim('aa', 'a')", ""),
    ("trim('a', NULL) IS NULL", "1"),
    ("'Web-1' LIKE 'web_%'", "1"), ("'a_b' LIKE 'axb'", "0"), ("'50%' LIKE '50!%' ESCAPE '!'", "1"),
    ("'500' LIKE '50!%' ESCAPE '!'", "0"), ("(NULL LIKE 'a') IS NULL", "1"),
    ("'' LIKE '%'", "1"), ("'abc' GLOB 'a[b-d]*'", "1"), ("'ABC' GLOB 'a*'", "0"),
  ])
  func `a function over texts answers as SQLite's`(_ sql: String, _ words: String) throws {
    #expect(try rows(facts(Self.small), "SELECT \(sql)").map { $0[0].words } == [words])
  }

  /// The product of the lengths is 10^13: whoever multiplies does not come back.
  @Test(arguments: [
    ("instr(long, other)", "0"), ("length(replace(long, other, ''))", "3800000"),
  ])
  func `searching a long text for a long one ends`(_ sql: String, _ words: String) throws {
    let found = try rows(
      facts(Self.small),
      """
      SELECT \(sql) FROM (SELECT hex(zeroblob(1900000)) AS long, hex(zeroblob(900000)) || '1' AS other)
      """)
    #expect(found.map { $0[0].words } == [words])
  }

  @Test func `patterns over long texts count as work`() throws {
    let pattern = String(repeating: "1", count: 99)
    let terms = (0..<8).map { "long GLOB '\(pattern)\($0)'" }.joined(separator: ", ")
    let failure = #expect(throws: QueryFailure.self) {
      _ = try rows(
        facts(Self.small), "SELECT \(terms) FROM (SELECT hex(zeroblob(1900000)) AS long)")
    }
    #expect(failure?.message.contains("it may loop endlessly") == true)
  }

  @Test func `a function that multiplies lengths and cannot be bounded is refused`() throws {
    let failure = #expect(throws: QueryFailure.self) {
      _ = try rows(facts(Self.small), "SELECT json_patch('{}', '{}')")
    }
    #expect(failure?.message.contains("json_patch") == true)
  }
}

/// What a query may take of the memory, and how infinite numbers read.
@Suite(.serialized) struct QueryMemoryTests {
  private static let numbers =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)"

  /// Sorting, telling apart, and tables on the way.
  @Test(arguments: [
    "SELECT i, zeroblob(4000) AS b FROM n ORDER BY i DESC, b",
    "SELECT DISTINCT hex(randomblob(2000)) FROM n",
    ", t AS MATERIALIZED (SELECT hex(zeroblob(1000)) || i AS t FROM n) SELECT max(t) FROM t",
  ])
  func `a query that holds more than its share is stopped`(_ sql: String) throws {
    let base = try facts("components:\n  a: { kind: service }\n")
    let failure = #expect(throws: QueryFailure.self) {
      try base.query("\(Self.numbers) \(sql)") { _ in }
    }
    #expect(failure?.message == "the query needs more than 512 MB of memory")
    #expect(try rows(base, "SELECT name FROM component") == [[.text("a")]])
  }

  @Test func `what a query has given back is not held against the next one`() throws {
    let base = try facts("components:\n  a: { kind: service }\n")
    for _ in 0..<4 {
      let found = try rows(
        base,
        "\(Self.numbers) SELECT count(*) FROM (SELECT i, zeroblob(150) AS b FROM n ORDER BY b, -i)")
      #expect(found == [[.integer(1_000_000)]])
    }
  }

  @Test func `infinite numbers read as people write them`() throws {
    let base = try facts("components:\n  a: { kind: service, concurrency: unlimited }\n")
    let found = try rows(base, "SELECT 1e999, -1e999, concurrency FROM component")
    #expect(found[0].map(\.words) == ["unlimited", "-unlimited", "unlimited"])
  }
}

/// What many journeys reach together.
@Suite struct ReachTests {
  static func system(journeys: Int, components: Int) -> String {
    "journeys:\n"
      + (0..<journeys).map { "  j\($0): { from: u, calls: c0, rate: 1/s }\n" }.joined()
      + "components:\n  u: { kind: client }\n"
      + (0..<components).map { number in
        let callee = number + 1 < components ? ", calls: c\(number + 1)" : ""
        return "  c\(number): { kind: service, availability: 99.9%\(callee) }\n"
      }.joined()
  }

  @Test func `journeys with the same entries reach the same`() throws {
    let base = try facts(Self.system(journeys: 3, components: 4))
    let reached = "SELECT count(*) FROM"
    #expect(try rows(base, "\(reached) journey_component") == [[.integer(12)]])
    #expect(try rows(base, "\(reached) journey_relation") == [[.integer(12)]])
    #expect(
      try rows(base, "SELECT DISTINCT hops FROM journey_component WHERE journey > 0 ORDER BY 1")
        .count == 4)
  }

  @Test func `a table that would be too large is said, not filled`() throws {
    let base = try facts(Self.system(journeys: 2000, components: 1500))
    for table in ["journey_relation", "journey_component", "journey_relation"] {
      let failure = #expect(throws: QueryFailure.self) {
        _ = try rows(base, "SELECT count(*) FROM \(table)")
      }
      #expect(failure?.message == "the table `\(table)` would have more than two million rows")
    }
    #expect(try rows(base, "SELECT count(*) FROM component") == [[.integer(1501)]])
  }
}
