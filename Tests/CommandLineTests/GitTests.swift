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
          tenfold() { /usr/bin/timeout 300 \(CommandLineTests.program.path()) "$@"; }
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
    let files = ["a.tenfold.yaml": Self.system(), "sub/b.tenfold.yaml": Self.system("other")]
    try repository(files) { _, shell in
      for (revision, words) in [
        ("nosuch", "git knows no revision `nosuch` in `"), ("--all", "`--all` is no git revision"),
        ("^HEAD", "no revision `^HEAD`"),
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
    let files = ["a.tenfold.yaml": Self.system(), "b.tenfold.yaml": Self.system("other")]
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
        mkdir -p nested; cp .tenfold.yaml nested; git -C nested init -q
        sed s/shop/nested/ a.tenfold.yaml >nested/a.tenfold.yaml
        (cd nested; commit; git tag v1)
        tenfold check --against v1 . nested
        """)
      #expect(both.status == 0 && both.errors.contains("nested is a repository of its own"))
      let one = try shell("git -C nested tag -d v1 >/dev/null; tenfold check --against v1 . nested")
      #expect(one.status == 2 && one.errors.contains("/project/nested`"))
    }
  }

  // MARK: - How files are read

  /// A folder for `PATH` whose `git` writes a line per start, and then does as it is told.
  static func watched(_ folder: URL, _ script: String = "exec /usr/bin/git \"$@\"") throws -> URL {
    let bin = folder.deletingLastPathComponent().appending(path: "bin")
    let git = bin.appending(path: "git")
    try write("#!/bin/sh\necho \"$*\" >>\(bin.path())/starts\n\(script)\n", git)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: git.path())
    return bin
  }

  @Test func `git is started a few times, however many files are read`() throws {
    var files: [String: String] = [:]
    for number in 1...20 {
      files["s\(number)/x.tenfold.yaml"] = Self.system("s\(number)", include: "[b.yaml, c.yaml]")
      files["s\(number)/b.yaml"] = "components: { b: service }\n"
      files["s\(number)/c.yaml"] = "components: { c: service }\n"
    }
    try repository(files) { folder, shell in
      // What git inherits besides its input and output would be kept open by it.
      let inherits = "ls -l /proc/$$/fd | grep -c socket: >>$0.sockets; exec /usr/bin/git \"$@\""
      let bin = try Self.watched(folder, inherits).path()
      let check = try shell(
        """
        for file in /proc/$$/fd/*; do [ ${file##*/} -le 2 ] || eval "exec ${file##*/}>&-"; done
        PATH=\(bin):$PATH tenfold check --against HEAD
        sort -u \(bin)/git.sockets; wc -l <\(bin)/starts
        """)
      #expect(check.errors.isEmpty)
      let counts = check.output.split(separator: "\n").suffix(2).compactMap { Int($0) }
      #expect(counts.first == 2 && counts.last ?? 99 <= 9, "\(counts)")
    }
  }

  @Test func `blanks, letters of all kinds, lines, folders above and links`() throws {
    let files = [
      "so many/ünïcode ☂/a b.tenfold.yaml": Self.system(
        "one", include: "['../parts  x.yaml', \"line\\nbreak.yaml\", link.yaml]"),
      "so many/parts  x.yaml": "components: { b: { kind: service, sessions: memory } }\n",
      "so many/ünïcode ☂/line\nbreak.yaml": "components: { c: service }\n",
      "real.yaml": "components: { d: service }\n",
      "line\nbreak.tenfold.yaml": Self.system("two"),
    ]
    try repository(files) { folder, shell in
      let check = """
        ln -s ../../real.yaml 'so many/ünïcode ☂/link.yaml'; commit
        tenfold check --against HEAD --format text && tenfold check --against HEAD $PWD
        cd 'so many/ünïcode ☂'; tenfold check --against HEAD 'a b.tenfold.yaml'
        cd ..; tenfold check --against HEAD 'ünïcode ☂/a b.tenfold.yaml'
        cd ../..; ln -s 'project/so many' link; tenfold check --against HEAD 'link/ünïcode ☂'
        """
      let same = try shell("set -e; " + check)
      #expect(same.status == 0 && same.errors.isEmpty, "\(same.errors)")
      #expect(!same.output.contains("new"), "\(same.output)")
    }
  }

  @Test func `a worktree has the revisions of its repository`() throws {
    try repository(["sub/a.tenfold.yaml": Self.system()]) { _, shell in
      let check = try shell(
        """
        git worktree add -q ../other; cd ../other/sub
        tenfold check --against v1 && sed -i s,100/s,800/s, a.tenfold.yaml
        tenfold check --against main
        """)
      #expect(check.status == 1)
      #expect(check.errors.contains("1 new or worse finding") && check.output.contains("is 0.5x"))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a git that dies in the middle costs the file that was asked for, and no more`() throws {
    let dies = """
      case "$*" in *cat-file*) ;; *) exec /usr/bin/git "$@";; esac
      if [ ! -e "$0.died" ]; then read name; touch "$0.died"; DEATH; fi
      exec /usr/bin/git "$@"
      """
    let deaths = [
      "kill -9 $$", "echo 0123 blob 1000; echo short; exit 0", "exit 0", "exec <&- >&-; exit 1",
      "echo 0123 blob 99999999999; while echo too much; do :; done",
    ]
    for death in deaths {
      let files = ["a.tenfold.yaml": Self.system("a"), "b.tenfold.yaml": Self.system("b")]
      try repository(files) { folder, shell in
        let bin = try Self.watched(folder, dies.replacing("DEATH", with: death)).path()
        let check = try shell("PATH=\(bin):$PATH tenfold check --against HEAD --format json")
        // The first file that is asked for says which gates there are.
        #expect(check.status == 2, "\(death)")
        let lost = check.output.components(separatedBy: "the settings at `HEAD` cannot be read")
        #expect(lost.count == 2, "\(death): \(check.output)")
      }
    }
  }
}
