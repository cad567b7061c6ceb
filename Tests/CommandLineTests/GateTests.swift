import Foundation
import Testing
import TestSupport

/// What fails a run, and what reports say of it.
@Suite struct GateTests {
  let tool = CommandLineTests()
  static let shop = "samples/ticket-shop.tenfold.yaml"

  /// What fails the run fails in JUnit and TAP, and nothing else.
  @Test(arguments: [("never", 0), ("critical", 9), ("low", 10)])
  func `JUnit and TAP fail what the gate fails`(_ severity: String, _ count: Int) throws {
    let check = { (format: String) in
      try tool.run("check", "--fail-on", severity, "--format", format, Self.shop)
    }
    let junit = try check("junit")
    #expect(junit.status == (count > 0 ? 1 : 0))
    #expect(junit.output.contains(" failures=\"\(count)\""))
    #expect(junit.output.components(separatedBy: "<failure ").count == count + 1)
    let tap = try check("tap")
    #expect(tap.status == junit.status)
    #expect(tap.output.components(separatedBy: "\nnot ok").count == count + 1)
  }

  @Test func `a theme that never fails the run does not fail in JUnit`() throws {
    try tool.temporaryFolder { folder in
      let shop = try Repository.text(Self.shop)
      try Data(shop.utf8).write(to: folder.appending(path: "shop.tenfold.yaml"))
      try Data("rules: { queues: { fail: never } }\n".utf8).write(
        to: folder.appending(path: ".tenfold.yaml"))
      let output = try tool.run("check", "--format", "junit", folder: folder).output
      let failed = output.components(separatedBy: "<testcase ").filter { $0.contains("<failure ") }
      #expect(!failed.isEmpty && !failed.contains { $0.contains("classname=\"queues/") })
      #expect(output.contains("classname=\"queues/no-dlq\""))
      #expect(output.contains(" failures=\"\(failed.count)\""))
    }
  }
}
