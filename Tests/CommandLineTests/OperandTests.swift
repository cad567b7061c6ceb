import Foundation
import Testing
import TestSupport

/// Nothing that a user names is ignored, and what cannot be read is named where a log shows it.
@Suite struct OperandTests {
  private static let file = "samples/first.tenfold.yaml"

  @Test(arguments: [
    ["version", "x"], ["schema", "x"], ["kinds", "x"], ["man", "x"], ["completion", "bash", "x"],
    ["mcp", "x"], ["facts", "component", "x"], ["help", "check", "x"],
    ["query", file, "SELECT 1", "x"],
    ["plan", file, "x"], ["history", file, "x"], ["fix", file, "r", "e", "x"],
    ["diff", file, file, "x"], ["accept", file, "r", "e", "x", "--reason", "y"],
    ["init", "a", "x"],
  ])
  func `a surplus operand is a mistake`(words: [String]) throws {
    let result = try CommandLineTests().run(words: words)
    #expect(result.status == 2)
    #expect(
      result.errors.contains("`x` is one too many: tenfold \(words[0]) ")
        || result.errors.contains("`x` is one too many: tenfold \(words[0])\n"), "\(result.errors)")
  }

  @Test func `each cause of status 2 is named on standard error`() throws {
    try CommandLineTests().temporaryFolder { folder in
      let text = try Repository.text(Self.file)
      for (name, text) in [
        "a": text, "b": text.replacing("components:", with: "compnents:"),
        "c": text.replacing("kind: service", with: "kind: servce"),
      ] {
        try text.write(
          to: folder.appending(path: "\(name).tenfold.yaml"), atomically: true, encoding: .utf8)
      }
      let result = try CommandLineTests().run(
        words: ["check", ".", "missing.tenfold.yaml", "--format", "sarif=x.sarif"], folder: folder)
      #expect(result.status == 2)
      let causes = result.errors.split(separator: "\n").filter {
        $0.hasPrefix("tenfold: not passed: ")
      }
      #expect(causes.count == 3, "\(result.errors)")
      #expect(causes.contains { $0.contains("b.tenfold.yaml:") && $0.contains("`compnents`") })
      #expect(causes.contains { $0.contains("c.tenfold.yaml:") && $0.contains("servce") })
      #expect(causes.contains { $0.contains("`missing.tenfold.yaml` does not exist") })
    }
  }

  @Test(arguments: [".tenfold.yml", ".tenfold-accepted.yml"])
  func `settings under a name that is not read are an error`(name: String) throws {
    try CommandLineTests().temporaryFolder { folder in
      try Repository.text(Self.file).write(
        to: folder.appending(path: "a.tenfold.yaml"), atomically: true, encoding: .utf8)
      try "{}".write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      let result = try CommandLineTests().run(words: ["check", "a.tenfold.yaml"], folder: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("`\(name)` is not read; rename it to `"), "\(result.errors)")
    }
  }
}
