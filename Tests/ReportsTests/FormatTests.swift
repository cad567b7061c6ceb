import Foundation
import FoundationXML
import Reports
import Review
import Testing
import TestSupport

/// What every format must do, whatever it looks like.
@Suite struct FormatTests {
  /// Texts that mean something to one consumer or another.
  static let hostile = [
    "<script>alert(1)</script>", "]]>", "::error::x", "\u{1B}[31mred", "\u{202E}right-to-left",
    "\"quoted\" 'single'", "=cmd|'/c calc'!A1", "a|b|c", "`code` **bold** [x](http://e)",
    "</details>", "@everyone", "# TODO", "&amp;", "\u{FFFE}", "100% ,:;", " ::debug::x",
    "two\n::error::lines", "##[error]x", "###VSO[task.complete result=Failed;]x",
    "a\",=cmd", "=1+1", "##teamcity[buildStop]", "a\u{200B}b\u{E0041}\u{AD}c",
    "a|b *c* `d` [e](http://f)", "<b>,%:;@a #1 \\|",
  ].flatMap { [$0, marked($0)] }

  /// The text with a mark that combines with each of its signs, and one that the next sign joins.
  static func marked(_ text: String) -> String {
    text.escaped { scalar in
      let isSign = (0x21...0x7E).contains(scalar.value) && !scalar.properties.isAlphabetic
      return isSign && !("0"..."9").contains(scalar) ? "\u{600}\(scalar)\u{301}" : nil
    }
  }

  /// Whether bytes follow each other, whatever characters they are part of.
  static func holds(_ text: String, _ part: String) -> Bool {
    Data(text.utf8).range(of: Data(part.utf8)) != nil
  }

