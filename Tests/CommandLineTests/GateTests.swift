import Foundation
import Testing
import TestSupport

/// What fails a run, and what reports say of it.
@Suite struct GateTests {
  let tool = CommandLineTests()
  static let shop = "samples/ticket-shop.tenfold.yaml"

  /// What fails the run fails in JUnit and TAP, and nothing else.
  @Test(arguments: [("never", 0), ("critical", 2), ("low", 9)])
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
      #expect(
        !failed.isEmpty && !failed.contains { $0.contains("classname=\"Ticket shop: queues/") })
      #expect(output.contains("classname=\"Ticket shop: queues/no-dlq\""))
      #expect(output.contains(" failures=\"\(failed.count)\""))
    }
  }

  @Test func `where nothing could be checked, too little was`() throws {
    let check = { (share: String) in
      try tool.run("check", "-", "--min-checked", share, input: "components: { a: client }\n")
    }
    let nothing = try check("70%")
    #expect(nothing.status == 1 && nothing.errors.contains("0 of 0 checks decidable"))
    #expect(try check("0%").status == 0)
  }

  @Test func `what a project lets be new is counted over its descriptions, each project alone`()
    throws
  {
    try tool.temporaryFolder { folder in
      let write = { (text: String, path: String) in
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      for (path, limit) in [("one", 1), ("two", 2)] {
        try write("fail-on: never\nmax-new: \(limit)\n", "\(path)/.tenfold.yaml")
        for name in ["a", "b"] {
          try write(
            "system: \(path)-\(name)\n"
              + DescriptionsTests.risky.split(separator: "\n").dropFirst()
              .joined(separator: "\n"), "\(path)/\(name).tenfold.yaml")
        }
      }
      let both = try tool.run("check", folder: folder)
      #expect(both.status == 1)
      #expect(
        both.errors == "tenfold: gate failed: max-new 1 (one/.tenfold.yaml): 2 new or worse\n")
      #expect(try tool.run("check", "two", folder: folder).status == 0)
      #expect(try tool.run("check", "one/a.tenfold.yaml", folder: folder).status == 0)
      let flag = try tool.run("check", "--max-new", "3", folder: folder)
      #expect(flag.errors == "tenfold: gate failed: --max-new 3: 4 new or worse\n")
    }
  }

  @Test func `a project's least headroom holds for growth, unless the call says another`() throws {
    try tool.temporaryFolder { folder in
      let write = { (text: String, name: String) in
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      try write(
        """
        components:
          a: { kind: service, replicas: 2, concurrency: 10, takes: 100ms }
        journeys:
          j: { calls: a, rate: 1/s, peak: 100/s }
        """, "a.tenfold.yaml")
      let grow = { (words: String...) in
        try tool.run(words: ["grow", "a.tenfold.yaml"] + words, folder: folder)
      }
      #expect(try grow().status == 0)
      try write("fail-on: low\nmin-headroom: 3x\nmin-checked: 100%\n", ".tenfold.yaml")
      let low = try grow()
      #expect(low.status == 1)
      #expect(
        low.errors == "tenfold: gate failed: min-headroom 3x (.tenfold.yaml): headroom 2x: "
          + "a (servers) saturates first\n")
      #expect(try grow("--min-headroom", "1x").status == 0)
      #expect(try grow("--set", "components.a.replicas=4").status == 0)
      try write("min-hedroom: 3x\n", ".tenfold.yaml")
      let wrong = try grow()
      #expect(wrong.status == 2 && wrong.errors.contains("did you mean `min-headroom`?"))
    }
  }
}
