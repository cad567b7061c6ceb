import Foundation
import Testing
import TestSupport

/// Descriptions are told apart by where they lie, wherever the program is called and however they
/// are named; in repositories within repositories too.
@Suite struct RootTests {
  let git = GitTests()

  @Test func `a baseline knows its descriptions from whatever folder it is used`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      for (folder, operand) in [("..", "project"), (".", "."), ("/", "$OLDPWD")] {
        let copy = try shell(
          """
          known=$PWD/known.json; cd \(folder); shop=\(operand)
          tenfold check $shop --baseline $known --update-baseline && cd -
          sed s/shop/other/ a.tenfold.yaml >b.tenfold.yaml; cd \(folder); tenfold check $shop --baseline $known
          """)
        #expect(copy.status == 1, "\(folder) \(copy.errors)")
        #expect(copy.errors.contains("1 new or worse finding in "), "\(copy.errors)")
        _ = try shell("rm b.tenfold.yaml known.json")
      }
    }
  }

  @Test func `a description without a name is the same however its path is written`() throws {
    let nameless = GitTests.system().replacing("system: shop", with: "")
    try git.repository(["sub/a.tenfold.yaml": nameless]) { _, shell in
      let made = try shell("tenfold check sub --baseline k.json --update-baseline")
      #expect(made.status == 0)
      for call in ["./sub/a.tenfold.yaml", "$PWD/sub", "sub/../sub/a.tenfold.yaml"] {
        let check = try shell("tenfold check --baseline k.json \(call)")
        #expect(check.status == 0, "\(call) \(check.errors)")
      }
      for format in ["sarif", "gitlab"] {
        let prints = try shell(
          """
          cd sub
          for path in a.tenfold.yaml ./a.tenfold.yaml $PWD/a.tenfold.yaml ..; do
            tenfold check $path --format \(format) 2>/dev/null | grep -E 'tenfold/v1|fingerprint"' | md5sum
          done | sort -u | wc -l
          """)
        #expect(prints.output == "1\n", "\(format) \(prints.output)")
      }
    }
  }

  // MARK: - Submodules

  static let submodules = """
    for name in s1 s2; do
      mkdir ../$name; cp .tenfold.yaml ../$name
      sed s/shop/$name/ a.tenfold.yaml >../$name/a.tenfold.yaml; git -C ../$name init -qb main
      (cd ../$name; commit)
      git -c protocol.file.allow=always submodule --quiet add ../$name svc/$name
    done
    commit; git tag both
    """

  @Test func `a description in a submodule is told from the repository around it`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      _ = try shell(Self.submodules)
      let sarif = try shell(
        "tenfold check --format sarif | grep -o '\"uri\": .*tenfold.yaml\"' | sort -u")
      #expect(
        sarif.output.split(separator: "\n").map { $0.dropFirst(7) } == [
          "\"a.tenfold.yaml\"", "\"svc/s1/a.tenfold.yaml\"", "\"svc/s2/a.tenfold.yaml\"",
        ], "\(sarif.output)")
      let one = try shell(
        """
        tenfold check --baseline k.json --update-baseline
        sed -i s,memory,none, svc/s1/a.tenfold.yaml
        tenfold check svc/s1 --baseline k.json --update-baseline; tenfold check --baseline k.json
        """)
      #expect(one.status == 0, "\(one.errors)")
      let back = try shell("git -C svc/s1 checkout -q .; tenfold check --baseline k.json")
      #expect(back.status == 1 && back.errors.contains("in svc/s1/a.tenfold.yaml"))
      #expect(back.errors.split(separator: "\n").count == 1, "\(back.errors)")
      let within = try shell("cd svc/s1; tenfold check --format github")
      #expect(within.output.contains("file=a.tenfold.yaml,"))
    }
  }

  @Test func `a submodule is compared at the commit that the revision has it at`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      _ = try shell(Self.submodules)
      _ = try shell(
        "cd svc/s1; sed -i s,100/s,800/s, a.tenfold.yaml; commit; cd ../..; commit; commit")
      let same = try shell("tenfold check --against HEAD~1")
      #expect(same.status == 0 && same.errors.isEmpty, "\(same.errors)")
      let worse = try shell("tenfold check --against both")
      #expect(worse.status == 1 && worse.output.contains("headroom was 4x and is 0.5x"))
      #expect(worse.errors.contains("1 new or worse finding in svc/s1/a.tenfold.yaml"))
      // What came since is new, and its own history is another's.
      let since = try shell("tenfold check --against v1")
      #expect(since.status == 1 && since.errors.split(separator: "\n").count == 2)
      let within = try shell("cd svc/s1; tenfold check --against HEAD~1")
      #expect(within.status == 1 && within.output.contains("headroom was 4x and is 0.5x"))
      let gone = try shell(
        """
        git -C svc/s1 update-ref -d refs/remotes/origin/main; rm -rf svc/s1/.git
        git -C svc/s1 init -q; (cd svc/s1; commit); tenfold check --against both
        """)
      #expect(gone.status == 1 && gone.output.contains("is not known what the description was"))
    }
  }

  // MARK: - What git is told

  @Test func `git is told what the program was told`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { folder, shell in
      let bin = try GitTests.watched(folder, "env >>$0.env; exec /usr/bin/git \"$@\"").path()
      let told = try shell(
        """
        export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=a.b GIT_CONFIG_VALUE_0=c
        export GIT_CONFIG_KEY_1=core.quotepath GIT_CONFIG_VALUE_1=no HTTPS_PROXY=http://proxy
        PATH=\(bin):$PATH tenfold check --against HEAD && cat \(bin)/git.env
        """)
      #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
      #expect(told.output.contains("HTTPS_PROXY=http://proxy\n"))
      #expect(told.output.contains("GIT_TERMINAL_PROMPT=0\n"))
    }
  }

  /// As in a hook that receives a push: new objects are not in the repository yet.
  @Test func `what is being pushed can be read, and no other repository is taken for it`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { folder, shell in
      try GitTests.write(GitTests.system(peak: 800), folder.appending(path: "a.tenfold.yaml"))
      let pushed = try shell(
        """
        git clone -q --bare . ../bare; cp .tenfold.yaml ../bare
        export TENFOLD=\(CommandLineTests.program.path())
        cat >../bare/hooks/pre-receive <<'END'
        #!/bin/sh
        while read old new name; do
          $TENFOLD diff $old:a.tenfold.yaml $new:a.tenfold.yaml
        done
        END
        chmod +x ../bare/hooks/pre-receive; commit; git push ../bare main 2>&1
        """)
      #expect(pushed.output.contains("headroom: 4x"), "\(pushed.output)")
      #expect(pushed.output.contains("-> 0.5x"), "\(pushed.output)")
      let nested = try shell(
        """
        mkdir nested; cp .tenfold.yaml nested; sed s,800/s,100/s, a.tenfold.yaml >nested/n.tenfold.yaml
        git -C nested init -q; (cd nested; commit)
        GIT_DIR=$PWD/.git GIT_WORK_TREE=$PWD tenfold check nested --against HEAD
        """)
      #expect(nested.status == 0 && nested.errors.isEmpty, "\(nested.errors)")
    }
  }

  @Test func `a git that does not tell what was renamed is said`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { folder, shell in
      let fails = """
        case "$*" in *diff-index*) echo "fatal: no index today" >&2; exit 128;; esac
        exec /usr/bin/git "$@"
        """
      let bin = try GitTests.watched(folder, fails).path()
      let check = try shell(
        """
        git mv a.tenfold.yaml b.tenfold.yaml; export PATH=\(bin):$PATH
        tenfold check --against HEAD; tenfold check --against HEAD b.tenfold.yaml
        """)
      #expect(check.status == 1 && check.errors.contains("gone since `HEAD`: no index today"))
      #expect(
        check.output.components(
          separatedBy: "not known what the description was at `HEAD` (no index today)"
        ).count == 3, "\(check.output)")
    }
  }
}
