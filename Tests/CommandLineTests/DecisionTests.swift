import Foundation
import Testing
import TestSupport

/// Decisions in the file that the descriptions of a project share, over all of a run.
@Suite struct DecisionTests {
  let tool = CommandLineTests()

  /// A project with two descriptions of the system `shop`, only one of which has the finding, and
  /// one of the system `bank`.
  func project(_ decisions: String..., body: (URL) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      let system = { (name: String, sessions: String) in
        """
        system: \(name)
        components:
          a: { kind: service, sessions: \(sessions), replicas: 2..4 }

        """
      }
      let write = { (text: String, path: String) in
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      try write("", ".tenfold.yaml")
      try write(system("shop", "memory"), "shop/now.tenfold.yaml")
      try write(system("shop", "store"), "shop/repaired.tenfold.yaml")
      try write(system("bank", "store"), "bank/bank.tenfold.yaml")
      let entries = decisions.map { "  - { \($0), reason: small, severity: critical }\n" }
      try write("accepted:\n" + entries.joined(), ".tenfold-accepted.yaml")
      try body(folder)
    }
  }

  /// The problems of a run, each as its code and its remedy.
  func problems(_ words: String..., folder: URL) throws -> [String] {
    let run = try tool.run(words: ["check", "--format", "json"] + words, folder: folder)
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let reviews = json?["reviews"] as? [[String: Any]] ?? []
    // Some of the descriptions here are of one system on purpose.
    return reviews.flatMap { $0["problems"] as? [[String: Any]] ?? [] }.map {
      "\($0["code"] ?? ""): \($0["remedy"] ?? "")"
    }.filter { !$0.hasPrefix("same-system") }
  }

  let rule = "rule: statefulness/in-memory-session"

  @Test func `a decision is about nothing when no description of the run has the finding`() throws {
    let unless = "stale-acceptance: remove the entry, unless another description has the risk"
    let stale = "stale-acceptance: remove the entry: the risk is gone"
    try project("system: shop, \(rule), element: a", "\(rule), element: a") { folder in
      let whole = try problems(folder: folder)
      #expect(whole == [])
      #expect(try problems("shop/now.tenfold.yaml", folder: folder) == [])
      #expect(try problems("shop/repaired.tenfold.yaml", folder: folder) == [unless, unless])
    }
    try project("system: bank, \(rule), element: a", "rule: queues/no-dlq, element: a") { folder in
      let whole = try problems(folder: folder)
      #expect(whole == [stale, stale])
      #expect(try problems(folder.path(), folder: folder) == [stale, stale])
      #expect(try problems("shop", folder: folder) == [unless])
    }
  }

  @Test func `a system that nobody describes is said by a run over the whole project`() throws {
    try project("system: shap, \(rule), element: a", "system: x, \(rule), element: a") { folder in
      let orphans = [
        "orphaned-acceptance: did you mean `shop`?",
        "orphaned-acceptance: remove the entry, or correct its system",
      ]
      #expect(try problems(folder: folder) == orphans)
      #expect(try problems("bank/bank.tenfold.yaml", ".", folder: folder) == orphans)
      for part in ["shop", "bank", "bank/bank.tenfold.yaml"] {
        #expect(try problems(part, folder: folder) == [])
      }
      try "components: {".write(
        to: folder.appending(path: "bank/broken.tenfold.yaml"), atomically: true, encoding: .utf8)
      let partly = try problems(folder: folder)
      #expect(!partly.isEmpty && !partly.contains { $0.hasPrefix("orphaned") })
    }
  }

  @Test func `a decision in a file that several descriptions include needs one of them`() throws {
    let unless = "stale-acceptance: remove the entry, unless another description has the risk"
    let system = { (name: String, consumer: String) in
      """
      system: \(name)
      stage: growth
      include: ../bank/shared.yaml
      components:
        api: { kind: service, publishes: orders }
      \(consumer)
      """
    }
    try project { folder in
      let write = { (text: String, path: String) in
        try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
      }
      try write(
        """
        components:
          # tenfold: accept queues/no-dlq severity=critical: replayed by hand
          orders: { kind: queue, technology: sqs }
        """, "bank/shared.yaml")
      try write(system("one", "  w: { kind: worker, consumes: orders }"), "shop/one.tenfold.yaml")
      try write(system("two", ""), "shop/two.tenfold.yaml")
      let both = try problems(folder: folder)
      #expect(both == [])
      #expect(try problems("shop/one.tenfold.yaml", folder: folder) == [])
      #expect(try problems("shop/two.tenfold.yaml", folder: folder) == [unless])
      try write(system("one", ""), "shop/one.tenfold.yaml")
      let none = try problems(folder: folder)
      #expect(none == ["stale-acceptance: remove the entry: the risk is gone"])
    }
  }

