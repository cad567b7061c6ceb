import Foundation
import Testing
import TestSupport

/// The built program, called as a user calls it.
@Suite struct CommandLineTests {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program stands beside the test bundle.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "tenfold")

  func run(
    _ arguments: String..., input: String? = nil, folder: URL = Repository.root
  ) throws -> Result {
    try run(words: arguments, input: input, folder: folder)
  }

  func run(
    words arguments: [String], input: String? = nil, folder: URL = Repository.root,
    program: URL = Self.program
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = standardInput
    try process.run()
    if let input { Self.write(input, to: standardInput.fileHandleForWriting) }
    try standardInput.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: text, errors: complaints)
  }

  /// Writes to a program that need not read it: the signal of a closed pipe, which the thread that
  /// writes gets, is taken before anybody sees it.
  private static func write(_ text: String, to handle: FileHandle) {
    var closed = sigset_t()
    sigemptyset(&closed)
    sigaddset(&closed, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &closed, nil)
    try? handle.write(contentsOf: Data(text.utf8))
    var noTime = timespec()
    sigtimedwait(&closed, nil, &noTime)
    pthread_sigmask(SIG_UNBLOCK, &closed, nil)
  }

  /// A folder that is gone after the body.
  func temporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tenfold-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `status 1 for findings, 0 for none, 2 for what cannot be done`() throws {
    #expect(try run("check", "samples/ticket-shop.tenfold.yaml").status == 1)
    #expect(try run("check", "--fail-on", "never", "samples/ticket-shop.tenfold.yaml").status == 0)
    #expect(try run("check", "samples/ticket-shop-repaired.tenfold.yaml").status == 0)
    #expect(try run("check", "samples/broken/unknown-key.tenfold.yaml").status == 2)
    #expect(try run("check", "samples/none.tenfold.yaml").status == 2)
    #expect(try run("chekc").status == 2)
    #expect(try run("check", "--fromat", "json").status == 2)
    #expect(try run("check", "--format", "xml", "samples").status == 2)
    #expect(try run().status == 0)
  }

  @Test(arguments: ["components: {}\n", "system: shop\n", "tenfold: 1\ntemplates: { a: {} }\n"])
  func `a description without a component does not pass`(_ text: String) throws {
    let review = try run("check", "-", "--fail-on", "never", input: text)
    #expect(review.status == 2)
    #expect(review.output.contains("error: the description has no components"))
    #expect(try run("grow", "-", input: text).status == 2)
  }

  @Test func `a misspelt command or flag is answered with the right one`() throws {
    #expect(try run("chekc").errors.contains("did you mean `tenfold check`?"))
    #expect(try run("check", "--fromat", "json").errors.contains("did you mean --format?"))
    #expect(try run("explain", "queues/no-dql").errors.contains("did you mean `queues/no-dlq`?"))
  }

  @Test func `without a terminal the review is printed`() throws {
    let review = try run("samples/ticket-shop.tenfold.yaml")
    #expect(review.status == 1)
    #expect(review.output.contains("Ticket shop: "))
    #expect(!review.output.contains("\u{1B}"))
  }

  @Test func `standard input, several files and folders`() throws {
    let text = try Repository.text("samples/ticket-shop.tenfold.yaml")
    #expect(try run("check", "-", input: text).output.contains("    -:"))
    let both = try run(
      "check", "samples/ticket-shop.tenfold.yaml", "samples/ticket-shop-repaired.tenfold.yaml",
      "--format", "json")
    #expect(both.output.contains("\"reviews\""))
    try temporaryFolder { folder in
      #expect(try run("check", folder.path()).status == 2)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "deep/er"), withIntermediateDirectories: true)
      try text.write(
        to: folder.appending(path: "deep/er/a.tenfold.yaml"), atomically: true, encoding: .utf8)
      #expect(try run("check", folder.path()).output.contains("a.tenfold.yaml:"))
    }
  }

  @Test func `several formats in one run, files whole or not at all`() throws {
    try temporaryFolder { folder in
      let sarif = folder.appending(path: "out.sarif").path()
      let missing = folder.appending(path: "none/out.json").path()
      let good = try run(
        "check", "samples/ticket-shop.tenfold.yaml", "--format", "sarif=\(sarif)", "--format",
        "text")
      #expect(good.status == 1 && good.output.contains("Ticket shop"))
      #expect(try String(contentsOfFile: sarif, encoding: .utf8).hasSuffix("}\n"))
      let bad = try run("check", "samples/ticket-shop.tenfold.yaml", "--format=json=\(missing)")
      #expect(bad.status == 2 && bad.errors.contains("cannot write"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["out.sarif"])
    }
  }

  @Test func `a folder, a missing file and one that nobody may read say so`() throws {
    #expect(try run("query", "samples", "SELECT 1").errors.contains("is a directory"))
    #expect(try run("check", "none.yaml").output.contains("does not exist"))
    try temporaryFolder { folder in
      let link = folder.appending(path: "device.tenfold.yaml")
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: URL(filePath: "/dev/zero"))
      #expect(try run("check", link.path()).output.contains("is not a regular file"))
    }
  }

  @Test func `an include through a link out of the root is refused`() throws {
    try temporaryFolder { folder in
      let inside = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try "components: {}".write(
        to: folder.appending(path: "secret.yaml"), atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        at: inside.appending(path: "link.yaml"),
        withDestinationURL: folder.appending(path: "secret.yaml"))
      let text = "include: [link.yaml, ../secret.yaml, /etc/hostname]\ncomponents: { a: client }\n"
      try text.write(
        to: inside.appending(path: "a.tenfold.yaml"), atomically: true, encoding: .utf8)
      let output = try run("check", "a.tenfold.yaml", folder: inside).output
      #expect(output.components(separatedBy: "outside the project's root").count == 4)
    }
  }

  @Test func `queries print rows as a table, CSV and JSON, and stop at too many`() throws {
    let file = "samples/ticket-shop.tenfold.yaml"
    let sql = "SELECT name, kind FROM component ORDER BY id LIMIT 2"
    #expect(
      try run("query", file, sql).output
        == "name     kind\n-------  -------\nshopper  client\napi      service\n")
    #expect(
      try run("query", file, sql, "--format", "csv").output
        == "name,kind\r\nshopper,client\r\napi,service\r\n")
    #expect(try run("query", file, sql, "--format=json").output.contains("\"name\": \"shopper\""))
    let infinite = try run("query", file, "SELECT 1e999 AS n", "--format=json")
    #expect(infinite.output.contains("\"n\": null"))
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    let stopped = try run("query", file, endless)
    #expect(stopped.status == 2 && stopped.errors.contains("more than 100000 rows"))
    #expect(try run("query", file, "SELEC 1").errors.contains("^"))
  }

  @Test func `what breaks first is printed for people, programs and spreadsheets`() throws {
    let file = "samples/ticket-shop.tenfold.yaml"
    let text = try run("grow", file)
    #expect(text.status == 0 && text.output.hasPrefix("Ticket shop cannot sustain today's peak"))
    let json = try run("grow", file, "--format", "json", "--at", "1,2.5x,1")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let reviews = try #require(report["reviews"] as? [[String: Any]])
    let multiples = try #require(reviews.first?["multiples"] as? [[String: Any]])
    #expect(multiples.compactMap { $0["multiple"] as? Double } == [1, 2.5])
    #expect(try run("grow", file, "--format=csv").output.hasPrefix("multiple,element,kind,"))
    #expect(try run("grow", "samples/broken/unknown-key.tenfold.yaml").status == 2)
    #expect(try run("grow", "none.tenfold.yaml").output.contains("does not exist"))
    #expect(try run("grow").errors.contains("tenfold grow FILE"))
    #expect(try run("grow", file, "--at", "ten").errors.contains("write it as 1,2,10,100"))
  }

  @Test func `what if a property were another`() throws {
    let file = "samples/ticket-shop.tenfold.yaml"
    let better = try run("grow", file, "--set", "components.payments.limit=2k/s")
    #expect(better.output.contains("sustains at most 5x"), "\(better.output)")
    #expect(better.output.contains("headroom before: 0.25x"))
    let paths = [
      "journeys.buy-ticket.peak=100/s", "components.api.operations.place-order.takes=1s",
      "components.api.operations.place-order.calls.payments.timeout=1s",
      "components.mailer.consumes.order-placed.takes=2s", "growth=2x in 1 year",
      "components.orders-db.shards.count=8", "journeys.buy-ticket.calls.api.place-order.attempts=2",
    ]
    for path in paths { #expect(try run("grow", file, "--set", path).status == 0, "\(path)") }
    let wrong = try run("grow", file, "--set", "components.api.replica=3")
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean `replicas`?"))
    #expect(try run("grow", file, "--set", "components.api.replicas=9..3").status == 2)
    for nothing in ["nonsense", "components.api.replicas= # none"] {
      #expect(try run("grow", file, "--set", nothing).errors.contains("sets nothing"))
    }
    let cold = try run("grow", "samples/marketplace/marketplace.tenfold.yaml", "--cold-cache")
    #expect(cold.status == 0 && cold.output.contains("What if cold caches"))
  }

  @Test func `a gate on headroom says that it tripped`() throws {
    let (shop, repaired) = (
      "samples/ticket-shop.tenfold.yaml", "samples/ticket-shop-repaired.tenfold.yaml"
    )
    let tripped = try run("check", shop, "--fail-on", "never", "--min-headroom", "10x")
    #expect(tripped.status == 1 && tripped.errors.contains("gate failed: --min-headroom 10x"))
    #expect(try run("check", repaired, "--min-headroom", "10").status == 0)
    #expect(try run("grow", repaired, "--min-headroom", "100x").status == 1)
    #expect(try run("check", repaired, "--min-headroom", "much").status == 2)
    try temporaryFolder { folder in
      try Repository.text(repaired).write(
        to: folder.appending(path: "a.tenfold.yaml"), atomically: true, encoding: .utf8)
      let configuration = folder.appending(path: ".tenfold.yaml")
      try "min-headroom: 100x\n".write(to: configuration, atomically: true, encoding: .utf8)
      #expect(try run("check", "a.tenfold.yaml", folder: folder).status == 1)
      #expect(
        try run("check", "a.tenfold.yaml", "--min-headroom", "2x", folder: folder).status == 0)
      try "min-headroom: lots\n".write(to: configuration, atomically: true, encoding: .utf8)
      #expect(try run("check", "a.tenfold.yaml", folder: folder).output.contains("such as 3.4x"))
    }
  }

  @Test func `a team's own page is listed, tested, explained and run`() throws {
    try temporaryFolder { folder in
      let theme = folder.appending(path: "house")
      try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
      try """
      ---
      severity: low
      since: "1"
      inputs: [element.team]
      message: "{element} belongs to nobody"
      sources: [{ title: House rules, url: "https://example.org" }]
      ---
      # A component without a team

      Every component has a team.

      ## Find
      ```sql
      SELECT id AS element, team IS NULL AS holds FROM component
      ```
      ## Why it hurts
      Nobody is paged.
      ## What to do
      Name a team.
      ## When it is fine
      Never.
      ## Example: nobody's
      ```yaml
      components:
        a: { kind: service } # expect: low
      ```
      ## Counter-example: somebody's
      ```yaml
      components:
        bystander: { kind: service, team: shop }
      ```
      """.write(to: theme.appending(path: "no-team.md"), atomically: true, encoding: .utf8)
      let rules = "--rules=\(folder.path())"
      #expect(try run("rules", rules, "house").output.contains("A component without a team"))
      #expect(try run("explain", "no-team", rules).output.contains("Nobody is paged."))
      let checked = try run("check", "samples/seed-startup.tenfold.yaml", rules, "--format", "json")
      #expect(checked.output.contains("house/no-team"))
      #expect(try run("rules", "test", folder.path()).output.contains("2 examples"))
    }
  }

  @Test func `a page has its place, UTF-8 and perhaps a byte order mark`() throws {
    try temporaryFolder { folder in
      let theme = folder.appending(path: "queues")
      try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
      let page = try Repository.bytes("rules/queues/no-dlq.md")
      let path = theme.appending(path: "no-dlq.md")
      try Data([0xEF, 0xBB, 0xBF] + page).write(to: path)
      let marked = try run("rules", "test", folder.path())
      #expect(marked.status == 0, "\(marked)")
      try Data(page + [0xFF]).write(to: path)
      let bytes = try run("rules", "test", folder.path())
      #expect(bytes.status == 2 && bytes.errors.contains("not UTF-8"), "\(bytes)")
      try Data(page).write(to: folder.appending(path: "stray.md"))
      let stray = try run("rules", "--rules", folder.path(), "queues")
      #expect(
        stray.status == 2 && stray.errors.contains("stray.md: this is no place for a rule page"))
    }
  }

  @Test func `the manual, the facts and the schema are printed`() throws {
    #expect(try run("explain", "queues/no-dlq").output.contains("## What to do"))
    let used = try run("explain", "used").output
    #expect(used.contains("used: 65%") && used.contains("capacity/nearly-full"))
    #expect(try run("explain", "scaling").output.contains("scaling.start  (key)"))
    #expect(try run("facts", "relation").output.contains("attempts_product"))
    #expect(try run("schema").output.contains("\"$schema\""))
    #expect(try run("help", "check").output.contains("--fail-on SEVERITY"))
  }
}
