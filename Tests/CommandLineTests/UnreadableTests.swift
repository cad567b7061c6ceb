import Foundation
import Testing

/// What is there but cannot be read must never count as not there.
struct UnreadableTests {
  let tool = CommandLineTests()

  private func describe(in folder: URL) throws {
    try Data("system: a\ncomponents: { a: { kind: cache } }\n".utf8)
      .write(to: folder.appending(path: "a.tenfold.yaml"))
  }

  @Test func `a configuration that cannot be read is a problem`() throws {
    try tool.temporaryFolder { folder in
      try describe(in: folder)
      #expect(try tool.run("check", "a.tenfold.yaml", folder: folder).status == 0)
      try FileManager.default.createDirectory(
        at: folder.appending(path: ".tenfold.yaml"), withIntermediateDirectories: false)
      let result = try tool.run("check", "a.tenfold.yaml", folder: folder)
      #expect(result.status == 2)
      #expect(result.output.contains("`.tenfold.yaml` cannot be read"))
    }
  }

  @Test func `the files of a project are no descriptions, and say so`() throws {
    try tool.temporaryFolder { folder in
      try describe(in: folder)
      for (name, text) in [
        (".tenfold.yaml", "fail-on: low\n"), (".tenfold-accepted.yaml", "accepted:\n"),
      ] {
        #expect(try tool.run("check", name, folder: folder).output.contains("does not exist"))
        try Data(text.utf8).write(to: folder.appending(path: name))
        for path in [name, folder.path() + "/" + name] {
          let result = try tool.run("check", path, folder: folder)
          #expect(result.status == 2 && result.output.contains("it is no description"))
        }
      }
      #expect(try tool.run("check", folder: folder).status == 0)
    }
  }

  @Test func `a description whose name is not UTF-8 is found, and it is said why it is not read`()
    throws
  {
    try tool.temporaryFolder { folder in
      let name = folder.path().utf8 + Array("/b\u{0}.tenfold.yaml".utf8)
      let bytes = name.map { CChar(bitPattern: $0 == 0 ? 0xE9 : $0) } + [0]
      let file = open(bytes, O_CREAT | O_WRONLY, 0o600)
      #expect(file >= 0 && close(file) == 0)
      let result = try tool.run("check", folder: folder)
      #expect(result.status == 2)
      #expect(result.output.contains("has a name that is not UTF-8; rename it"))
    }
  }

  @Test func `a page of a rule that cannot be read is named`() throws {
    try tool.temporaryFolder { folder in
      try describe(in: folder)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "theme"), withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "theme/smell.md"), withDestinationURL: URL(filePath: "/nowhere"))
      let result = try tool.run("check", "--rules", ".", "a.tenfold.yaml", folder: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("theme/smell.md"))
      #expect(result.errors.contains("cannot be read"))
    }
  }

  @Test(.enabled(if: geteuid() != 0, "everybody's folders are open to root"))
  func `a locked folder is not passed over`() throws {
    try tool.temporaryFolder { folder in
      try describe(in: folder)
      let locked = folder.appending(path: "locked")
      try FileManager.default.createDirectory(
        at: locked, withIntermediateDirectories: false, attributes: [.posixPermissions: 0])
      let result = try tool.run("check", ".", folder: folder)
      #expect(result.status == 2)
      #expect(result.output.contains("`locked` cannot be read"))
    }
  }
}
