import Foundation
import Testing
import TestSupport

/// Which command takes which flag: in the parser, the help, the manual and the completions.
@Suite struct FlagTests {
  let tool = CommandLineTests()
  let shop = "samples/ticket-shop.tenfold.yaml"

  @Test(arguments: [
    "report --scenario x", "report --set components.api.replicas=4", "report --lose api",
    "report --at 1,2", "report --simulate", "report --baseline none.json",
    "report --min-headroom 5x", "report --reason foo", "check --simulate", "check --target 10x",
    "check -o foo.txt", "check --at nonsense", "grow --fail-on low", "grow --baseline known.json",
    "explain --format json", "--baseline known.json",
  ])
  func `a flag of another command is a mistake that names the right one`(_ call: String) throws {
    let words = call.split(separator: " ").map(String.init)
    let command = words[0].hasPrefix("-") ? "FILE" : words[0]
    let written = try #require(words.first { $0.hasPrefix("-") })
    let flag = written == "-o" ? "--output" : written
    let result = try tool.run(words: words + [shop])
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.hasPrefix("tenfold: `tenfold \(command)` does not take \(flag); `"))
    let help = try #require(result.errors.firstMatch(of: /`tenfold help (\w+)` shows its flags\n$/))
    #expect(try tool.run("help", String(help.1)).output.contains("usage: tenfold \(command)"))
    #expect(!FileManager.default.fileExists(atPath: Repository.root.path() + "/foo.txt"))
  }

  @Test func `flags before the command and a plea for help are understood`() throws {
    #expect(try tool.run("--fail-on", "never", "check", shop).status == 0)
    #expect(try tool.run("--at", "2", "check", shop).status == 2)
    #expect(try tool.run("check", "--lose", "api", "--help").status == 0)
  }

  @Test func `a document shows accepted risks as accepted, unless that is refused`() throws {
    try tool.temporaryFolder { folder in
      let text = """
        components:
          a: { kind: service, sessions: memory, replicas: 2..4 }
        accepted:
          - { rule: statefulness/in-memory-session, element: a, reason: it is tiny }

        """
      try text.write(
        to: folder.appending(path: "a.tenfold.yaml"), atomically: true, encoding: .utf8)
      let document = { (flags: [String]) in
        let report = ["report", "a.tenfold.yaml", "-o", "a.md"]
        #expect(try tool.run(words: report + flags, folder: folder).status == 0)
        return try String(contentsOf: folder.appending(path: "a.md"), encoding: .utf8)
      }
      #expect(try document([]).contains("it is tiny"))
      #expect(try !document(["--no-accepted"]).contains("it is tiny"))
    }
  }

  @Test func `the gates of diff are those of its new side`() throws {
    let repaired = "samples/ticket-shop-repaired.tenfold.yaml"
    let headroom = try tool.run("diff", repaired, shop, "--fail-on", "never")
    #expect(headroom.status == 0)
    let tripped = try tool.run(
      "diff", repaired, shop, "--fail-on", "never", "--min-headroom", "2x", "--max-new", "0")
    #expect(tripped.status == 1)
    #expect(tripped.errors.contains("--min-headroom 2x") && tripped.errors.contains("--max-new 0"))
  }

  /// The commands that the overview lists.
  func commands() throws -> [String] {
    let help = try tool.run("help").output
    return help.matches(of: /\n  tenfold ([a-z]+)/).map { String($0.1) }
  }

  @Test func `help fits a line of 100 columns and names no flag twice`() throws {
    #expect(try commands().count > 10)
    for command in try [""] + commands() {
      let help = try tool.run("help", command).output
      for line in help.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
      let flags = help.matches(of: /\n  (?:-\w, )?(--[a-z-]+)/).map { String($0.1) }
      #expect(Set(flags).count == flags.count, "\(command): \(flags)")
    }
  }

  @Test func `a flag and its formats are those of the command`() throws {
    #expect(try tool.run("help", "grow").output.contains("-o, --output FILE"))
    #expect(try tool.run("help", "grow").output.contains("The format: text, json, csv;"))
    #expect(try tool.run("help", "query").output.contains("--format NAME  The format: table,"))
    #expect(try !tool.run("help", "check").output.contains("--output"))
    #expect(try tool.run("man").output.contains("\n.B \\-o, \\-\\-output FILE\n"))
  }
}
