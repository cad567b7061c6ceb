import Import
import Review
import Testing
import TestSupport

/// Texts that nobody wrote.
@Suite struct HostileImportTests {
  static func example(_ format: String) -> String {
    PageTests.pages.page(format).examples.first?.input ?? ""
  }

  @Test(arguments: FormatNames.all)
  func `every beginning of a file is read`(_ format: String) {
    let bytes = Array(Self.example(format).utf8)
    for count in bytes.indices {
      _ = Imported(["c.yaml": String(decoding: bytes[..<count], as: UTF8.self)])
    }
  }

  @Test(arguments: FormatNames.all)
  func `files with some bytes changed are read`(_ format: String) {
    var random: UInt64 = 7
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let bytes = Array((Self.example(format) + SecretTests.compose).utf8)
    let signs = Array("{}[]:&*-\n \"'$|>#<!".utf8)
    for _ in 0..<500 {
      var mutant = bytes
      for _ in 0..<(1 + next(4)) { mutant[next(mutant.count)] = signs[next(signs.count)] }
      _ = Imported(["c.yaml": String(decoding: mutant, as: UTF8.self)])
    }
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
