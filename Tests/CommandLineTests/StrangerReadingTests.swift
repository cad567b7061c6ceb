import Foundation
import Testing

/// What anybody may have put into a project leads nowhere else, and nothing of what it leads to is
/// shown.
@Suite struct StrangerReadingTests {
  let git = GitTests()
  static let secret = "password: hunter2\nkey: |\n  hunter2 hunter2\n"
  static let netrc = "machine m login l password hunter2\n"

  /// A repository beside a folder with secrets.
  private func project(_ body: (_ shell: GitTests.Shell) throws -> Void) throws {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { folder, shell in
      let out = folder.appending(path: "../out")
      for (text, name) in [(Self.secret, "secret.yaml"), (Self.netrc, "netrc")] {
        try GitTests.write(text, out.appending(path: name))
      }
      _ = try shell(
        """
        cp ../out/secret.yaml .secret.yaml; cp ../out/netrc .env; cp ../out/netrc notes.txt
        mkdir .hidden; cp ../out/secret.yaml .hidden/; mkfifo pipe.yaml
        """)
      try withoutActuallyEscaping(shell) { try body($0) }
    }
  }

  private func refused(_ result: CommandLineTests.Result, _ reason: String, _ what: String) {
    let all = result.output + result.errors
    #expect(result.status == 2, "\(what): \(result.status)")
    #expect(all.contains(reason), "\(what): \(all)")
    #expect(!all.contains("hunter2") && !all.contains("password"), "\(what): \(all)")
  }

  @Test(arguments: ["text", "json", "sarif", "markdown", "html", "github", "csv"])
  func `a link out of the project that a folder holds is refused`(_ format: String) throws {
    try project { shell in
      for target in [
        "../out/secret.yaml", "../out/netrc", "/dev/zero", "/etc/passwd", "$PWD/../out",
      ] {
        let check = try shell(
          "ln -sfn \(target) x.tenfold.yaml; tenfold check --format \(format) .")
        refused(check, "outside the project", "\(target) as \(format)")
        #expect(!check.output.contains("root:x:"))
      }
      refused(
        try shell("rm x.tenfold.yaml; mkfifo x.tenfold.yaml; tenfold check ."),
        "not a regular file", "a pipe")
    }
  }

  @Test func `what is no description is not quoted, even when the user names it`() throws {
    try project { shell in
      for (path, format) in [
        ("../out/secret.yaml", "text"), ("../out/netrc", "sarif"), (".env", "html"),
        ("notes.txt", "json"), (".secret.yaml", "markdown"),
      ] {
        let check = try shell("tenfold check --format \(format) \(path)")
        refused(check, "is not a description", path)
        refused(try shell("tenfold query \(path) 'SELECT 1'"), "is not a description", path)
      }
      let keys = try shell("printf 'compnents: {}\\n' | tenfold check -")
      #expect(keys.output.contains("did you mean `components`?"))
    }
  }

  @Test(arguments: [".tenfold.yaml", ".tenfold-accepted.yaml"])
  func `files of a project that lead out, or hold something else, are refused`(_ name: String)
    throws
  {
    try project { shell in
      let prepare = "rm -f \(name);"
      refused(
        try shell("\(prepare) ln -s ../out/secret.yaml \(name); tenfold check"),
        "outside the project", name)
      refused(
        try shell("\(prepare) ln -s nowhere \(name); tenfold check"), "cannot be read", name)
      refused(
        try shell("\(prepare) mkfifo \(name); tenfold check"), "not a regular file", name)
      refused(
        try shell("\(prepare) cp ../out/secret.yaml \(name); tenfold check"),
        "it has none of the keys",
        name)
      refused(
        try shell("\(prepare) ln -s .hidden/secret.yaml \(name); tenfold check"), "is hidden", name)
    }
  }

  @Test func `descriptions include only what they may`() throws {
    try project { shell in
      for (part, reason) in [
        ("../out/secret.yaml", "outside the project"), ("link.yaml", "outside the project"),
        (".env", "is hidden"), (".hidden/secret.yaml", "is hidden"), (".git/config", "is hidden"),
        (".secret.yaml", "is hidden"), ("notes.txt", "of no kind"), ("pipe.yaml", "not a regular"),
        ("inner.yaml", "is hidden"), (".tenfold.yaml", "is no description"),
        ("/dev/zero", "outside the project"),
      ] {
        let check = try shell(
          """
          ln -sf ../out/secret.yaml link.yaml; ln -sf .hidden/secret.yaml inner.yaml
          printf 'include: \(part)\\ncomponents: { a: client }\\n' >b.tenfold.yaml
          tenfold check b.tenfold.yaml
          """)
        refused(check, reason, part)
      }
      // As it was at a revision, too.
      let then = try shell(
        """
        rm -f pipe.yaml; printf 'include: .hidden/secret.yaml\\ncomponents: { a: client }\\n' \
          >b.tenfold.yaml
        commit; tenfold diff HEAD:b.tenfold.yaml a.tenfold.yaml
        """)
      refused(then, "is hidden", "a revision")
      // A description in a hidden folder may have its parts beside it.
      let beside = try shell(
        """
        echo 'components: { b: client }' >.hidden/part.yaml
        printf 'include: part.yaml\\ncomponents: { a: client }\\n' >.hidden/b.tenfold.yaml
        tenfold check .hidden/b.tenfold.yaml
        """)
      #expect(beside.status == 0, "\(beside.output)")
    }
  }

