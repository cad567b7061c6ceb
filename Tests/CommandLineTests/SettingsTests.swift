import Foundation
import Testing
import TestSupport

/// Settings of a project: where they stand, which of them count, and for what.
@Suite struct SettingsTests {
  private func run(
    _ files: [String: String], _ words: String..., body: (CommandLineTests.Result) throws -> Void
  ) throws {
    try CommandLineTests().temporaryFolder { folder in
      for (name, text) in files { try GitTests.write(text, folder.appending(path: name)) }
      try body(CommandLineTests().run(words: words, folder: folder))
    }
  }

  private static let session = "statefulness/in-memory-session"
  private static let text = GitTests.system().replacing("a: {", with: "a: { team: core,")
  private static let off = "rules: { capacity: { off: true }, \(session): { off: true } }\n"

  @Test func `settings of all folders count, the nearer one more`() throws {
    var files = [
      ".git/HEAD": "", ".tenfold.yaml": "rules: { capacity: { off: true } }\n",
      "a/.tenfold.yaml": "fail-on: critical\n", "a/b/.tenfold.yaml": "rules: {}\n",
      "a/b/x.tenfold.yaml": Self.text,
    ]
    try run(files, "check", ".") { #expect($0.status == 0, "\($0.output)") }
    files["a/b/.tenfold.yaml"] = "fail-on: low\n"
    try run(files, "check", ".") { #expect($0.status == 1, "\($0.output)") }
    files["a/.tenfold.yaml"] = "fail-on: critical\nfinal: [fail-on]\n"
    files["a/b/.tenfold.yaml"] = "fail-on: never\n"
    try run(files, "check", ".") {
      #expect($0.status == 2)
      #expect($0.errors.contains("`fail-on` is never, and was critical in `a/.tenfold.yaml`"))
    }
  }

  @Test func `settings are extended, in the project and no further`() throws {
    var files = [
      ".tenfold.yaml": "extends: [ci/base.yaml]\n", "ci/base.yaml": Self.off,
      "x.tenfold.yaml": Self.text,
    ]
    try run(files, "check", "x.tenfold.yaml") { #expect($0.status == 0, "\($0.errors)") }
    files["ci/base.yaml"] = Self.off + "final: [rules]\n"
    files[".tenfold.yaml"] = "extends: ci/base.yaml\nrules: { \(Self.session): { off: false } }\n"
    try run(files, "check", "x.tenfold.yaml") { #expect($0.status == 1, "\($0.errors)") }
    for (missing, loop) in [("ci/none.yaml", ""), ("../base.yaml", "")] {
      files[".tenfold.yaml"] = "extends: [\(missing)]\(loop)\n"
      try run(files, "check", "x.tenfold.yaml") {
        #expect($0.status == 2)
        #expect($0.errors.contains("there is no `\(missing)` to extend"), "\($0.errors)")
      }
    }
    files["ci/base.yaml"] = "extends: [ci/base.yaml]\n" + Self.off
    files[".tenfold.yaml"] = "extends: [ci/base.yaml]\n"
    try run(files, "check", "x.tenfold.yaml") { #expect($0.status == 0, "\($0.errors)") }
  }

  @Test func `what a named file calls final holds in every project`() throws {
    let files = [
      "platform.yaml": "fail-on: low\nfinal: [fail-on, rules]\n",
      "one/.git/HEAD": "", "one/.tenfold.yaml": "fail-on: never\n",
      "one/x.tenfold.yaml": Self.text,
      "two/.git/HEAD": "", "two/.tenfold.yaml": Self.off,
      "two/x.tenfold.yaml":
        Self.text.replacing("system: shop", with: "system: other"),
    ]
    try run(files, "check", "--config", "platform.yaml", ".") {
      #expect($0.status == 2)
      #expect($0.errors.contains("`fail-on` is never, and was low in `platform.yaml`"))
      #expect($0.output.contains("`\(Self.session)` is off, and was not in `platform.yaml`"))
    }
    try run(files, "check", "--config", "none.yaml", ".") { #expect($0.status == 2) }
  }

  @Test(arguments: [
    ("elements: [a]", true), ("elements: ['a*']", true), ("elements: [b]", false),
    ("teams: [core]", true), ("teams: [other]", false), ("paths: [sub/]", true),
    ("paths: ['*.tenfold.yaml']", true), ("paths: [other]", false),
    ("paths: [sub], teams: [other]", false),
  ])
  func `rules are others for some paths, elements and teams`(_ where: String, _ holds: Bool) throws
  {
    let files = [
      ".tenfold.yaml": """
      rules: { capacity: { off: true } }
      overrides:
        - { \(`where`), rules: { \(Self.session): { off: true } }, reason: sticky by design }

      """, "sub/x.tenfold.yaml": Self.text,
    ]
    try run(files, "check", ".") { result in
      #expect(result.status == (holds ? 0 : 1), "\(result.output)")
      guard holds, !`where`.contains("paths") else { return }
      #expect(result.output.contains(": sticky by design"), "\(result.output)")
    }
  }

  @Test func `an override says which rules, and why`() throws {
    for override in [
      "{ elements: [a], reason: x }", "{ teams: [a], rules: { capacity: { off: true } } }",
    ] {
      let files = [".tenfold.yaml": "overrides: [\(override)]\n", "x.tenfold.yaml": Self.text]
      try run(files, "check", ".") {
        #expect($0.status == 2)
        #expect($0.errors.contains("an override must say which rules it changes, and why"))
      }
    }
    let severe = [
      ".tenfold.yaml": """
      rules: { capacity: { off: true } }
      overrides:
        - { teams: [core], rules: { \(Self.session): { severity: low } }, reason: few users }

      """, "x.tenfold.yaml": Self.text,
    ]
    try run(severe, "check", "--all", ".") {
      #expect($0.status == 0)
      #expect($0.output.contains("low by the settings: few users"), "\($0.output)")
    }
  }

  @Test func `rules are chosen by a call`() throws {
    let files = ["x.tenfold.yaml": Self.text]
    try run(files, "check", "--no-rule", "statefulness", "--no-rule", "capacity", ".") {
      #expect($0.status == 0, "\($0.output)")
    }
    try run(files, "check", "--rule", Self.session, ".", "--format", "csv") {
      let rows = $0.output.split(whereSeparator: \.isNewline).dropFirst()
      #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(Self.session) }, "\($0.output)")
    }
    try run(files, "check", "--rule", "statefulnes", ".") {
      #expect($0.status == 2)
      #expect($0.errors.contains("there is no rule or theme `statefulnes`; did you mean"))
    }
  }

  @Test func `a folder is reviewed without what is not its own`() throws {
    let part = "components:\n  a: { kind: service }\n"
    let files = [
      ".gitignore": "build/\n", ".tenfold.yaml": "exclude: [legacy/, '*.draft.tenfold.yaml']\n",
      "x.tenfold.yaml": "include: parts/one.tenfold.yaml\nsystem: shop\n",
      "parts/one.tenfold.yaml": part, "build/b.tenfold.yaml": Self.text,
      "legacy/deep/l.tenfold.yaml": Self.text, "sub/y.draft.tenfold.yaml": Self.text,
      "inner/.git/HEAD": "ref: refs/heads/main\n", "inner/z.tenfold.yaml": Self.text,
    ]
    try CommandLineTests().temporaryFolder { folder in
      for (name, text) in files { try GitTests.write(text, folder.appending(path: name)) }
      let result = try CommandLineTests().run(
        words: ["-c", "git init -q .; \(CommandLineTests.program.path()) check . --format csv"],
        folder: folder, program: URL(filePath: "/bin/bash"))
      for told in [
        "build/b.tenfold.yaml is ignored by git", "inner is a repository of its own",
        "legacy/deep/l.tenfold.yaml is excluded by .tenfold.yaml, and so are 1 more",
        "parts/one.tenfold.yaml is part of another description",
      ] { #expect(result.errors.contains("left out: \(told)"), "\(result.errors)") }
      #expect(!result.output.contains("in-memory-session"))
    }
  }

  @Test func `ten final rules hold in twenty repositories`() throws {
    let themes = [
      "queues", "caching", "reads", "ownership", "stage", "tenancy", "cost", "model", "ai",
      "chains",
    ]
    let rules = themes.map { "  \($0): { severity: low }" }.joined(separator: "\n")
    var files = ["platform.yaml": "rules:\n\(rules)\nfinal: [rules]\n"]
    for number in 0..<20 {
      files["r\(number)/.git/HEAD"] = ""
      files["r\(number)/s.tenfold.yaml"] = GitTests.system("s\(number)")
      files["r\(number)/.tenfold.yaml"] =
        number == 7 ? "rules: { stage: { off: true } }\n" : "fail-on: high\n"
    }
    try run(files, "check", "--config", "platform.yaml", ".", "--format", "csv") {
      #expect($0.status == 2)
      let causes = $0.errors.split(separator: "\n").filter { $0.contains("not passed: ") }
      #expect(causes.count == 1 && causes[0].contains("r7/.tenfold.yaml"), "\($0.errors)")
    }
  }
}