  @Test func `a description has no decisions about other systems`() throws {
    try project { folder in
      let file = folder.appending(path: "shop/now.tenfold.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try (text + "accepted:\n  - { system: bank, \(rule), element: a, reason: small }\n").write(
        to: file, atomically: true, encoding: .utf8)
      #expect(
        try problems(folder: folder) == ["orphaned-acceptance: remove `system`, or correct it"])
    }
  }
}

/// What becomes of decisions between a revision and today.
@Suite struct PastDecisionTests {
  let tool = CommandLineTests()
  let name = ".tenfold-accepted.yaml"

  /// A repository whose only commit, of the first day of 2026, has a finding that is accepted in
  /// the project's file.
  func project(_ more: String, body: (URL) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      try "rules: { capacity/peak-exceeds-max: { off: true } }".write(
        to: folder.appending(path: ".tenfold.yaml"), atomically: true, encoding: .utf8)
      try """
      system: shop
      components:
        a: { kind: service, sessions: memory, replicas: 2..4 }
      """.write(
        to: folder.appending(path: "shop.tenfold.yaml"), atomically: true, encoding: .utf8)
      try """
      accepted:
        - rule: statefulness/in-memory-session
          element: a
          reason: small fleet
          severity: critical
          owner: ana
          \(more)
      """.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      for words in [
        ["init", "-q"], ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "one"],
      ] {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["GIT_COMMITTER_DATE=2026-01-01T12:00:00Z", "git"] + words
        git.currentDirectoryURL = folder
        try git.run()
        git.waitUntilExit()
      }
      try body(folder)
    }
  }

  func diff(_ folder: URL, _ format: String = "text") throws -> CommandLineTests.Result {
    try tool.run(
      "diff", "HEAD:./shop.tenfold.yaml", "shop.tenfold.yaml", "--format", format, folder: folder)
  }

  @Test func `a decision that is taken back makes its finding worse`() throws {
    try project("ticket: T-1") { folder in
      #expect(try tool.run("check", "--against", "HEAD", folder: folder).status == 0)
      let same = try diff(folder)
      #expect(same.status == 0 && !same.output.contains("decisions"))

      try FileManager.default.removeItem(at: folder.appending(path: name))
      let against = try tool.run("check", "--against", "HEAD", folder: folder)
      #expect(against.status == 1 && against.output.contains("worse: it is no longer accepted"))
      let changed = try diff(folder)
      #expect(
        changed.status == 1 && changed.output.contains("\ndecisions:\n  no longer accepted: "))
      #expect(changed.output.contains("the reason was: small fleet (by ana, T-1)"))
      #expect(try diff(folder, "markdown").output.contains("**decisions**\n\n- no longer accepted"))
      #expect(try diff(folder, "json").output.contains("\"change\": \"no longer accepted\""))
    }
  }

  @Test func `a decision that has ended since makes its finding worse`() throws {
    try project("until: 2026-01-02") { folder in
      #expect(try tool.run("check", "--against", "HEAD", folder: folder).status == 1)
      let ended = try diff(folder)
      #expect(ended.status == 1 && ended.output.contains("  open again: "))
      #expect(ended.output.contains("ended on 2026-01-02; the reason was: small fleet (by ana"))
    }
    try project("until: 2025-12-31") { folder in
      let long = try diff(folder)
      #expect(long.status == 0 && !long.output.contains("decisions"))
      #expect(try tool.run("check", "--against", "HEAD", folder: folder).status == 0)
    }
  }

  @Test func `a new decision is listed`() throws {
    try project("until: 2025-12-31") { folder in
      let file = folder.appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("2025-12-31", with: "2099-12-31").write(
        to: file, atomically: true, encoding: .utf8)
      let made = try diff(folder)
      #expect(made.status == 0 && made.output.contains("decisions:\n  accepted: "))
      #expect(made.output.contains("small fleet (by ana, until 2099-12-31)"))
      let json = try diff(folder, "json").output
      #expect(json.contains("\"change\": \"accepted\"") && json.contains("\"owner\": \"ana\""))
    }
  }
}