  @Test func `rule pages, baselines and runs are what they are said to be`() throws {
    try project { shell in
      refused(
        try shell(
          "mkdir -p own/t; ln -s ../../../out/netrc own/t/x.md; tenfold check --rules own ."),
        "outside the project", "a rule page")
      refused(
        try shell("rm own/t/x.md; cp ../out/netrc own/t/x.md; tenfold rules --rules own"),
        "own/t/x.md", "a page that is none")
      refused(
        try shell(
          """
          rm own/t/x.md; mkdir own/technologies; cp ../out/secret.yaml own/technologies/x.yaml
          tenfold check --rules own .
          """), "it has none of the keys", "a product that is none")
      for name in ["known.json", "run.tsv"] {
        let call =
          name == "run.tsv"
          ? "grow --merge a.tenfold.yaml run.tsv" : "check --baseline known.json a.tenfold.yaml"
        refused(
          try shell("ln -sf ../out/netrc \(name); tenfold \(call)"), "outside the project", name)
        refused(try shell("rm \(name); cp ../out/netrc \(name); tenfold \(call)"), name, name)
      }
      // What the user writes is the user's choice.
      let own = try shell(
        "tenfold check --baseline ../out/k.json --update-baseline --fail-on never a.tenfold.yaml")
      #expect(own.status == 0, "\(own.errors)")
      #expect(try shell("tenfold check --baseline ../out/k.json a.tenfold.yaml").status == 0)
    }
  }

  @Test func `git runs nothing that a repository configures`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system(), "b.tenfold.yaml": GitTests.system()]) {
      _, shell in
      let traps = try shell(
        """
        trap="sh -c 'touch $PWD/../sprung; cat'"; hook=$PWD/../hooks; mkdir $hook
        printf '#!/bin/sh\ntouch %s/../sprung\n' "$PWD" >$hook/post-index-change
        cp $hook/post-index-change $hook/reference-transaction; chmod +x $hook/*
        git mv a.tenfold.yaml c.tenfold.yaml; echo '# more' >>c.tenfold.yaml
        mv b.tenfold.yaml d.tenfold.yaml; git add -A
        echo '*.yaml filter=trap diff=trap' >.gitattributes
        while read -r key; do git config $key "$trap"; done <<'KEYS'
        filter.trap.clean
        filter.trap.smudge
        filter.trap.process
        diff.trap.textconv
        diff.trap.command
        diff.external
        core.fsmonitor
        core.pager
        core.sshCommand
        core.askPass
        core.alternateRefsCommand
        gpg.program
        log.showSignature
        credential.helper
        KEYS
        git config core.hooksPath $hook; git config filter.trap.required true
        git config log.showSignature true; echo '# even more' >>c.tenfold.yaml
        rm -f ../sprung
        """)
      #expect(traps.status == 0, "\(traps.errors)")
      for call in [
        "check --against v1", "check --against v1 c.tenfold.yaml",
        "diff v1:a.tenfold.yaml c.tenfold.yaml",
        "diff v1:b.tenfold.yaml HEAD:b.tenfold.yaml",
      ] {
        let result = try shell("tenfold \(call); test ! -e ../sprung && echo calm")
        #expect(result.output.hasSuffix("calm\n"), "\(call): \(result.errors)")
      }
      let renamed = try shell("tenfold check --against v1 c.tenfold.yaml")
      #expect(renamed.status == 0, "\(renamed.output) \(renamed.errors)")
    }
  }

  @Test func `a clone that lacks objects fetches them with no program of its own settings`() throws
  {
    try git.repository(["a.tenfold.yaml": GitTests.system()]) { _, shell in
      let partial = try shell(
        """
        git config uploadpack.allowFilter true; sed -i s,memory,none, a.tenfold.yaml; commit
        git clone -q --no-local --filter=blob:none file://$PWD ../partial && cd ../partial
        git config remote.origin.uploadpack "sh -c 'touch $PWD/sprung; exec git-upload-pack $0'"
        tenfold check --against v1 a.tenfold.yaml; test ! -e sprung && echo calm
        git config --unset remote.origin.uploadpack
        tenfold check --against v1 a.tenfold.yaml >/dev/null; echo $?
        """)
      #expect(partial.output.hasSuffix("calm\n0\n"), "\(partial.output) \(partial.errors)")
    }
  }
}
