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
    let reviews = json?["reviews"] as? [[String: Any]] ?? [json ?? [:]]
    return reviews.flatMap { $0["problems"] as? [[String: Any]] ?? [] }.map {
      "\($0["code"] ?? ""): \($0["remedy"] ?? "")"
    }
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
