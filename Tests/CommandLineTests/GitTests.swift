import Foundation
import Testing
import TestSupport

/// Reviews against earlier revisions, in real repositories.
@Suite struct GitTests {
  typealias Shell = (String) throws -> CommandLineTests.Result
  let tool = CommandLineTests()

  /// A description with one finding that fails a run: sessions are kept in memory.
  static func system(_ name: String = "shop", peak: Int = 100, include: String = "") -> String {
    """
    system: \(name)
    \(include.isEmpty ? "" : "include: \(include)")
    journeys:
      j: { calls: a, rate: 1/s, peak: \(peak)/s }
    components:
      a: { kind: service, sessions: memory, replicas: 2..4, concurrency: 10, takes: 100ms }

    """
  }

  static func write(_ text: String, _ file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// A repository whose first commit, `v1`, holds some files, and a shell in it that knows
  /// `tenfold`, and `commit` for whatever has changed.
  func repository(
    _ files: [String: String], _ body: (_ folder: URL, _ shell: Shell) throws -> Void
  ) throws {
    try tool.temporaryFolder { temporary in
      let folder = temporary.resolvingSymlinksInPath().appending(path: "project")
      for (name, text) in files { try Self.write(text, folder.appending(path: name)) }
      // One smell is enough to see what becomes of a finding.
      try Self.write(
        "rules: { capacity/peak-exceeds-max: { off: true } }\n",
        folder.appending(path: ".tenfold.yaml"))
      let shell = { (script: String) throws -> CommandLineTests.Result in
        let start = """
          export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
          export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
          tenfold() { command \(CommandLineTests.program.path()) "$@"; }
          commit() { git add -A; git commit -q --allow-empty -m change; }

          """
        return try tool.run(
          words: ["-c", start + script], folder: folder, program: URL(filePath: "/bin/bash"))
      }
      #expect(try shell("git init -qb main; commit; git tag v1").status == 0)
      try body(folder, shell)
    }
  }

  // MARK: - What cannot be compared

  @Test func `what is no revision is said once, before anything is reviewed`() throws {
    let files = ["a.tenfold.yaml": Self.system(), "sub/b.tenfold.yaml": Self.system()]
    try repository(files) { _, shell in
      for (revision, words) in [
        ("nosuch", "git knows no revision `nosuch` in `"), ("--all", "`--all` is no git revision"),
        ("", "`` is no git revision"), ("^HEAD", "no revision `^HEAD`"),
        ("HEAD..HEAD", "no revision `HEAD..HEAD`"), ("HEAD:sub", "no revision `HEAD:sub`"),
      ] {
        let check = try shell("tenfold check '--against=\(revision)' . sub/b.tenfold.yaml")
        #expect(check.status == 2 && check.output.isEmpty, "\(revision)")
        #expect(check.errors.contains(words), "\(check.errors)")
        #expect(check.errors.split(separator: "\n").count == 1, "\(check.errors)")
      }
      let named = try shell("touch 'x^{commit}'; tenfold check --against x")
      #expect(named.status == 2 && named.errors.contains("git knows no revision `x`"))
      let input = try shell("tenfold check --against HEAD - <a.tenfold.yaml")
      #expect(input.status == 2 && input.errors.contains("standard input has no revision"))
    }
  }

  @Test func `no repository, no git and a clone without its past are different things`() throws {
    let files = ["a.tenfold.yaml": Self.system(), "b.tenfold.yaml": Self.system()]
    try repository(files) { _, shell in
      let missing = try shell("PATH=/nowhere; tenfold check --against HEAD")
      #expect(missing.status == 2 && missing.output.isEmpty)
      #expect(missing.errors == "tenfold: git is not installed; it reads the files of `HEAD`\n")
      let shallow = try shell(
        """
        commit; git clone -q --depth 1 "file://$PWD" ../shallow
        cd ../shallow; tenfold check --against HEAD && tenfold check --against v1
        """)
      #expect(shallow.status == 2 && shallow.errors.contains("git fetch --unshallow"))
      let none = try shell("rm -rf .git; tenfold check --against HEAD")
      #expect(none.status == 2 && none.output.isEmpty)
      #expect(none.errors.contains("git reads no repository in `"))
      #expect(none.errors.contains("not a git repository"))
      #expect(none.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `each description is compared in the repository that it lies in`() throws {
    try repository(["a.tenfold.yaml": Self.system()]) { _, shell in
      let both = try shell(
        """
        mkdir -p nested; cp a.tenfold.yaml .tenfold.yaml nested; git -C nested init -q
        (cd nested; commit; git tag v1)
        tenfold check --against v1
        """)
      #expect(both.status == 0 && both.errors.isEmpty)
      let one = try shell("git -C nested tag -d v1 >/dev/null; tenfold check --against v1")
      #expect(one.status == 2 && one.errors.contains("/project/nested`"))
    }
  }
}
