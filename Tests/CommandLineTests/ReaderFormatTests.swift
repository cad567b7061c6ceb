import Foundation
import Testing
import TestSupport

/// Formats as their readers take them: GitHub's annotations, Excel's CSV, colours, totals.
@Suite struct ReaderFormatTests {
  /// Runs in a folder of as many systems as asked, each with a finding or two.
  private func run(
    _ count: Int, _ words: [String], _ environment: String = "",
    body: (CommandLineTests.Result) throws -> Void
  ) throws {
    try CommandLineTests().temporaryFolder { folder in
      for number in 0..<count {
        let text = GitTests.system("s\(number)", peak: number == count - 1 ? 900 : 100)
        try GitTests.write(text, folder.appending(path: "s\(number).tenfold.yaml"))
      }
      let program = CommandLineTests.program.path()
      let line = "env -u NO_COLOR \(environment) \(program) \(words.joined(separator: " "))"
      try body(
        CommandLineTests().run(
          words: ["-c", line], folder: folder, program: URL(filePath: "/bin/bash")))
    }
  }

  /// A step shows ten of a kind: the worst of all files are among them.
  @Test func `annotations are the worst of all files, and one line for the rest`() throws {
    try run(30, ["check", ".", "--format", "github"]) { result in
      let lines = result.output.split(separator: "\n")
      for (command, most) in [("error", 10), ("warning", 10), ("notice", 10)] {
        #expect(lines.count { $0.hasPrefix("::\(command) ") } <= most)
      }
      #expect(lines.first?.contains("file=s29.tenfold.yaml") == true, "\(lines)")
      #expect(lines.last?.contains(" more of less severity") == true)
    }
    try run(2, ["check", ".", "--format", "github"]) {
      #expect(!$0.output.contains("more of less severity"))
    }
  }

  @Test func `what is known alarms nobody in SARIF`() throws {
    let words = ["check", ".", "--baseline", "known.json"]
    let all = ["check . --baseline known.json --update-baseline >/dev/null 2>&1;"]
    try run(2, all + [CommandLineTests.program.path()] + words + ["--format", "sarif"]) { result in
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.output.contains("\"level\": \"error\",\n          \"message\""))
      #expect(result.output.contains("known before, and no worse since"))
    }
  }

  @Test func `CSV begins with the mark that Excel reads`() throws {
    try run(1, ["check", ".", "--format", "csv"]) { result in
      #expect(result.output.unicodeScalars.first == "\u{FEFF}")
    }
  }

  @Test(arguments: [
    ("FORCE_COLOR=1", true), ("CLICOLOR_FORCE=1", true), ("FORCE_COLOR=0", false), ("", false),
    ("NO_COLOR=1 FORCE_COLOR=1", false), ("CLICOLOR=1", false),
  ])
  func `colours follow the environment`(_ environment: String, _ isColoured: Bool) throws {
    try run(1, ["check", "."], environment) { result in
      #expect(result.output.contains("\u{1B}[") == isColoured, "\(result.output)")
    }
  }

  @Test func `many systems end with their total`() throws {
    try run(3, ["check", "."]) { result in
      let last = result.output.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("3 systems: "), "\(last)")
      #expect(last.contains("least headroom") && last.hasSuffix(" of s2"), "\(last)")
    }
  }
}
