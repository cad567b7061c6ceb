import Foundation
import Testing
import TestSupport

/// A finding is the same in all formats, and no other's.
@Suite struct IdentityTests {
  /// Reviews some descriptions, and the fingerprints that a format tells.
  private func fingerprints(
    _ files: [String: String], _ format: String, status: Int32 = 1
  ) throws -> [String] {
    var found: [String] = []
    try CommandLineTests().temporaryFolder { folder in
      for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let result = try CommandLineTests().run(
        words: ["check", ".", "--format", format], folder: folder)
      #expect(result.status == status, "\(result.errors)")
      let pattern: Regex<(Substring, Substring)> =
        switch format {
        case "sarif": /"tenfold\/v1": "([0-9a-f]{16})"/
        case "csv": /,"?([0-9a-f]{16})"?(?=\s)/
        default: /"fingerprint": "([0-9a-f]{16})"/
        }
      found = result.output.matches(of: pattern).map { String($0.1) }.sorted()
    }
    return found
  }

  private static func system(_ name: String, before: String = "") -> String {
    before + GitTests.system(name)
  }

  @Test(arguments: ["sarif", "gitlab", "csv"])
  func `all formats know a finding by the same identity`(format: String) throws {
    let files = ["a.tenfold.yaml": Self.system("one"), "b.tenfold.yaml": Self.system("two")]
    let own = try fingerprints(files, "json")
    #expect(own.count > 1 && Set(own).count == own.count)
    #expect(try fingerprints(files, format) == own)
  }

  @Test func `it does not change with lines, names of files and folders`() throws {
    let now = try fingerprints(["a.tenfold.yaml": Self.system("one")], "json")
    let moved = ["sub/c.tenfold.yaml": Self.system("one", before: "# said\n\n")]
    #expect(try fingerprints(moved, "json") == now)
  }

  @Test func `systems without a name are told apart by their files`() throws {
    let text = Self.system("x").replacing("system: x\n", with: "")
    let all = try fingerprints(["a.tenfold.yaml": text, "b.tenfold.yaml": text], "json")
    #expect(all.count > 1 && Set(all).count == all.count)
  }

  @Test func `two systems of one name are a mistake`() throws {
    let files = ["a.tenfold.yaml": Self.system("one"), "b.tenfold.yaml": Self.system("one")]
    let all = try fingerprints(files, "json", status: 2)
    #expect(Set(all).count == all.count)
  }

  @Test func `JUnit knows a test by its system`() throws {
    try CommandLineTests().temporaryFolder { folder in
      for name in ["one", "two"] {
        try Self.system(name).write(
          to: folder.appending(path: "\(name).tenfold.yaml"), atomically: true, encoding: .utf8)
      }
      let result = try CommandLineTests().run(
        words: ["check", ".", "--format", "junit"], folder: folder)
      let tests = result.output.matches(of: /<testcase [^>]*>/).map { String($0.output) }
      #expect(tests.count > 2 && Set(tests).count == tests.count)
    }
  }
}
