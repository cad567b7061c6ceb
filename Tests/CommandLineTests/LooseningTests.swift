import Foundation
import Testing

/// Who proposes a change is judged by what was there before, and all that the change would loosen is
/// told.
@Suite struct LooseningTests {
  let git = GitTests()
  static let rule = "statefulness/in-memory-session"
  static let calm = GitTests.system().replacing("memory", with: "none")

  /// A project without findings whose settings are strict, and what a script then does to it.
  private func proposed(
    _ change: String, call: String = "tenfold check --against v1",
    settings: String = "fail-on: low\nmin-headroom: 2x\nmax-new: 0\n"
  ) throws -> CommandLineTests.Result {
    var result: CommandLineTests.Result?
    try git.repository(["a.tenfold.yaml": Self.calm]) { _, shell in
      result = try shell(
        """
        printf '\(settings)' >>.tenfold.yaml; commit; git tag -f v1 >/dev/null
        \(change)
        \(call)
        """)
    }
    return try #require(result)
  }

  static let flaw = "sed -i s,none,memory, a.tenfold.yaml"

  @Test func `the settings of the revision judge`() throws {
    #expect(try proposed(":").status == 0)
    let flawed = try proposed(Self.flaw)
    #expect(flawed.status == 1 && !flawed.output.contains("which judges this change"))
    for (settings, words) in [
      ("rules: { \(Self.rule): { off: true } }", "`\(Self.rule)` is off, and was not at `v1`"),
      ("rules: { statefulness: { off: true } }", "`\(Self.rule)` is off, and was not at `v1`"),
      ("rules: { \(Self.rule): { severity: low } }", "is low, and was high at `v1`"),
      (
        "rules: { \(Self.rule): { fail: never } }", "sets `fail: never`, before `by its severity`"
      ),
      ("fail-on: never", "`fail-on` is never, and was low at `v1`"),
      ("fail-on: critical", "`fail-on` is critical, and was low at `v1`"),
      ("min-headroom: 1x", "`min-headroom` is 1x, and was 2x at `v1`"),
      ("max-new: 9", "`max-new` is 9, and was 0 at `v1`"),
      ("", "`min-headroom` is gone, and was 2x at `v1`"),
    ] {
      let check = try proposed("\(Self.flaw); printf '\(settings)\\n' >.tenfold.yaml")
      #expect(check.status == 1, "\(settings): \(check.output)")
      #expect(check.output.contains(words), "\(settings): \(check.output)")
      #expect(check.output.contains("which judges this change"))
    }
    let gone = try proposed("\(Self.flaw); rm .tenfold.yaml")
    #expect(gone.status == 1 && gone.output.contains("`fail-on` is high, and was low at `v1`"))
    // Stricter settings are nothing to tell, and count once they are there.
    let stricter = try proposed(
      "printf 'fail-on: low\\nmin-headroom: 90x\\nmax-new: 0\\n' >.tenfold.yaml")
    #expect(stricter.status == 0 && !stricter.output.contains("judges"), "\(stricter.output)")
  }

  @Test(arguments: ["text", "json", "sarif", "markdown", "html", "gitlab", "github"])
  func `each format tells what is loosened`(_ format: String) throws {
    let check = try proposed(
      "printf 'fail-on: never\\n' >.tenfold.yaml",
      call: "tenfold check --against v1 --format \(format)")
    #expect(check.output.contains("judges this change"), "\(check.output)")
  }

  @Test func `what was not understood at the revision is told, and keeps no repair out`() throws {
    let mended = try proposed("echo 'fail-on: low' >.tenfold.yaml", settings: "fial-on: low\n")
    #expect(mended.status == 0, "\(mended.output)")
    #expect(mended.output.contains("v1:.tenfold.yaml:2:1: "), "\(mended.output)")
    #expect(mended.output.contains("did you mean `fail-on`?"))
    let kept = try proposed("true", settings: "fial-on: low\n")
    #expect(kept.status == 2 && !kept.output.contains("v1:.tenfold.yaml"), "\(kept.output)")
  }

  @Test func `of many descriptions one tells it`() throws {
    let check = try proposed(
      """
      cp a.tenfold.yaml b.tenfold.yaml; sed -i 's,system: shop,system: b,' b.tenfold.yaml
      printf 'fail-on: never\\nmin-headroom: 2x\\nmax-new: 0\\n' >.tenfold.yaml
      """)
    #expect(check.output.components(separatedBy: "which judges this change").count == 2)
  }

