import Findings
import Reports
import Review
import Rules
import SourceText
import Testing
import TestSupport

/// Pages that a team adds: what is wrong with one is said at its place on the page.
@Suite struct OwnPagesTests {
  private static let system = "components:\n  a: { kind: service, replicas: 1 }\n"

  private static func page(
    _ find: String, front: String = "message: \"{element} smells\"", example: String? = nil
  ) -> String {
    """
    ---
    severity: low
    \(front)
    ---
    # Title

    Summary.

    ## Find
    ```sql
    \(find)
    ```

    ## Why it hurts
    It does.

    ## What to do
    Something.

    ## When it is fine
    Never.

    ## Example: one
    ```yaml
    \(example ?? system + "  b: { kind: cache } # expect: low")
    ```

    ## Counter-example: none
    ```yaml
    components: { b: { kind: cache } }
    ```
    """
  }

  private func rules(_ text: String, path: String = "own/smell.md") -> RuleSet {
    RuleSet.builtIn.adding([(path, text)])
  }

  private func review(_ text: String, of description: String = system) -> Review {
    Review.make(
      path: "t.tenfold.yaml", files: .memory(["t.tenfold.yaml": Array(description.utf8)]),
      rules: rules(text))
  }

  @Test(arguments: [
    (
      "SELECT id AS element,\n  replicas_mx < 2 AS holds FROM component",
      "own/smell.md:12:3: the rule `own/smell` cannot run: no such column: replicas_mx"
    ),
    (
      "SELECT id AS element FROM component WHERE 0",
      "own/smell.md:11:1: the rule `own/smell` cannot run: `Find` needs the columns `element` and "
        + "`holds`; it has element"
    ),
    (
      "SELECT id AS element, replicas_max < :least AS holds FROM component",
      "own/smell.md:11:38: the rule `own/smell` cannot run: nothing says what the parameter "
        + "`:least` is"
    ),
  ])
  func `a query that cannot run is a problem of its page`(_ find: String, _ line: String) {
    let rules = rules(Self.page(find))
    #expect(rules.problems.map(\.line) == [line])
    #expect(rules["own/smell"] == nil)
  }

