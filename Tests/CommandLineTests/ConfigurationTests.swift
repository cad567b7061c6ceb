import Foundation
import Testing
import TestSupport

/// What a project's `.tenfold.yaml` changes.
@Suite struct ConfigurationTests {
  let tool = CommandLineTests()

  /// A check of a service with one smell, under a configuration.
  func check(_ configuration: String) throws -> CommandLineTests.Result {
    var result: CommandLineTests.Result?
    try tool.temporaryFolder { folder in
      for (name, text) in [
        (
          "a.tenfold.yaml",
          "components:\n  a: { kind: service, sessions: memory, replicas: 2..9 }\n"
        ),
        (".tenfold.yaml", configuration),
      ] { try Data(text.utf8).write(to: folder.appending(path: name)) }
      result = try tool.run("check", "a.tenfold.yaml", folder: folder)
    }
    return try #require(result)
  }

  @Test func `it changes severities, of rules and of themes, and switches off`() throws {
    #expect(try check("").status == 1)
    for name in ["statefulness/in-memory-session", "statefulness"] {
      let low = try check("rules:\n  \(name): { severity: low }\n")
      #expect(low.status == 0 && low.output.contains("LOW"))
      let off = try check("fail-on: low\nrules:\n  \(name): { off: true }\n")
      #expect(off.status == 0 && !off.output.contains("LOW"))
    }
    for rules in [
      "  statefulness: { off: true }\n  statefulness/in-memory-session: { severity: medium }\n",
      "  statefulness/in-memory-session: { severity: medium }\n  statefulness: { off: true }\n",
    ] { #expect(try check("rules:\n" + rules).output.contains("MEDIUM")) }
  }

  @Test func `what a rule does not say comes from its theme`() throws {
    for rules in [
      "  statefulness: { fail: never }\n  statefulness/in-memory-session: { severity: critical }\n",
      "  statefulness/in-memory-session: { severity: critical }\n  statefulness: { fail: never }\n",
    ] {
      let result = try check("rules:\n" + rules)
      #expect(result.status == 0 && result.output.contains("CRITICAL"))
    }
    let own = try check(
      "rules:\n  statefulness: { severity: low, fail: never }\n"
        + "  statefulness/in-memory-session: { fail: always }\n")
    #expect(own.status == 1 && own.output.contains("LOW"))
  }

  @Test(arguments: [
    ("statefulness/in-memory-sesion", "statefulness/in-memory-session"), ("queus", "queues"),
  ])
  func `a wrong name is told`(_ name: String, _ meant: String) throws {
    let wrong = try check("rules:\n  \(name): {}\n")
    #expect(wrong.status == 2 && wrong.output.contains("did you mean `\(meant)`?"))
  }
}
