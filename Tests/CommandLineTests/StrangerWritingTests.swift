import Foundation
import Testing

/// No output takes the place of an input, and none leaves the project.
@Suite struct StrangerWritingTests {
  let git = GitTests()

  static let files = [
    "a.tenfold.yaml": GitTests.system() + "\ninclude: part.yaml\n",
    "part.yaml": "components: { extra: { kind: cache } }\n",
    "b.tenfold.yaml": GitTests.system(),
    "x.md": GitTests.system(),
    "own/technologies/mine.yaml": "name: Mine\nkinds: [cache]\n",
  ]

  @Test func `nothing that was read is written to, however it is spelled`() throws {
    try git.repository(Self.files) { _, shell in
      _ = try shell(
        """
        ln -s a.tenfold.yaml link.yaml; ln a.tenfold.yaml hard.yaml; echo 'accepted: []' \
          >.tenfold-accepted.yaml
        tenfold grow a.tenfold.yaml --at 1 --simulate --output run.tsv
        tenfold check --baseline known.json --update-baseline .
        find . -type f -not -path './.git/*' | LC_ALL=C sort | xargs md5sum >../sums; commit
        """)
      let calls =
        [
          "a.tenfold.yaml", "./a.tenfold.yaml", "$PWD/a.tenfold.yaml", "../project/a.tenfold.yaml",
          "own/../a.tenfold.yaml", "link.yaml", "hard.yaml", "part.yaml", "b.tenfold.yaml",
          ".tenfold.yaml", ".tenfold-accepted.yaml", "own/technologies/mine.yaml",
        ].map { "check --rules own --format json=\($0) a.tenfold.yaml" } + [
          "check --format json=b.tenfold.yaml .", "check --format sqlite=part.yaml a.tenfold.yaml",
          "check --baseline known.json --format json=known.json a.tenfold.yaml",
          "diff a.tenfold.yaml x.md --format text=x.md",
          "diff v1:a.tenfold.yaml b.tenfold.yaml --format json=a.tenfold.yaml",
          "grow a.tenfold.yaml --format json=part.yaml",
          "grow x.md --simulate --at 1 -o x.md", "report x.md -o x.md",
          "grow --merge a.tenfold.yaml run.tsv --at 1 --format csv=run.tsv",
          "check --baseline a.tenfold.yaml --update-baseline b.tenfold.yaml",
          "check --baseline x.md --update-baseline b.tenfold.yaml",
        ]
      for call in calls {
        let result = try shell("tenfold \(call)")
        #expect(result.status == 2 && !result.errors.isEmpty, "\(call): \(result.errors)")
        let kept = try shell("md5sum --quiet -c ../sums; git status --short")
        #expect(kept.status == 0 && kept.output.isEmpty, "\(call): \(kept.output)\(kept.errors)")
        _ = try shell("git checkout -q .; git clean -fdq")
      }
    }
  }

  @Test func `a link takes no output out of the project`() throws {
    try git.repository(Self.files) { _, shell in
      _ = try shell(
        """
        mkdir -p ../out/deep; echo victim >../out/victim; ln -s ../out out
        ln -s ../out/victim tenfold.sarif; ln -s .git/config inner.sarif; ln -s part.json within.json
        echo before >part.json
        """)
      for name in ["tenfold.sarif", "out/x.sarif", "out/deep/../victim", "inner.sarif"] {
        for path in [name, "$PWD/\(name)"] {
          let check = try shell("tenfold check --format sarif=\(path) a.tenfold.yaml")
          #expect(check.status == 2, "\(path)")
          #expect(check.errors.contains("a link on the way leads"), "\(path): \(check.errors)")
        }
      }
      let kept = try shell("cat ../out/victim; ls ../out; git config --list --file .git/config")
      #expect(kept.status == 0 && kept.output.hasPrefix("victim\ndeep\nvictim\n"))
      let fine = try shell(
        """
        tenfold check --fail-on never --format json=within.json a.tenfold.yaml && head -c 1 part.json
        tenfold check --fail-on never --format json=../out/own.json a.tenfold.yaml
        tenfold check --fail-on never --format json=/dev/stdout a.tenfold.yaml | head -c 1
        """)
      #expect(fine.output == "{{" && fine.errors.isEmpty, "\(fine.output) \(fine.errors)")
    }
  }

  @Test func `decisions made at once all arrive`() throws {
    let components = (1...12).map { "  s\($0): { kind: service, sessions: memory, replicas: 3 }\n" }
    let text = "system: many\ncomponents:\n" + components.joined()
    try git.repository(["a.tenfold.yaml": text]) { _, shell in
      let made = try shell(
        """
        for i in $(seq 12); do
          tenfold accept a.tenfold.yaml statefulness/in-memory-session s$i --reason "as decided" &
        done; wait; grep -c 'element: "s' .tenfold-accepted.yaml
        """)
      #expect(made.output.hasSuffix("\n12\n"), "\(made.output)\(made.errors)")
    }
  }

  @Test func `baselines written at once hold what all of them found`() throws {
    var files: [String: String] = [:]
    for number in 1...6 {
      files["s\(number).tenfold.yaml"] = GitTests.system().replacing("shop", with: "shop\(number)")
    }
    try git.repository(files) { _, shell in
      let made = try shell(
        """
        for i in $(seq 6); do
          tenfold check --baseline k.json --update-baseline s$i.tenfold.yaml >/dev/null &
        done; wait; tenfold check --baseline k.json .
        """)
      #expect(made.status == 0, "\(made.errors)")
    }
  }
}
