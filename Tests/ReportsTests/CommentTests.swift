import Foundation
import Reports
import Review
import Testing
import TestSupport

/// Comments in Markdown, and how much of long names people get to see.
@Suite struct CommentTests {
  /// GitHub's limit for a comment.
  static let limit = 65_536

  func system(_ name: String, _ count: Int = 1, element: String = "a") -> String {
    "system: \"\(name)\"\ncomponents:\n"
      + (0..<count).map {
        "  \(element)\($0): { kind: service, sessions: memory, replicas: 2..9 }\n"
      }.joined()
  }

  @Test func `a difference stays below the forge's limit, what is new first`() {
    let diff = ReviewDiff(old: review(system("s")), new: review(system("s", 1_000)))
    let comment = DiffFormat.markdown.render(diff)
    #expect(comment.utf8.count < Self.limit && comment.contains("left out for size"))
    #expect(comment.contains("**new**\n\n- high: ") && comment.contains("999 new"))
    let small = DiffFormat.markdown.render(
      ReviewDiff(old: review(system("s")), new: review(system("s", 3))))
    #expect(small.contains("- added service a2\n") && !small.contains("left out"))
  }

  @Test func `long names are cut in the head and the titles of a comment`() {
    let long = String(repeating: "@", count: 4_000)
    let systems = (0..<30).map { review(system("\(long)\($0)", element: "a\(long.count)")) }
    let comment = ReportFormat.markdown.text(systems)
    #expect(comment.utf8.count < Self.limit && comment.contains("and 5 more systems"))
    #expect(comment.contains("in memory"))
  }

  @Test func `sections stand as the table does, what is new first`() {
    var reviews = ["x", "y", "z"].map { review(system($0), path: "\($0).tenfold.yaml") }
    let known = Baseline(Array(reviews))
    reviews[2] = review(system("z", 3), path: "z.tenfold.yaml")
    reviews[1] = review(system("y", 2), path: "y.tenfold.yaml")
    for index in reviews.indices { reviews[index].compare(with: known) }
    let comment = ReportFormat.markdown.text(reviews)
    let names = { (start: String) in
      comment.split(separator: "\n").filter { $0.hasPrefix(start) }.map {
        $0.dropFirst(start.count)
      }
    }
    #expect(names("## ") == ["z", "y"])
    #expect(names("| ").map { $0.prefix(1) } == ["S", "z", "y", "x"])
  }

  @Test(arguments: [ReportFormat.text, .github, .markdown])
  func `a very long name does not drown what is said`(_ format: ReportFormat) {
    for letter in ["n", "\u{301}"] {
      // A key of YAML has 1,024 bytes at most.
      let long = String(repeating: letter, count: 500)
      let text = """
        system: "\(String(repeating: letter, count: 100_000))"
        journeys:
          j: { calls: "\(long)", rate: 1/s, peak: 9/s }
        components:
          "\(long)": { kind: service, sessions: memory, replicas: 2..9, takes: 1s, concurrency: 1 }
          q: { kind: queue, "\(long)": 1 }
        """
      let output = format.text([review(text, path: "s.tenfold.yaml")])
      #expect(output.contains("in memory") && output.utf8.count < 30_000, "\(letter)")
    }
  }

  /// What a forge makes a link of where it stands bare, each with the piece that makes it one.
  @Test(arguments: [
    ("https://evil.example", "://"), ("HTTP://evil.example", "://"), ("ftp://e.example", "://"),
    ("www.evil.example", "www."), ("(WWW.evil.example)", "WWW."), ("GH-12", "GH-1"),
    ("gh-12", "gh-1"), ("a.b+c@evil.example", "@e"), ("mailto:a@b.example", "@b"),
    ("@team", "@t"), ("#12", "#1"), ("owner/repo#12", "#1"),
    ("a5c3785ed8d6a35868bc169f07e40e889087fd2e", "a5c3785"), ("see 1234abc.", "1234abc"),
    ("$\\unicode{x}$", "x}$"), ("[a](https://e)", "[a]("),
  ])
  func `nothing in a comment becomes a link by itself`(_ text: String, _ piece: String) {
    let quoted = "\"\(text.replacing("\\", with: "\\\\"))\""
    let found = review(
      """
      system: \(quoted)
      components:
        \(quoted): { kind: service, sessions: memory, replicas: 2..9 }
      """, path: "\(text).yaml")
    // Excerpts are code, and sources are links.
    let document = ReportFormat.markdown.text([found], isComplete: true).split(separator: "\n")
      .filter { !$0.hasPrefix("    ") && !$0.hasPrefix("- [") }.joined(separator: "\n")
    for comment in [
      ReportFormat.markdown.text([found]), ReportFormat.markdown.text([found, found]), document,
      DiffFormat.markdown.render(ReviewDiff(old: review(system("s")), new: found)),
    ] {
      #expect(comment.contains("in memory") && !comment.contains(piece), "\(comment)")
    }
    let diagnostic = ReportFormat.rdjson.text([found])
    let messages = diagnostic.split(separator: "\n").filter { $0.contains("\"message\"") }
    let isMarkup = piece.hasPrefix("[") || piece.hasSuffix("$")
    #expect(!messages.isEmpty && (isMarkup || !messages.contains { $0.contains(piece) }))
  }

  @Test func `names with hyphens, short words and numbers stay as they are`() {
    let comment = ReportFormat.markdown.text([review(system("gh-pages defaced-1 123456 a:b www"))])
    #expect(comment.contains("## gh-pages def&#8203;aced-1 123456 a:b www\n"))
  }
}
