import Description
import Review
import Testing
import TestSupport

/// Input that wants to crash, hang or deceive the reader.
@Suite struct HostileInputTests {
  static let samples = Repository.files("samples", ".yaml")

  @Test(arguments: samples)
  func `every prefix of a sample is read`(_ path: String) throws {
    let bytes = try Repository.bytes(path)
    for length in 0...bytes.count { read(Array(bytes.prefix(length))) }
  }

  @Test(arguments: samples)
  func `a sample with any byte missing is read`(_ path: String) throws {
    let bytes = try Repository.bytes(path)
    for index in bytes.indices {
      var damaged = bytes
      damaged.remove(at: index)
      read(damaged)
    }
  }

  private func read(_ bytes: [UInt8]) {
    _ = DescriptionReader.read(
      path: "p", files: .memory(["p": bytes]), catalogue: RuleSet.builtIn.catalogue)
  }

  @Test(arguments: ["ticket-shop", "seed-startup", "fintech-weekend"])
  func `a damaged sample goes through the whole pipeline`(_ name: String) throws {
    let bytes = try Repository.bytes("samples/\(name).tenfold.yaml")
    for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 120)) {
      var damaged = bytes
      damaged.remove(at: index)
      _ = TestSupport.review(bytes: damaged)
      _ = TestSupport.review(bytes: Array(bytes.prefix(index)))
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `ten thousand levels of nesting are refused`(_ open: String) {
    let read = reading("components:\n  " + String(repeating: open, count: 10_000))
    #expect(read.problems.contains { $0.code == "too-deep" || $0.code == "yaml-syntax" })
  }

  @Test func `a billion laughs stay small`() {
    var text = "x-0: &l0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...30 {
      let alias = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
      text += "x-\(level): &l\(level) [\(alias)]\n"
    }
    text += "components:\n  a: { kind: service, calls: *l30, technology: *l30 }\n"
    #expect(!reading(text).problems.isEmpty)
  }

  @Test func `aliases of mappings of aliases run into the limit`() {
    var text = "x-0: &m0 { kind: service }\n"
    for level in 1...40 {
      text += "x-\(level): &m\(level) { <<: [*m\(level - 1), *m\(level - 1)], k\(level): v }\n"
    }
    text += "components:\n  a: *m40\n"
    #expect(!reading(text).problems.isEmpty)
  }

  @Test(arguments: [
    Array(repeating: "<<: *m", count: 6).joined(separator: ", "), "<<: [*m, *m, *m, *m, *m, *m]",
  ])
  func `merge keys of merge keys over nothing end`(_ merged: String) {
    var text = "x-0: &m0 {}\n"
    for level in 1...19 {
      text +=
        "x-\(level): &m\(level) { "
        + merged.replacing("*m", with: "*m\(level - 1)") + " }\n"
    }
    text += "components:\n  a: { kind: service, <<: *m19 }\n"
    #expect(!reading(text).problems.isEmpty)
  }

  @Test func `a second merge key is a duplicate`() {
    let read = reading(
      """
      x-one: &one { kind: service }
      x-two: &two { replicas: 2 }
      components:
        a: { <<: *one, <<: *two }
        b: { <<: [*one, *two] }
      """)
    #expect(read.problems.map(\.code) == ["duplicate-key"])
    #expect(read.problems[0].remedy?.contains("`<<: [*one, *other]`") == true)
    #expect(read.architecture?.components[0].facts.number(.replicas) == nil)
    #expect(read.architecture?.components[1].facts[.replicas] != nil)
  }

  @Test func `a line of ten megabytes is read and printed as a window`() {
    let read = reading("components:\n  a: { kind: \(String(repeating: "x", count: 10_000_000)) }\n")
    #expect(read.problems.count == 1)
    #expect((read.problems[0].place?.caretLines().text.count ?? 0) <= 90)
    #expect(read.problems[0].message.count < 600)
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00] as [UInt8], [0x00, 0x01, 0x02], [0x80, 0x81],
    [0x61, 0x3A, 0x20, 0xC3],
    Array("a: \"\u{1B}[31m\"".utf8), Array("%YAML 9.9\n---\na: b".utf8),
    Array("--- !!binary x".utf8),
    Array("\t\ta: b".utf8), Array("a: b\n...\n...\n".utf8), Array("&a a: *a".utf8),
    Array("!<".utf8),
    Array("? [a, b] : c".utf8), Array("{{{{}}}}: x".utf8), Array("<<: [1, 2]".utf8),
    Array("components:\n  ? {a: b}\n  : {kind: service}".utf8),
  ])
  func `bytes that are no description are a problem or nothing, never a crash`(_ bytes: [UInt8]) {
    let result = TestSupport.review(bytes: bytes)
    #expect(!result.problems.isEmpty || result.findings.isEmpty)
  }

  @Test func `an enormous number of mistakes is answered at once`() {
    var text = "components:\n"
    for index in 0..<20_000 {
      text += "  a\(index): { kind: service, calls: missing\(index), colr: x }\n"
    }
    #expect(reading(text).problems.count == 202)
  }
}