  static func description(_ text: String) -> String {
    let quoted = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        ? "\\x" + String(scalar.value + 0x100, radix: 16).dropFirst() : String(scalar)
    }.joined()
    return """
      system: "\(quoted)"
      journeys:
        j: { calls: a, critical: true, rate: 1/s }
      components:
        a: { kind: service, sessions: memory, replicas: 2..9, team: "\(quoted)", kind2: "\(quoted)" }
        q: { kind: queue, technology: "\(quoted)" }
        w: { kind: worker, consumes: q }
      accepted:
        - { rule: queues/no-dlq, element: q, reason: "\(quoted)", owner: "\(quoted)" }
        - { rule: "\(quoted)", element: "\(quoted)", reason: "\(quoted)" }
      """
  }

  static let reviews = hostile.map { text in
    review(description(text), path: "\(text).tenfold.yaml").judged(by: gates)
  }

  /// Everything fails.
  static let gates = {
    var gates = Gates()
    gates[.failOn] = Gate.severity(.low)
    return gates
  }()

  func render(_ format: ReportFormat, _ reviews: [Review]) -> String {
    format.text(reviews)
  }

  static let isXML: Set<ReportFormat> = [.junit, .checkstyle, .html]
  static let isJSON: Set<ReportFormat> = [.json, .sarif, .gitlab, .rdjson]

  @Test(arguments: ReportFormat.texts)
  func `hostile names come out inert`(_ format: ReportFormat) throws {
    for (text, review) in zip(Self.hostile, Self.reviews) {
      let output = render(format, [review])
      let control = output.unicodeScalars.filter {
        !["\n", "\r"].contains($0)
          && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)
            || [0xAD, 0x200B, 0x202E, 0xE0041].contains($0.value))
      }
      #expect(control.isEmpty, "\(text)")
      if Self.isXML.contains(format) {
        #expect(XMLParser(data: Data(output.utf8)).parse(), "\(text)")
        #expect(!Self.holds(output, "<script>alert") && !Self.holds(output, "]]>"))
        #expect(!Self.holds(output, "<\u{301}"), "\(text)")
      }
      if Self.isJSON.contains(format) {
        _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
      }
      if format == .markdown {
        for markup in ["<script>", "[x](", "@everyone", "#1"] {
          #expect(!Self.holds(output, markup), "\(text)")
        }
        for sign in ["|", "*", "`", "[", "]", "\\\u{301}", "~", "!"] {
          #expect(!Self.holds(output, "\u{600}\(sign)"), "\(text)")
        }
        for sign in ["@", "#", "<", "&"] { #expect(!Self.holds(output, sign + "\u{301}")) }
        #expect(
          output.components(separatedBy: "<details>").count
            == output.components(separatedBy: "</details>").count)
      }
      let lines = output.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
      #expect(format == .github || !lines.contains { Self.starts($0, "::") }, "\(text)")
      #expect(!Self.holds(output, "##["), "\(text)")
      for command in ["##vso[", "##teamcity["] {
        #expect(!Self.holds(output.lowercased(), command), "\(text)")
      }
      if format == .github { for line in lines { Self.check(command: line) } }
    }
  }

  static func starts(_ text: some StringProtocol, _ part: String) -> Bool {
    text.utf8.starts(with: part.utf8)
  }

  /// `::name key=value,key=value::text`, as the runner of GitHub Actions takes it apart.
  static func check(command line: Substring) {
    let parts = line.unicodeScalars.split(separator: ":", omittingEmptySubsequences: false)
    #expect(parts.count > 4 && parts[0].isEmpty && parts[1].isEmpty && parts[3].isEmpty)
    let command = parts[2].split(separator: " ", maxSplits: 1)
    #expect(["error", "warning", "notice"].contains(command.first.map(String.init)))
    let keys = command.last?.split(separator: ",").map { $0.prefix { $0 != "=" } } ?? []
    #expect(Set(keys.map(String.init)).isSubset(of: ["file", "line", "endLine", "col", "title"]))
    #expect(Set(keys.map(String.init)).count == keys.count, "\(line)")
  }

  /// The fields of a row (RFC 4180).
  static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for scalar in row.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }

  @Test func `no cell of a spreadsheet is a formula, and rows keep their columns`() {
    for review in Self.reviews {
      let rows = render(.csv, [review]).components(separatedBy: "\r\n").filter { !$0.isEmpty }
      for row in rows {
        let cells = Self.cells(row)
        #expect(cells.count == 19)
        #expect(cells.allSatisfy { cell in !"=+-@".utf8.contains(cell.utf8.first ?? 0) })
      }
    }
  }

  @Test(arguments: ReportFormat.texts)
  func `findings, a clean run and a broken description all make a report`(
    _ format: ReportFormat
  ) throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let clean = review(try Repository.text("samples/ticket-shop-repaired.tenfold.yaml"))
    let broken = review("components:\n  a: { kind: servise }\n")
    let nothing = review("")
    let full = render(format, [sample])
    #expect(full.contains("no-dlq") && full == render(format, [sample]))
    #expect(!render(format, [clean]).contains("no-dlq[") || format == .junit || format == .tap)
    #expect(render(format, [broken]).contains("servise"))
    #expect(
      render(format, [nothing]).contains("empty-file")
        || [.text, .markdown, .html].contains(format))
    #expect(render(format, [sample, clean, broken]).count > full.count)
  }

  @Test(arguments: ReportFormat.texts)
  func `an accepted finding is in every format, marked`(_ format: ReportFormat) {
    let text = """
      components:
        a: { kind: service, sessions: memory, replicas: 2..9 }
      accepted:
        - { rule: statefulness/in-memory-session, element: a, reason: beta users, owner: ana }
      """
    let output = render(format, [review(text)])
    #expect(output.contains("beta users") && output.contains("ana"))
  }

  @Test func `counts and outcomes of JUnit agree`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
      .judged(by: Self.gates)
    let text = render(.junit, [sample])
    let failures = text.components(separatedBy: "<failure ").count - 1
    let cases = text.components(separatedBy: "<testcase ").count - 1
    #expect(failures == sample.open.count)
    #expect(text.contains("tests=\"\(cases)\" failures=\"\(failures)\""))
    #expect(text.contains("<skipped message="))
  }

  @Test func `there are as many points of TAP as planned`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let lines = render(.tap, [sample, sample]).split(separator: "\n")
    let points = lines.count { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
    #expect(lines.first == "TAP version 13" && lines.last == "1..\(points)")
  }

  @Test func `fingerprints of GitLab are unique, and stay when lines move`() throws {
    let text = try Repository.text("samples/ticket-shop.tenfold.yaml")
    let prints = { (text: String) throws -> [String] in
      let data = Data(render(.gitlab, [review(text)]).utf8)
      let issues = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      return (issues ?? []).compactMap { $0["fingerprint"] as? String }.sorted()
    }
    let before = try prints(text)
    #expect(Set(before).count == before.count && !before.isEmpty)
    #expect(try prints("# a line\n" + text) == before)
  }

  @Test func `a comment stays below the forge's limit and says what it left out`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let output = render(.markdown, Array(repeating: sample, count: 100))
    #expect(output.utf8.count < 65_536 && output.contains("left out for size"))
  }

  @Test func `the SQLite file holds findings and, of one description, the facts`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let make = { (reviews: [Review]) throws -> URL in
      let path = folder.appending(path: UUID().uuidString)
      let settings = ReportSettings(count: reviews.count, rules: .builtIn)
      guard case .file(let format) = ReportFormat.sqlite.sink(settings) else { return path }
      var report = try format.open(at: path.path())
      for review in reviews { try report.add(review) }
      try report.finish()
      return path
    }
    let path = try make([sample])
    let file = try Data(contentsOf: path)
    #expect(String(decoding: file.prefix(15), as: UTF8.self) == "SQLite format 3")
    #expect(try file == Data(contentsOf: make([sample])))
    let count = { (sql: String) throws -> String in
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = [
        "python3", "-c",
        "import sqlite3, sys\n"
          + "print(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone()[0], end='')",
        path.path(), sql,
      ]
      let output = Pipe()
      python.standardOutput = output
      try python.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      python.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try count("PRAGMA integrity_check") == "ok")
    #expect(try count("SELECT count(*) FROM finding") == "\(sample.findings.count)")
    #expect(
      try count(
        "SELECT count(*) FROM finding f JOIN evidence e USING (path, fingerprint)") != "0")
    #expect(try count("SELECT peak_per_s FROM journey") == "400.0")
    let many = try Data(contentsOf: make([sample, sample]))
    #expect(!many.isEmpty && many.count < file.count * 2)
  }

  /// FIPS 180-4's examples ("abc", two blocks) and the empty text.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `inputs are named by their published hash`(_ text: String, _ hash: String) {
    #expect(SHA256.hexadecimal(Array(text.utf8)) == hash)
    let million = Array(repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.hexadecimal(million).hasPrefix("cdc76e5c9914fb9281a1c7e284d73e67"))
  }

  @Test func `the document has each part once, and works without script or network`() throws {
    let sample = review(try Repository.text("samples/ticket-shop.tenfold.yaml"))
    let page = render(.html, [sample])
    for id in ["diagram", "findings", "fixes", "questions", "teams", "rules", "inputs", "sign-off"]
    {
      #expect(page.components(separatedBy: "<section id=\"s1-\(id)\"").count == 2, "\(id)")
    }
    #expect(page.contains("default-src 'none'"))
    for loading in [" src=", "@import", "url(http", "<link"] { #expect(!page.contains(loading)) }
    let many = render(.html, [sample, review("components:\n  a: { kind: servise }\n")])
    #expect(many.contains("2 systems") && many.contains("id=\"s2\""))
  }
}
