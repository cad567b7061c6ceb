import Foundation
import Testing
import TestSupport

/// What commands print of pages, descriptions and rows that somebody else wrote.
@Suite struct ForeignTextTests {
  let tool = CommandLineTests()

  /// What a terminal or the log of a CI server obeys, and what hides from readers.
  static let hostile = "\u{202E}a\u{200B}b\u{E0041} ##teamcity[buildStop] ##vso[x]"

  /// A page whose every part is hostile, with line ends of another system.
  static let page = """
    ---
    severity: low
    since: "\\e[31m\\u202e"
    message: "{element} smells"
    parameters: { least: { default: 2, doc: "\\e]0;x\\a ##teamcity[x]" } }
    sources: [{ title: "\\e[2J\\u202e", url: "https://e.org/##vso[x]\\r" }]
    ---
    # Title \(hostile)

    Summary \(hostile).

    ## Find
    ```sql
    SELECT id AS element, replicas_max < :least AS holds FROM component
    ```

    ## Why it hurts
    ::error::\(hostile)
    A carriage\rreturn.

    ## What to do
    Something.

    ## When it is fine
    Never.

    ## Example: \(hostile)
    ```yaml
    components: { b: { kind: cache } } # expect: critical
    ```

    ## Counter-example: none
    ```yaml
    components: { b: { kind: cache } }
    ```

    """.replacing("## Why", with: "\r\n## Why")

  /// A folder with the page in it.
  func withPage(_ body: (URL) throws -> Void) throws {
    try tool.temporaryFolder { folder in
      let theme = folder.appending(path: "pages/own")
      try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
      try Data(Self.page.utf8).write(to: theme.appending(path: "smell.md"))
      try Data("components:\n  a: { kind: service, replicas: 1 }\n".utf8)
        .write(to: folder.appending(path: "s.tenfold.yaml"))
      try body(folder)
    }
  }

  func expectInert(_ text: String, _ comment: String) {
    // CSV begins with a mark for Excel.
    let obeyed = text.unicodeScalars.drop { $0 == "\u{FEFF}" }.filter { scalar in
      scalar != "\n"
        && ([.control, .format, .lineSeparator] as [Unicode.GeneralCategory])
          .contains(scalar.properties.generalCategory)
    }
    #expect(obeyed.isEmpty, "\(comment): \(obeyed.map { String($0.value, radix: 16) })")
    for command in ["##teamcity[", "##vso[", "##["] {
      #expect(text.utf8.firstRange(of: command.utf8) == nil, "\(comment)")
    }
    let lines = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    #expect(!lines.contains { $0.hasPrefix("::") }, "\(comment)")
  }

  @Test func `a page that somebody else wrote is shown, and obeyed by nothing`() throws {
    try withPage { folder in
      let explained = try tool.run("explain", "own/smell", "--rules", "pages", folder: folder)
      #expect(explained.status == 0)
      #expect(explained.output.contains("# Title \\u{202e}a\\u{200b}b"))
      #expect(explained.output.contains("\n## Find\n```sql\n"))
      #expect(explained.output.contains("\\u{3a}:error::"))
      expectInert(explained.output, "explain")
      let listed = try tool.run("rules", "own/", "--rules", "pages", folder: folder)
      #expect(listed.output.hasPrefix("own/smell  low       Title \\u{202e}a"))
      expectInert(listed.output, "rules")
      let tested = try tool.run("rules", "test", "pages", folder: folder)
      #expect(tested.output.contains("2 examples, "))
      expectInert(tested.output + tested.errors, "rules test")
    }
  }

  @Test(arguments: ["text", "json", "sarif", "markdown", "html", "junit", "tap", "csv"])
  func `nor is it in a report`(_ format: String) throws {
    try withPage { folder in
      let check = try tool.run(
        "check", "s.tenfold.yaml", "--rules", "pages", "--format", format, folder: folder)
      let text = check.output.replacing("\r\n", with: "\n")
      expectInert(text + check.errors, format)
    }
  }

  @Test func `names of columns and rows are shown as what they are`() throws {
    let hostile = Self.hostile + "\u{9B}2J\r\u{1B}[2J"
    try withPage { folder in
      for format in ["table", "csv", "json"] {
        let query = try tool.run(
          "query", "s.tenfold.yaml", "SELECT '\(hostile)' AS \"\(hostile)\"", "--format", format,
          folder: folder)
        #expect(query.status == 0)
        expectInert(query.output.replacing("\r\n", with: "\n"), format)
      }
    }
  }

  @Test func `complaints say what was meant, whatever it holds`() throws {
    try withPage { folder in
      let pages = folder.appending(path: "pages/own")
      try FileManager.default.moveItem(
        at: pages.appending(path: "smell.md"), to: pages.appending(path: "sm\u{1B}[2Jell.md"))
      let near = try tool.run("explain", "own/sm[2Jell", "--rules", "pages", folder: folder)
      #expect(near.status == 2 && near.errors.contains("did you mean `own/sm\\u{1b}[2Jell`?"))
      expectInert(near.errors, "suggestion")
      let checked = try tool.run(
        "check", "s.tenfold.yaml", "--rules", "pages", "--all", folder: folder)
      expectInert(checked.output + checked.errors, "id of a rule")
    }
  }
}
