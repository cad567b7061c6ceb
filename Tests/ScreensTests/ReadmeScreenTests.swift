import Description
import Review
import Screens
import SourceText
import Testing
import TestSupport

/// The README shows the screen as it is drawn: the first block below `## The screen` with a filter,
/// the second one in the list of components.
struct ReadmeScreenTests {
  private func blocks() throws -> [[String]] {
    let lines = try Repository.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    let start = try #require(lines.firstIndex(of: "## The screen"))
    let section = lines[start...].prefix { $0 != "## A first description" }
    return section.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { Array($0.element) }
  }

  private func screen(_ height: Int, _ keys: [Key]) throws -> [String] {
    let path = "samples/ticket-shop.tenfold.yaml"
    var screen = ReviewScreen(path: path, width: 80, height: height)
    _ = screen.update(.reloaded(Contents(review(try Repository.text(path), path: path))))
    for key in keys { _ = screen.press(key) }
    return screen.frame(80, height).text.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return row
    }
  }

  /// The rows of a screen that the README leaves out are those between others.
  private func check(_ shown: [String], _ drawn: [String]) {
    var rest = drawn[...]
    for line in shown {
      let place = rest.firstIndex(of: line)
      #expect(place != nil, "not drawn, or earlier: \(line)\n\(drawn.joined(separator: "\n"))")
      if let place { rest = rest[(place + 1)...] }
    }
  }

  @Test func `the README shows the list of findings as it is drawn`() throws {
    let keys = "/queue".map(Key.character) + [.enter]
    check(try #require(try blocks().first), try screen(24, keys))
  }

  @Test func `and the list of components`() throws {
    let blocks = try blocks()
    try #require(blocks.count == 3)
    check(blocks[1], try screen(24, [.tab]))
  }

  @Test func `and the lines that would be written`() throws {
    let path = "samples/ticket-shop.tenfold.yaml"
    let bytes = try Repository.bytes(path)
    func review(_ changes: [Change]) -> Review {
      var settings = ReviewSettings()
      settings.whatIf.changes = changes
      return Review.make(
        path: path, files: .memory([path: bytes]), rules: .builtIn, settings: settings)
    }
    let today = review([])
    let architecture = try #require(today.architecture)
    var screen = ReviewScreen(path: path, width: 80, height: 24)
    _ = screen.update(.reloaded(Contents(today)))
    var effects: [Effect] = []
    for key in KeyScript.keys("Enter Tab + + W") {
      effects = screen.update(.key(key))
      guard case .suppose(let changes)? = effects.first else { continue }
      let diff = ReviewDiff(old: today, new: review(changes))
      _ = screen.update(.supposed(Contents(diff), changes))
    }
    guard case .compare(let edits)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    let changes = try DescriptionChange.all(edits, in: architecture, today.sources)
    let difference = changes.map { LineDifference($0.old, $0.new).text }.joined()
    _ = screen.update(.compared(.success(path + "\n" + difference)))
    let rows = screen.frame(80, 24).text
    check(try #require(try blocks().last), rows)
  }
}
