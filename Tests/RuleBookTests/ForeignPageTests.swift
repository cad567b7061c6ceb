import Foundation
import Reports
import Review
import Rules
import Testing
import TestSupport

/// Pages that a stranger adds, in the hands of whoever shows their Markdown.
@Suite struct ForeignPageTests {
  /// A page with some Markdown in its reasons, and a source.
  private func page(_ text: String, url: String = "https://e.example") -> String {
    """
    ---
    severity: low
    message: "{element} smells"
    sources: [{ title: Source, url: "\(url)" }]
    ---
    # Title

    Summary.

    ## Find
    ```sql
    SELECT id AS element, replicas_max < 2 AS holds FROM component
    ```

    ## Why it hurts
    \(text)

    ## What to do
    Something.

    ## When it is fine
    Never.

    ## Example: one
    ```yaml
    components: { a: { kind: service, replicas: 1 } } # expect: low
    ```

    ## Counter-example: none
    ```yaml
    components: { b: { kind: cache } }
    ```
    """
  }

  private func rules(_ text: String) -> RuleSet {
    RuleSet.builtIn.adding([("own/smell.md", text)])
  }

  private func help(_ text: String, url: String = "https://e.example") throws -> String {
    try #require(rules(page(text, url: url))["own/smell"]).help
  }

  @Test(arguments: [
    ("a [word](javascript:alert(1)) here", "a word here"),
    ("a [word](JaVaScRiPt:x) [more]( vbscript:x)", "a word more"),
    ("[word](java&#10;script:x)", "word"), ("![image](data:text/html;base64,AAA)", "image"),
    ("[a ![b](file:///etc/passwd) c][r]\n\n[r]: javascript:x", "a b c"),
    ("[**strong** word](\\javascript:x)", "**strong** word"),
    ("<javascript:alert(1)>", "javascript:alert(1)"),
    ("a <b onclick=x>word</b>", "a `<b onclick=x>`word`</b>`"),
    ("<script>\nalert(1)\n\n</script>", "`<script> alert(1) </script>`"),
    ("<!-- hidden -->", "`<!-- hidden -->`"),
  ])
  func `what would run is shown instead`(_ text: String, _ shown: String) throws {
    let help = try help(text)
    #expect(help.contains("## Why it hurts\n\n\(shown)\n\n## What to do"), "\(help)")
    #expect(help.contains("[Source](https://e.example)"))
  }

  @Test func `a page without harm stays as it was written`() throws {
    let text = "- [a](https://x.example 't'), [b](mailto:a@x.example), [c](d.md#e:f)\n- `<b>` &lt;"
    #expect(try help(text).contains("## Why it hurts\n\(text)\n\n## What to do"))
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "x) [y](javascript:z"])
  func `a source is no link out of the web`(_ url: String) throws {
    let rules = rules(page("It does.", url: url))
    let rule = try #require(rules["own/smell"])
    #expect(!rule.help.contains("](javascript") && !rule.help.contains("](data"))
    let review = Review.make(
      path: "s.tenfold.yaml",
      files: .memory([
        "s.tenfold.yaml": Array("components:\n  a: { kind: service, replicas: 1 }\n".utf8)
      ]), rules: rules)
    let settings = ReportSettings(count: 1, rules: rules, isComplete: true)
    for format in [ReportFormat.html, .markdown] {
      let report = try #require(format.sink(settings).stream)
      let subject = ReportSubject(review, growth: nil, number: 0)
      let text = report.pieces(subject).map(\.text).joined()
      #expect(text.contains("a smells") && text.contains("Source"))
      #expect(!text.contains("](javascript") && !text.contains("href=\"javascript"))
      #expect(!text.contains("](data") && !text.contains("href=\"data"))
    }
  }

  @Test func `SARIF has no link but those of the web, and nothing hidden`() throws {
    let text = page("\u{202E}a\u{200B} <i>b</i> [c](javascript:d)")
      .replacing("Something.", with: "See `[x](javascript:y)`.")
    let settings = ReportSettings(count: 1, rules: rules(text))
    let report = try #require(ReportFormat.sarif.sink(settings).stream)
    let run = RunSummary()
    let log = report.head(run) + report.tail(run, written: 0, left: 0)
    let json = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any]
    let runs = json?["runs"] as? [[String: Any]]
    let driver = (runs?.first?["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let own = rules.first { $0["id"] as? String == "own/smell" }
    let help = try #require(own?["help"] as? [String: String])
    #expect(help["markdown"]?.contains("\\u{202e}a\\u{200b} `<i>`b`</i>` c\n") == true)
    #expect(help["text"]?.hasSuffix("\\[x\\](javascript:y).") == true, "\(help)")
  }
}