  @Test func `a misspelt parameter is named, and one that nothing uses`() {
    let front = "message: \"{element} smells\"\nparameters: { least: { default: 2 } }"
    let find = "SELECT id AS element, replicas_max < :leest AS holds FROM component"
    #expect(
      rules(Self.page(find, front: front)).problems.map(\.remedy) == ["did you mean `:least`?"])
    let idle = "SELECT id AS element, replicas_max < 2 AS holds FROM component"
    #expect(
      rules(Self.page(idle, front: front)).problems.map(\.line) == [
        "own/smell.md:4:15: nothing uses the parameter `least`; write `:least` in `Find`, or leave "
          + "the parameter out"
      ])
    let shown = front.replacing("smells", with: "smells of {least}")
    #expect(rules(Self.page(idle, front: shown)).problems == [])
  }

  @Test(arguments: [
    ("name AS element, replicas_max < 2 AS holds", "the column `element` of a row is 'a'"),
    ("id AS element, 'no' AS holds", "the column `holds` of a row is 'no'"),
    (
      "id AS element, 1 AS holds, 'urgent' AS severity",
      "the column `severity` of a row is 'urgent'"
    ),
  ])
  func `a row that is no check fails its rule`(_ columns: String, _ message: String) throws {
    let text = Self.page("SELECT \(columns) FROM component")
    let review = review(text)
    let problem = try #require(review.problems.first)
    #expect(problem.message == "the rule `own/smell` cannot run: \(message)")
    #expect(problem.path == "own/smell.md" && problem.place?.start.line == 11)
    #expect(review.isBroken)
    let test = try #require(ExampleTest.all(in: rules(text), matching: "own/smell").first)
    #expect(test.failures().first?.hasPrefix("as written: line 11: the rule") == true)
    #expect(
      ReportFormat.text.text([review]).contains("1 rule could not run"), "not of the description")
  }

  @Test func `a built-in rule is not replaced unawares`() {
    let text = Self.page("SELECT id AS element, 0 AS holds FROM component")
    let rules = rules(text, path: "r/queues/no-dlq.md")
    #expect(rules.problems.map(\.message) == ["there is a built-in rule `queues/no-dlq`"])
    #expect(rules["queues/no-dlq"]?.severity == RuleSet.builtIn["queues/no-dlq"]?.severity)
    let tested = RuleSet.builtIn.adding([("r/queues/no-dlq.md", text)], replacing: true)
    #expect(tested.problems == [])
    #expect(tested["queues/no-dlq"]?.severity == .low)
  }

  @Test func `what a page explains has to be a rule`() {
    let front = "message: \"{element} smells\"\nexplains: [queues/no-dlqq, own/smell]"
    let text = Self.page("SELECT id AS element, 0 AS holds FROM component", front: front)
    #expect(
      rules(text).problems.map(\.line) == [
        "own/smell.md:4:12: there is no rule `queues/no-dlqq` that the page could explain; did you "
          + "mean `queues/no-dlq`?"
      ])
  }

  @Test(arguments: ["2 apples", "3 fortnights"])
  func `a default that begins with a number has a unit`(_ value: String) {
    let find = "SELECT id AS element, :least = name AS holds FROM component"
    func problems(_ value: String) -> [Problem] {
      rules(
        Self.page(
          find, front: "message: m\nparameters: { least: { default: \(value) } }")
      ).problems
    }
    #expect(problems(value).map(\.code) == ["page-parameter"])
    #expect(problems("'\(value)'") == [])
  }

  @Test(arguments: [
    (
      "# expect: hgih", "a mark names the severity `hgih`, which there is not; did you mean `high`?"
    ),
    ("# ask: replcas", "a mark names the property `replcas`, which there is not; did you mean"),
  ])
  func `a mark that says nothing fails its example`(_ mark: String, _ failure: String) throws {
    let text = Self.page(
      "SELECT id AS element, replicas_max < 2 AS holds FROM component",
      example: Self.system.replacing(" }\n", with: " } \(mark)"))
    let test = try #require(ExampleTest.all(in: rules(text), matching: "own/smell").first)
    let failures = test.failures()
    #expect(failures.count == 1 && failures[0].hasPrefix("line 26: \(failure)"), "\(failures)")
  }

  @Test(arguments: [
    ("own", "medium", "growth", Severity.high), ("own", "high", "growth", .high),
    ("own", "critical", "growth", .critical), ("own", "medium", "seed", .medium),
    ("stage", "medium", "growth", .medium), ("stage", "medium", "seed", .low),
  ])
  func `a critical journey makes no finding critical, and stage advice no louder`(
    _ theme: String, _ own: String, _ stage: String, _ severity: Severity
  ) {
    let page = Self.page(
      "SELECT id AS element, 1 AS holds, '\(own)' AS severity FROM component",
      front: "message: m")
    let description =
      "stage: \(stage)\njourneys: { j: { calls: a, critical: true } }\n" + Self.system
    let review = Review.make(
      path: "t.tenfold.yaml", files: .memory(["t.tenfold.yaml": Array(description.utf8)]),
      rules: rules(page, path: "\(theme)/smell.md"))
    #expect(review.findings.filter { $0.rule == "\(theme)/smell" }.map(\.severity) == [severity])
  }

  /// Two pages that explain each other: one of low severity, one of the severity given.
  private func mutual(_ severity: String) -> Review {
    func page(_ other: String, _ severity: String) -> String {
      Self.page(
        "SELECT id AS element, 1 AS holds, '\(severity)' AS severity FROM component",
        front: "message: m\nexplains: [\(other)]")
    }
    let rules = RuleSet.builtIn.adding([
      ("own/one.md", page("own/two", "low")), ("own/two.md", page("own/one", severity)),
    ])
    return Review.make(
      path: "t.tenfold.yaml", files: .memory(["t.tenfold.yaml": Array(Self.system.utf8)]),
      rules: rules)
  }

  @Test func `a finding explains none that matters more`() {
    let own = mutual("high").findings.filter { $0.theme == "own" }
    #expect(own.map(\.severity) == [.high, .low])
    #expect(own.map(\.explainedBy) == [nil, own[0].fingerprint])
  }

  @Test func `findings that explain each other are still there`() {
    let own = mutual("low").findings.filter { $0.theme == "own" }
    #expect(own.map(\.explainedBy) == [nil, nil])
  }

  @Test func `values of several elements are evidence, and no part of the identity`() throws {
    let text = Self.page(
      "SELECT c.id AS element, 1 AS holds, (SELECT group_concat(id) FROM relation) AS arrow "
        + "FROM component c WHERE c.name = 'd'",
      front: "message: m\ninputs: [arrow.peak]")
    func finding(_ readers: String...) throws -> JudgedFinding {
      let description =
        "journeys: { j: { from: u, calls: [\(readers.joined(separator: ", "))], peak: 9/s } }\n"
        + "components:\n  u: { kind: client }\n  d: { kind: database }\n"
        + readers.map { "  \($0): { kind: service, reads: d }\n" }.joined()
      return try #require(
        review(text, of: description).findings.first { $0.rule == "own/smell" })
    }
    let (one, two) = (try finding("a"), try finding("a", "b"))
    #expect(one.evidence.map(\.name).contains("peak of a → d (read)"))
    #expect(two.evidence.map(\.name).contains("peak of b → d (read)"))
    #expect(one.fingerprint == two.fingerprint)
  }

  @Test func `a finding explains one that matters as much`() {
    let find = "SELECT id AS element, 1 AS holds FROM component"
    let rules = RuleSet.builtIn.adding([
      ("own/one.md", Self.page(find, front: "message: m\nexplains: [own/two]")),
      ("own/two.md", Self.page(find)),
    ])
    let own = Review.make(
      path: "t.tenfold.yaml", files: .memory(["t.tenfold.yaml": Array(Self.system.utf8)]),
      rules: rules
    ).findings.filter { $0.theme == "own" }
    #expect(own.map(\.rule) == ["own/one", "own/two"])
    #expect(own.map(\.explainedBy) == [nil, own[0].fingerprint])
  }
}
