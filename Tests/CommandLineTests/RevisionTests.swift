import Foundation
import Testing
import TestSupport

/// Descriptions and files as they were, under whatever name.
@Suite struct RevisionTests {
  let git = GitTests()

  // MARK: - What became of files

  @Test func `a description that git knows under another name is the same`() throws {
    let files = [
      "old/a.tenfold.yaml": GitTests.system("a", include: "parts.yaml"),
      "old/parts.yaml": "components: { b: { kind: service, sessions: memory } }\n",
      "old/deep er/ä.tenfold.yaml": GitTests.system("b"),
      "old/same name.tenfold.yaml": GitTests.system("c"),
    ]
    try git.repository(files) { _, shell in
      let folder = try shell("git mv old neu; tenfold check neu --against v1")
      #expect(folder.status == 0 && folder.errors.isEmpty, "\(folder.output)")
      let file = try shell(
        """
        commit; git mv neu/a.tenfold.yaml neu/ü.tenfold.yaml
        sed -i s,100/s,800/s, neu/ü.tenfold.yaml; cd neu; tenfold check --against v1 ü.tenfold.yaml
        """)
      #expect(file.status == 1 && file.errors.contains("1 new or worse"), "\(file.errors)")
      #expect(file.output.contains("headroom was 4x and is 0.5x"), "\(file.output)")
      // What is not renamed but written anew is new.
      let fresh = try shell(
        "cd neu; cp ü.tenfold.yaml x.tenfold.yaml; tenfold check --against HEAD x.tenfold.yaml")
      #expect(fresh.status == 1 && fresh.errors.contains("1 new or worse"))
    }
  }

  @Test func `a revision that could not be read in full is said`() throws {
    let files = ["a.tenfold.yaml": "system: [\n", "sub/b.tenfold.yaml": GitTests.system("b")]
    try git.repository(files) { folder, shell in
      try GitTests.write(GitTests.system(), folder.appending(path: "a.tenfold.yaml"))
      let check = try shell("tenfold check --against HEAD --fail-on never --format json")
      #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
      #expect(check.output.components(separatedBy: "broken-revision").count == 2)
      #expect(check.output.contains("at `HEAD` could not be read in full (a.tenfold.yaml:"))
      #expect(try shell("tenfold diff HEAD:a.tenfold.yaml a.tenfold.yaml").status == 2)
      // A broken configuration of today is no fault of the revision.
      try GitTests.write("nonsense: 1\n", folder.appending(path: ".tenfold.yaml"))
      let broken = try shell("tenfold check --against HEAD sub --format json")
      #expect(broken.status == 2 && !broken.output.contains("broken-revision"))
    }
  }

  @Test func `a description that is gone is named, and fails nothing`() throws {
    var files = [
      "other/x.tenfold.yaml": GitTests.system("x"), "sub/.hidden.tenfold.yaml": "a: b\n",
    ]
    for (number, name) in ["kept", "ä gone", "moved", "removed", "renamed"].enumerated() {
      // Unlike each other, so that none is a renamed other.
      files["sub/deep er/\(name).tenfold.yaml"] =
        GitTests.system(name)
        + (0..<20).map { "  c\(number)-\($0): { kind: service, team: '\(name)' }\n" }.joined()
    }
    try git.repository(files) { _, shell in
      _ = try shell(
        """
        cd 'sub/deep er'; git rm -q 'ä gone.tenfold.yaml' ../.hidden.tenfold.yaml
        git mv moved.tenfold.yaml ../../other
        rm removed.tenfold.yaml; git mv renamed.tenfold.yaml renamed.txt
        git rm -q --cached kept.tenfold.yaml; rm ../../other/x.tenfold.yaml
        """)
      for (script, prefix) in [
        ("tenfold check sub", "sub/"), ("tenfold check $PWD/sub/ ", "/project/sub/"),
        ("cd sub; tenfold check", ""), ("cd other; tenfold check ../sub/.", "../sub/./"),
      ] {
        let check = try shell("\(script) --against v1 --fail-on never")
        #expect(check.status == 0)
        let lines = check.errors.split(separator: "\n")
        #expect(lines.count == 3, "\(check.errors)")
        for name in ["removed", "renamed", "ä gone"] {
          let words = "\(prefix)deep er/\(name).tenfold.yaml`, which was there at `v1`, is gone"
          #expect(lines.contains { $0.contains(words) }, "\(words)")
        }
      }
      let file = try shell("cd 'sub/deep er'; tenfold check --against v1 kept.tenfold.yaml")
      #expect(file.status == 0 && file.errors.isEmpty)
      let empty = try shell("rm sub/*/*.yaml; tenfold check --against v1 sub")
      #expect(empty.status == 2 && empty.errors.contains("kept.tenfold.yaml`, which was there"))
      #expect(!empty.output.contains("could not be read in full"))
    }
  }

