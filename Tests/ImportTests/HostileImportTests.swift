import Import
import Review
import Testing
import TestSupport

/// Texts that nobody wrote.
@Suite struct HostileImportTests {
  /// What has a meaning in YAML.
  static let signs = "{}[]:&*-\n \"'$|>#<!"

  /// The first example on the page of a format.
  static func example(_ format: String) -> String {
    PageTests.pages.page(format).examples.first?.input ?? ""
  }

  @Test(arguments: FormatNames.all)
  func `every beginning of a file is read`(_ format: String) {
    Imported.readBeginnings(of: Self.example(format), as: "c.yaml")
  }

  @Test(arguments: FormatNames.all)
  func `files with some bytes changed are read`(_ format: String) {
    Imported.readMutants(
      of: Self.example(format) + SecretTests.compose, count: 500, signs: Self.signs, seed: 7,
      as: "c.yaml")
  }

  @Test(arguments: [
    ("{{- if .Values.x }}\nkind: Deployment\n{{- end }}\n", "template"),
    ("on: push\njobs: { build: { steps: [] } }\n", "GitHub"),
    ("openapi: 3.0.0\npaths: {}\n", "OpenAPI"),
    ("hello: world\n", "no format that is read"),
  ])
  func `what is not read is refused with the reason`(_ text: String, _ reason: String) {
    let read = Imported(["input.yaml": text])
    #expect(read.lines == [])
    #expect(read.problems.contains { $0.message.contains(reason) })
  }

  @Test func `services that include, extend and alias themselves come to an end`() {
    let read = Imported(
      [
        "a.yaml": """
        include: [a.yaml, b.yaml]
        services:
          a: &a { image: x, extends: { service: b }, environment: { A: "http://a http://b" } }
          b: { <<: *a, extends: { file: b.yaml, service: a } }
        """,
        "b.yaml":
          "include: a.yaml\nservices: { a: { image: y, extends: { file: a.yaml, service: b } } }\n",
      ], named: ["a.yaml"])
    #expect(read.lines.contains("a calls b (env A)"))
  }
}
