import Foundation
import Testing
import TestSupport

/// Decisions, baselines, differences and gates, as a user calls them.
@Suite struct ComparisonTests {
  let tool = CommandLineTests()

  func system(peak: Int, more: String = "") -> String {
    """
    system: shop
    journeys:
      j: { calls: a, rate: 1/s, peak: \(peak)/s }
    components:
      a: { kind: service, sessions: memory, replicas: 2..4, concurrency: 10, takes: 100ms }
    \(more)
    """
  }

  /// A folder with a description in it.
  func project(_ body: (URL, (String) throws -> Void) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      let file = folder.appending(path: "shop.tenfold.yaml")
      let write = { (text: String) in
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      // One smell is enough to see what becomes of a finding.
      try "rules: { capacity/peak-exceeds-max: { off: true } }".write(
        to: folder.appending(path: ".tenfold.yaml"), atomically: true, encoding: .utf8)
      try write(system(peak: 100))
      try body(folder, write)
    }
  }

  @Test func `a baseline is written once and shrinks from then on`() throws {
    try project { folder, write in
      let check = { (more: [String]) -> CommandLineTests.Result in
        try tool.run(words: ["check", "--baseline", "known.json"] + more, folder: folder)
      }
      #expect(try check([]).errors.contains("--update-baseline writes one"))
      #expect(try check(["--update-baseline"]).status == 0)
      #expect(try check([]).status == 0)
      try write(system(peak: 800))
      let worse = try check(["--update-baseline"])
      #expect(
        worse.status == 1 && worse.errors.contains("gate failed: --fail-on high: 1 new or worse"))
      try write(system(peak: 100).replacing("memory", with: "none"))
      #expect(try check(["--update-baseline"]).status == 0)
      try write(system(peak: 100))
      #expect(try check([]).status == 1)
    }
  }

  @Test func `a baseline is not written where not all could be read`() throws {
    try project { folder, write in
      let check = { (more: [String]) -> CommandLineTests.Result in
        try tool.run(
          words: ["check", "--baseline", "known.json", "--update-baseline"] + more, folder: folder)
      }
      let file = folder.appending(path: "known.json")
      #expect(try check([]).status == 0)
      let written = try Data(contentsOf: file)
      let rules = folder.appending(path: "my/x")
      try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
      try "---\nseverity: none\n---\n# No rule\n".write(
        to: rules.appending(path: "y.md"), atomically: true, encoding: .utf8)
      try write(system(peak: 100).replacing("memory", with: "none"))
      let page = try check(["--rules", "my"])
      #expect(page.status == 2 && page.errors.contains("known.json is not written, since not all"))
      try write("system: [")
      let text = try check([])
      #expect(text.status == 2 && text.errors.contains("known.json is not written, since not all"))
      #expect(try Data(contentsOf: file) == written)
    }
  }

  @Test func `a difference passes by the gates of the project`() throws {
    try project { folder, write in
      let settings = { (text: String) in
        try "rules:\n  capacity/peak-exceeds-max: { off: true }\n\(text)\n".write(
          to: folder.appending(path: ".tenfold.yaml"), atomically: true, encoding: .utf8)
      }
      let diff = { (more: String...) -> CommandLineTests.Result in
        try tool.run(words: ["diff", "old.yaml", "shop.tenfold.yaml"] + more, folder: folder)
      }
      try system(peak: 50).write(
        to: folder.appending(path: "old.yaml"), atomically: true, encoding: .utf8)
      #expect(try diff().errors.contains("gate failed: --fail-on low: "))
      try settings("fail-on: critical\nmin-headroom: 10x")
      let limited = try diff()
      #expect(limited.status == 1)
      #expect(limited.errors.hasPrefix("tenfold: gate failed: min-headroom 10x (.tenfold.yaml): "))
      #expect(try diff("--min-headroom", "2x").status == 0)
      #expect(try diff("--min-headroom", "2x", "--fail-on", "low").status == 1)
      try settings("  statefulness/in-memory-session: { fail: never }")
      #expect(try diff().status == 0)
    }
  }

  @Test func `files are compared with those of a git revision`() throws {
    try project { folder, write in
      for words in [
        ["init", "-q"], ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "one"],
      ] {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git"] + words
        git.currentDirectoryURL = folder
        try git.run()
        git.waitUntilExit()
      }
      #expect(try tool.run("check", "--against", "HEAD", folder: folder).status == 0)
      #expect(try tool.run("check", folder: folder).status == 1)
      try write(system(peak: 400))
      let against = try tool.run("check", "--against", "HEAD", folder: folder)
      #expect(against.status == 1 && against.output.contains("headroom was 4x and is 1x"))
      let diff = try tool.run(
        "diff", "HEAD:shop.tenfold.yaml", "shop.tenfold.yaml", folder: folder)
      #expect(diff.status == 1)
      #expect(
        diff.output.contains("headroom: 4x (a, autoscaler maximum) -> 1x (a, autoscaler maximum)"))
      #expect(diff.output.contains("changed journey j: peak: 100/s -> 400/s"))
      #expect(against.output.contains("headroom 1x (4x before): a"))
      let limited = { (words: [String], share: String) in
        try tool.run(
          words: words + ["--fail-on=never", "--max-headroom-drop=\(share)"], folder: folder)
      }
      for words in [
        ["check", "--against=HEAD"], ["diff", "HEAD:shop.tenfold.yaml", "shop.tenfold.yaml"],
      ] {
        let fallen = try limited(words, "70%")
        #expect(fallen.status == 1)
        #expect(fallen.errors.contains("gate failed: --max-headroom-drop 70 %: headroom 1x"))
        #expect(try limited(words, "75%").status == 0)
      }
      #expect(try limited(["check"], "75%").errors.contains("needs --against"))
      for revision in ["nowhere", "--upload-pack=x"] {
        #expect(try tool.run("check", "--against=\(revision)", folder: folder).status == 2)
      }
    }
  }

  @Test func `the gate that failed is named, from flags and from the project`() throws {
    try project { folder, _ in
      let headroom = try tool.run(
        "check", "--fail-on", "never", "--min-headroom", "10x", folder: folder)
      #expect(headroom.status == 1 && headroom.errors.contains("gate failed: --min-headroom 10x"))
      #expect(try tool.run("check", "--min-headroom", "much", folder: folder).status == 2)
      try "fail-on: never\nmin-checked: 100%\n".write(
        to: folder.appending(path: ".tenfold.yaml"), atomically: true, encoding: .utf8)
      let checked = try tool.run("check", folder: folder)
      #expect(
        checked.status == 1
          && checked.errors.contains("gate failed: min-checked 100 % (.tenfold.yaml): "))
      try "fail-on: never\nrules:\n  statefulness/in-memory-session: { fail: always }\n".write(
        to: folder.appending(path: ".tenfold.yaml"), atomically: true, encoding: .utf8)
      let forced = try tool.run("check", folder: folder)
      #expect(
        forced.status == 1
          && forced.errors.contains(
            "gate failed: `fail: always` of the rule statefulness/in-memory-session: 1 finding")
      )
      // What fails the run fails in JUnit and TAP, and nothing else.
      let junit = try tool.run("check", "--format", "junit", folder: folder).output
      #expect(junit.contains("failures=\"1\""))
      let tap = try tool.run("check", "--format", "tap", folder: folder).output
      #expect(tap.components(separatedBy: "\nnot ok").count == 2)
    }
  }

  @Test func `a run may have so many new findings in all its descriptions`() throws {
    try project { folder, _ in
      let text = try String(
        contentsOf: folder.appending(path: "shop.tenfold.yaml"), encoding: .utf8)
      try text.replacing("system: ", with: "system: Second ").write(
        to: folder.appending(path: "second.tenfold.yaml"), atomically: true, encoding: .utf8)
      let one = try tool.run(
        "check", "--fail-on=never", "--max-new=0", "shop.tenfold.yaml", folder: folder)
      let count = try #require(
        one.errors.split(separator: " ").compactMap { Int($0) }.last)
      #expect(one.errors.contains("gate failed: --max-new 0: \(count) new or worse"))
      let both = { (limit: Int) in
        try tool.run("check", "--fail-on=never", "--max-new=\(limit)", folder: folder)
      }
      #expect(try both(2 * count).status == 0)
      let over = try both(2 * count - 1)
      #expect(over.status == 1 && over.errors.contains(": \(2 * count) new or worse"))
    }
  }

  @Test func `a document is written whole, by the ending of its name`() throws {
    try project { folder, _ in
      for name in ["review.html", "review.md"] {
        let made = try tool.run("report", "shop.tenfold.yaml", "-o", name, folder: folder)
        #expect(made.status == 0 && made.errors.isEmpty)
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        #expect(text.contains("in-memory-session"))
      }
      #expect(try tool.run("report", "shop.tenfold.yaml", folder: folder).status == 2)
      let wrong = try tool.run("report", "shop.tenfold.yaml", "-o", "x.docx", folder: folder)
      #expect(wrong.status == 2 && wrong.errors.contains(".html, .md or .pdf"))
      let missing = try tool.run("report", "shop.tenfold.yaml", "-o", "no/x.html", folder: folder)
      #expect(missing.status == 2 && missing.errors.contains("cannot write"))
    }
  }

  /// A limit on the size of files stands for a full disk: the write fails half-way.
  @Test func `a file that cannot be written whole is not written at all`() throws {
    try project { folder, _ in
      let call = { (shell: String) throws -> (status: Int32, errors: String) in
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash", "-c", shell, "bash", CommandLineTests.program.path()]
        process.currentDirectoryURL = folder
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let data = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
      }
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      let report = "\"$1\" report shop.tenfold.yaml -o"
      let full = try call("ulimit -f 8; trap '' XFSZ; \(report) full.html")
      #expect(full.status == 2 && full.errors.contains("cannot write full.html"))
      let inFile = try call("\(report) shop.tenfold.yaml/out.html")
      #expect(inFile.status == 2 && inFile.errors.contains("cannot write"))
      #expect(try call("\(report) /proc/out.html").status == 2)
      let after = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
      #expect(before == after)
      let old = try call("\(report) kept.html; ulimit -f 8; trap '' XFSZ; \(report) kept.html")
      #expect(old.status == 2)
      let kept = try String(contentsOf: folder.appending(path: "kept.html"), encoding: .utf8)
      #expect(kept.hasSuffix("</html>\n"))
    }
  }
}
