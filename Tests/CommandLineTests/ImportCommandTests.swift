import Foundation
import Testing
import TestSupport

/// Files of other tools as operands, and the description made of them.
@Suite struct ImportCommandTests {
  let tool = CommandLineTests()

  static let web =
    "services:\n  web: { image: acme/web, environment: { DB_URL: \"postgres://u:hunter2@db/x\" } }\n"
    + "  db: { image: postgres, command: -c max_connections=hunter2 }\n"

  private func project(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try DescriptionsTests().repository(files, body)
  }

  @Test func `a file and a folder of another tool are reviewed`() throws {
    try project(["shop/compose.yaml": Self.web]) { folder in
      for operand in ["shop/compose.yaml", "shop", "."] {
        let result = try tool.run(words: ["check", operand], folder: folder)
        #expect(result.status == 0)
        #expect(result.output.contains("Docker Compose: read 2 services, 1 arrow"))
        #expect(!(result.output + result.errors).contains("hunter2"))
      }
    }
  }

  @Test func `a folder of such folders is a portfolio, and descriptions come first`() throws {
    let files = ["a/compose.yaml": Self.web, "b/compose.yaml": Self.web]
    try project(files) { folder in
      let result = try tool.run(words: ["check", "."], folder: folder)
      #expect(result.output.contains("a: a: ") && result.output.contains("b: b: "))
    }
    let described = ["s.tenfold.yaml": DescriptionsTests.sound, "a/compose.yaml": Self.web]
    try project(described) { folder in
      let result = try tool.run(words: ["check", "."], folder: folder)
      #expect(!result.output.contains("Docker Compose"))
    }
  }

  @Test func `a first description is written and reviewed`() throws {
    try project(["compose.yaml": Self.web]) { folder in
      let made = try tool.run(
        words: ["import", "compose.yaml", "-o", "shop.yaml"], folder: folder)
      #expect(made.status == 0 && made.errors.isEmpty)
      let text = try String(contentsOf: folder.appending(path: "shop.yaml"), encoding: .utf8)
      #expect(text.contains("- db  # env DB_URL"))
      #expect(!text.contains("hunter2"))
      #expect(try tool.run(words: ["check", "shop.yaml"], folder: folder).status == 0)
      let wrong = try tool.run(words: ["import", "compose.yaml", "--as", "compos"], folder: folder)
      #expect(wrong.status == 2 && wrong.errors.contains("did you mean"))
    }
  }

  @Test func `no report has a value of a variable`() throws {
    try project(["compose.yaml": Self.web]) { folder in
      for format in ["json", "sarif", "markdown", "csv", "github", "junit"] {
        let result = try tool.run(
          words: ["check", "compose.yaml", "--format", format, "--all"], folder: folder)
        #expect(!(result.output + result.errors).contains("hunter2"))
      }
      let report = try tool.run(
        words: ["report", "compose.yaml", "-o", "r.html"], folder: folder)
      #expect(report.status == 0)
      let text = try String(contentsOf: folder.appending(path: "r.html"), encoding: .utf8)
      #expect(!text.contains("hunter2") && text.contains("Read in place"))
    }
  }
}