  @Test func `a settings file in a folder below counts once it is there`() throws {
    let check = try proposed(
      """
      mkdir sub; sed 's,none,memory,; s,system: shop,system: b,' a.tenfold.yaml >sub/b.tenfold.yaml
      echo 'fail-on: never' >sub/.tenfold.yaml
      """)
    #expect(check.status == 1 && check.errors.contains("sub/b.tenfold.yaml"), "\(check.errors)")
    #expect(check.output.contains("`fail-on` is never, and was low at `v1`"))
  }

  @Test func `risks are accepted by the revision alone`() throws {
    let entry = """
      accepted:\\n  - { rule: \(Self.rule), element: a, reason: we like it, severity: high }\\n
      """
    for accepting in [
      "printf '\(entry)' >.tenfold-accepted.yaml", "printf '\(entry)' >>a.tenfold.yaml",
      "sed -i 's,^\\( *a: {.*\\)$,\\1 # tenfold: accept \(Self.rule) severity=high: so,' a.tenfold.yaml",
    ] {
      let check = try proposed("\(Self.flaw); \(accepting)")
      #expect(check.status == 1, "\(accepting): \(check.output)")
      #expect(
        check.output.contains("is accepted here, and `v1` has no such decision"), "\(check.output)")
      #expect(check.output.contains("it counts once it is there"))
      #expect(check.output.contains("accepted by this change; `v1`, which judges it"))
    }
    // What was decided before holds, unless more is decided now.
    let known = "printf '\(entry)' >.tenfold-accepted.yaml; commit; git tag -f v1 >/dev/null;"
    #expect(try proposed("\(known) \(Self.flaw)").status == 0)
    let prolonged = try proposed(
      """
      printf '\(entry)' | sed 's,severity: high,until: 2999-01-01,' >.tenfold-accepted.yaml
      commit; git tag -f v1 >/dev/null; \(Self.flaw); printf '\(entry)' >.tenfold-accepted.yaml
      """)
    #expect(prolonged.status == 1, "\(prolonged.output)")
    #expect(prolonged.output.contains("`v1` has a decision until 2999-01-01 only"))
  }

  // MARK: - Final

  /// A project whose root calls some keys final, with a team's folder below.
  private func team(_ root: String, _ own: String) throws -> CommandLineTests.Result {
    try proposed(
      """
      mkdir team; sed s,none,memory, a.tenfold.yaml >team/t.tenfold.yaml
      printf '\(own)' >team/.tenfold.yaml
      """, call: "tenfold check team", settings: root)
  }

  @Test func `what is final at the root is loosened nowhere below`() throws {
    let root = "fail-on: low\nmin-headroom: 90x\nfinal: [fail-on, min-headroom, rules]\n"
    for (own, words) in [
      ("fail-on: critical\n", "`fail-on` is critical, and was low in `.tenfold.yaml`"),
      ("min-headroom: 1x\n", "`min-headroom` is 1x, and was 90x in `.tenfold.yaml`"),
      ("rules: { statefulness: { off: true } }\n", "`\(Self.rule)` is off, and was not in"),
      ("rules: { \(Self.rule): { severity: low } }\n", "is low, and was high in `.tenfold.yaml`"),
      ("rules: { \(Self.rule): { fail: never } }\n", "sets `fail: never`"),
    ] {
      let check = try team(root, own)
      #expect(check.status == 2 && check.output.contains(words), "\(own): \(check.output)")
      #expect(check.output.contains("team/.tenfold.yaml:1:"), "\(check.output)")
      #expect(check.output.contains("it is final there, and counts"))
      #expect(check.errors.contains("gate failed: fail-on low (.tenfold.yaml)"), "\(check.errors)")
      #expect(check.errors.contains("gate failed: min-headroom 90x (.tenfold.yaml)"))
    }
    let silent = try team(root, "max-new: 3\n")
    #expect(silent.status == 1 && silent.errors.contains("fail-on low (.tenfold.yaml)"))
    let stricter = try team(root, "min-headroom: 99x\n")
    #expect(
      stricter.status == 1 && stricter.errors.contains("min-headroom 99x (team/.tenfold.yaml)"))
    let free = try team("fail-on: low\n", "fail-on: never\n")
    #expect(free.status == 0, "\(free.errors)")
    let wrong = try team("final: [failon]\n", "")
    #expect(wrong.status == 2 && wrong.output.contains("did you mean `fail-on`?"))
  }
}