  @Test func `the screen compares with a revision, and says where git knows none`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system("a")]) { _, shell in
      let screen = "tenfold a.tenfold.yaml --dump-screen - --size 120x40 --script"
      let same = try shell("\(screen) 'd Enter'")
      #expect(same.output.contains("> Against HEAD"), "\(same)")
      #expect(same.output.contains("0 new, 0 worse, 0 better, 0 fixed"), "\(same)")
      let other = try shell(
        "sed -i s,100/s,800/s, a.tenfold.yaml; \(screen) 'd Enter' --against v1")
      #expect(other.output.contains("> Against v1"), "\(other)")
      #expect(other.output.contains("headroom 0.5x, was 4x"), "\(other)")
      let unknown = try shell("\(screen) 'd C-u nothing Enter'")
      #expect(unknown.output.contains("git knows no revision `nothing`"), "\(unknown)")
      let outside = try shell(
        "d=$(mktemp -d); cp a.tenfold.yaml $d; cd $d; \(screen) 'd Enter'; rm -r $d")
      #expect(outside.output.contains("git reads no repository"), "\(outside)")
    }
  }

  // MARK: - One file of one revision

  @Test func `a path is from the top of the repository, or with a dot from here`() throws {
    let files = [
      "sub/s.tenfold.yaml": GitTests.system(include: "[parts.yaml, ../common.yaml]"),
      "sub/parts.yaml": "components: { b: service }\n",
      "common.yaml": "components: { c: service }\n",
      "other/o.tenfold.yaml": GitTests.system(),
    ]
    try git.repository(files) { _, shell in
      _ = try shell("cd sub; sed -i s,100/s,800/s, s.tenfold.yaml; mkdir empty")
      for old in [
        "HEAD:sub/s.tenfold.yaml", "HEAD:./s.tenfold.yaml", "v1:../sub/s.tenfold.yaml",
        "main@{2100-01-01 10:00}:sub/s.tenfold.yaml",
      ] {
        let diff = try shell("cd sub; tenfold diff '\(old)' s.tenfold.yaml")
        #expect(diff.status == 1, "\(old) \(diff.errors)")
        #expect(diff.output.contains("changed journey j: peak: 100/s -> 800/s"), "\(old)")
        #expect(!diff.output.contains("added") && !diff.output.contains("removed"), "\(old)")
      }
      let revisions = try shell(
        """
        commit; rm sub/* 2>/dev/null; cd other
        tenfold diff v1:sub/s.tenfold.yaml HEAD:../sub/s.tenfold.yaml
        """)
      #expect(revisions.status == 1 && revisions.output.contains("peak: 100/s -> 800/s"))
      let bare = try shell(
        """
        git clone -q --bare . ../bare; cd ../bare
        tenfold diff v1:sub/s.tenfold.yaml HEAD:sub/s.tenfold.yaml
        """)
      #expect(bare.status == 1 && bare.output.contains("peak: 100/s -> 800/s"), "\(bare.errors)")
    }
  }

  @Test func `what is wrong with a revision and a path is said, with what would be right`() throws {
    let files = ["sub/s.tenfold.yaml": GitTests.system(), "t/a.tenfold.yaml": GitTests.system()]
    try git.repository(files) { _, shell in
      _ = try shell("git mv t u")
      for (operand, words) in [
        ("HEAD:s.tenfold.yaml", "no `s.tenfold.yaml` at `HEAD`; did you mean `HEAD:sub/s.tenfold"),
        ("HEAD:sub/z.tenfold.yaml", "did you mean `HEAD:sub/s.tenfold.yaml`?"),
        ("HEAD:u/a.tenfold.yaml", "did you mean `HEAD:t/a.tenfold.yaml`?"),
        ("HEAD:./nothing", "no `sub/nothing` at `HEAD`; write it from the top folder"),
        ("HEAD:../../x", "`../../x` lies outside the repository"),
        ("HEAD:/etc/passwd", "`/etc/passwd` lies outside the repository"),
        ("HEADS:sub/s.tenfold.yaml", "git knows no revision `HEADS`"),
        ("--output=x:sub/s.tenfold.yaml", "`--output=x` is no git revision"),
        (":sub/s.tenfold.yaml", "`` is no git revision"),
      ] {
        let diff = try shell("cd sub; tenfold diff -- '\(operand)' s.tenfold.yaml")
        #expect(diff.status == 2 && diff.output.isEmpty, "\(operand)")
        #expect(diff.errors.contains(words), "\(operand): \(diff.errors)")
        #expect(diff.errors.split(separator: "\n").count == 1, "\(diff.errors)")
      }
      let diff = "tenfold diff HEAD:sub/s.tenfold.yaml sub/s.tenfold.yaml"
      let missing = try shell("PATH=/nowhere; \(diff)")
      #expect(missing.status == 2 && missing.errors.contains("git is not installed"))
      let none = try shell("rm -rf .git; \(diff)")
      #expect(none.status == 2 && none.errors.contains("git reads no repository in `.`"))
    }
  }

  @Test func `what lies outside the repository is never read`() throws {
    let include = "['../secret.yaml', '/etc/hostname', 'link.yaml']"
    try git.repository(["a.tenfold.yaml": GitTests.system(include: include)]) { folder, shell in
      try GitTests.write("components: {}\n", folder.appending(path: "../secret.yaml"))
      let diff = try shell(
        "ln -s ../secret.yaml link.yaml; commit; tenfold diff HEAD:a.tenfold.yaml a.tenfold.yaml")
      #expect(diff.status == 2)
      #expect(diff.errors.components(separatedBy: "lies outside the project's root").count == 7)
    }
  }
}
