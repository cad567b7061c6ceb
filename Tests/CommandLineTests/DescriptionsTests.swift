import Foundation
import Testing
import TestSupport

/// Many descriptions in one call: how they are found, told apart and named.
@Suite struct DescriptionsTests {
  let tool = CommandLineTests()

  /// What looks like a repository, with files by their paths.
  func repository(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      for (path, text) in Array(files) + [(".git/HEAD", "ref: refs/heads/main\n")] {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try body(folder)
    }
  }

  static let risky = """
    system: shop
    components:
      a: { kind: service, sessions: memory, replicas: 2..4 }

    """
  static let sound = """
    system: repaired
    components:
      a: { kind: service, sessions: none, replicas: 2..4 }

    """

  @Test func `two descriptions keep their own part of a baseline`() throws {
    let files = ["s.tenfold.yaml": Self.risky, "r.tenfold.yaml": Self.sound]
    try repository(files) { folder in
      let check = { (operand: String, more: [String]) in
        try tool.run(
          words: ["check", operand, "--baseline", "known.json"] + more, folder: folder)
      }
      let file = folder.appending(path: "known.json")
      let made = try check(".", ["--update-baseline"])
      #expect(made.status == 0 && made.errors.contains("wrote known.json: "))
      let written = try Data(contentsOf: file)
      #expect(try check("r.tenfold.yaml", ["--update-baseline"]).status == 0)
      #expect(try Data(contentsOf: file) == written)
      // What the one has is no excuse for the other.
      let sound = folder.appending(path: "r.tenfold.yaml")
      try Data(Self.risky.utf8).write(to: sound)
      #expect(try check("r.tenfold.yaml", []).status == 1)
      // A description that moves takes what is known with it.
      try FileManager.default.removeItem(at: sound)
      try FileManager.default.moveItem(
        at: folder.appending(path: "s.tenfold.yaml"), to: folder.appending(path: "t.tenfold.yaml"))
      #expect(try check(".", ["--update-baseline"]).status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("\"t.tenfold.yaml\""))
    }
  }

  @Test func `a folder without descriptions does not keep the others from their reports`() throws {
    try repository(["a.tenfold.yaml": Self.risky, "empty/notes.md": ""]) { folder in
      let result = try tool.run(
        "check", "empty", "a.tenfold.yaml", "--format=json=all.json", folder: folder)
      #expect(result.status == 2)
      let text = try String(contentsOf: folder.appending(path: "all.json"), encoding: .utf8)
      #expect(text.contains("in-memory-session") && text.contains("holds no *.tenfold.yaml"))
      let alone = try tool.run("check", "empty", folder: folder)
      #expect(alone.status == 2 && alone.output.contains("`empty` holds no *.tenfold.yaml"))
    }
  }

  @Test func `a pipe in a folder is refused, and a file counts once`() throws {
    try repository(["a.tenfold.yaml": Self.risky]) { folder in
      let pipe = folder.appending(path: "pipe.tenfold.yaml")
      #expect(mkfifo(pipe.path(), 0o600) == 0)
      let refused = try tool.run("check", ".", folder: folder)
      #expect(refused.status == 2 && refused.output.contains("is not a regular file"))
      try FileManager.default.removeItem(at: pipe)
      let twice = try tool.run(
        "check", ".", "./a.tenfold.yaml", "--format", "csv", folder: folder)
      #expect(twice.status == 1)
      #expect(twice.output.components(separatedBy: "in-memory-session").count == 2)
    }
  }

  @Test func `places are given from the root of the repository`() throws {
    try repository(["docs/a.tenfold.yaml": Self.risky]) { folder in
      let docs = folder.appending(path: "docs")
      let whole = docs.appending(path: "a.tenfold.yaml").path()
      for (operand, place) in [
        ("a.tenfold.yaml", docs), ("../docs/./a.tenfold.yaml", docs), (whole, docs),
        (whole, URL(filePath: "/")), ("docs/a.tenfold.yaml", folder),
      ] {
        for (format, mark) in [
          ("github", "file=docs/a.tenfold.yaml,"), ("gitlab", "\"path\": \"docs/a.tenfold.yaml\""),
          ("sarif", "\"uri\": \"docs/a.tenfold.yaml\""),
        ] {
          let result = try tool.run("check", operand, "--format", format, folder: place)
          #expect(result.output.contains(mark), "\(format) \(operand)")
        }
      }
    }
  }

  @Test(arguments: [
    (["sarif", "json"], "sarif and json cannot both go to standard output"),
    (["json=a", "sarif=a"], "two reports cannot both go to `a`"), (["json="], "name a file after"),
  ])
  func `reports do not run into each other`(_ formats: [String], _ complaint: String) throws {
    try repository(["a.tenfold.yaml": Self.risky]) { folder in
      let words = ["check"] + formats.map { "--format=" + $0 }
      let result = try tool.run(words: words, folder: folder)
      #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(complaint))
      let fine = try tool.run("check", "--format=github", "--format=text", folder: folder)
      #expect(fine.status == 1 && fine.output.contains("\n::error"))
    }
  }

  @Test func `what others wrote is not walked into`() throws {
    let files = [
      "s.tenfold.yaml": Self.sound, "node_modules/x/r.tenfold.yaml": Self.risky,
      "a/node_modules/r.tenfold.yaml": Self.risky, "a/.hidden/r.tenfold.yaml": Self.risky,
    ]
    try repository(files) { folder in
      let all = try tool.run("check", ".", folder: folder)
      #expect(all.status == 0 && !all.output.contains("sessions in memory"))
      // Named by hand it is read.
      let named = try tool.run("check", "node_modules/x/r.tenfold.yaml", folder: folder)
      #expect(named.status == 1)
    }
  }
}
