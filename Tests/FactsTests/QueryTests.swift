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
    #expect(failure?.message.contains("it may loop for ever") == true)
  }

  @Test func `a function that multiplies lengths and cannot be bounded is refused`() throws {
    let failure = #expect(throws: QueryFailure.self) {
      _ = try rows(facts(Self.small), "SELECT json_patch('{}', '{}')")
    }
    #expect(failure?.message.contains("json_patch") == true)
  }
}
