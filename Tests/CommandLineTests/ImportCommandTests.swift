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

  @Test func `what another system is made of is none of its own`() throws {
    let files = [
      "app/compose.yaml": "include: [../a/compose.yaml]\nservices: { c: { image: acme/c } }\n",
      "a/compose.yaml": Self.web, "b/compose.yaml": Self.web,
      "prod/main.tf":
        "module \"jobs\" {\n  source = \"../modules/jobs\"\n}\n"
        + "resource \"aws_sqs_queue\" \"own\" {}\n",
      "modules/jobs/main.tf": "resource \"aws_sqs_queue\" \"jobs\" {}\n",
      // Those that lead to each other in a ring stay.
      "x/compose.yaml": "include: [../y/compose.yaml]\nservices: { x: { image: acme/x } }\n",
      "y/compose.yaml": "include: [../x/compose.yaml]\nservices: { y: { image: acme/y } }\n",
    ]
    func check(_ folder: URL) throws {
      let result = try tool.run(words: ["check", ".", "--format", "json"], folder: folder)
      let output = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let reviews = (output as? [String: Any])?["reviews"] as? [[String: Any]] ?? []
      #expect(reviews.compactMap { $0["system"] as? String } == ["app", "b", "prod", "x", "y"])
      #expect(!result.output.contains("outside the project"))
      let text = try tool.run(words: ["check", ".", "--all"], folder: folder).output
      #expect(text.contains("read 2 files: 3 services") && text.contains("2 resources"))
    }
    try project(files, check)
    // Without a project the folder that is named bounds what is read.
    try project(files) { folder in
      try FileManager.default.removeItem(at: folder.appending(path: ".git"))
      try check(folder)
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
