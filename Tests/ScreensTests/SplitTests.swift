import Review
import Screens
import SourceText
import TestSupport
import Testing

/// List and text side by side, where there is room.
struct SplitTests {
  private func text(_ screen: ReviewScreen) -> [String] {
    screen.frame(screen.width, screen.height).text
  }

  /// What stands right of the line between the columns.
  private func pane(_ screen: ReviewScreen) -> String {
    text(screen).dropFirst(3).compactMap { row in
      row.split(separator: "│", maxSplits: 1).dropFirst().first.map(String.init)
    }.joined(separator: "\n")
  }

  @Test func `the text follows the selection`() {
    var screen = Sample.screen(120, 40)
    #expect(pane(screen).contains("Raise the lease"))
    _ = screen.press(.down)
    #expect(pane(screen).contains("Move a message away"))
    #expect(!pane(screen).contains("Raise the lease"))
  }

  @Test func `a text that is open keeps the list in sight`() {
    var screen = Sample.screen(120, 40, keys: .enter, .character("n"))
    #expect(screen.mode == .detail)
    #expect(text(screen).contains { $0.hasPrefix(">.high") })
    #expect(pane(screen).contains("Move a message away"))
    _ = screen.press(.left)
    #expect(screen.mode == .list)
  }

  @Test(arguments: [[], [Key.enter]])
  func `z gives what is looked at the whole screen, and back`(keys: [Key]) {
    var screen = Sample.screen(120, 40)
    for key in keys { _ = screen.press(key) }
    let before = text(screen).dropLast(3)
    _ = screen.press(.character("z"))
    #expect(text(screen).allSatisfy { !$0.contains("┬") })
    _ = screen.press(.character("z"))
    #expect(text(screen).dropLast(3) == before)
  }

  @Test(arguments: [(119, 40), (120, 39), (80, 24)])
  func `where there is no room the text stays below, and z says so`(width: Int, height: Int) {
    var screen = Sample.screen(width, height, keys: .character("z"))
    #expect(screen.notice == "list and text stand side by side from 120x40 on")
    _ = screen.press(.down)
    #expect(text(screen).allSatisfy { !$0.contains("┬") && !$0.contains("zoom") })
  }

  @Test func `keys and what is to be written have the whole screen`() {
    let screen = Sample.screen(120, 40, keys: .character("?"))
    #expect(text(screen).allSatisfy { !$0.contains("┬") })
  }

  @Test(arguments: [(80, 24), (100, 40)])
  func `a row names another file by its own name, and the whole line`(width: Int, height: Int) {
    let path = "a/folder/of/systems/shop.tenfold.yaml"
    let part = "a/folder/of/systems/the-parts-of-a-team-with-a-long-name.yaml"
    let main = "tenfold: 1\nsystem: Shop\ninclude: [the-parts-of-a-team-with-a-long-name.yaml]\n"
    let parts = "components:\n\n\n  api: { kind: service }\n  other: { kind: service }\n"
    let review = Review.make(
      path: path, files: .memory([path: Array(main.utf8), part: Array(parts.utf8)]),
      rules: .builtIn)
    var screen = ReviewScreen(path: path, width: width, height: height)
    _ = screen.update(.reloaded(Contents(review)))
    while screen.view.title != "Questions" { _ = screen.press(.tab) }
    #expect(screen.rows.contains { $0.place?.path == part })
    for (row, line) in zip(screen.rows, text(screen).dropFirst(3)).prefix(2) {
      guard let place = row.place, place.path == part else { continue }
      #expect(line.contains("ame.yaml:\(place.start.line)"), "\(line)")
      #expect(line.contains("…"))
    }
  }

  @Test func `findings whose text was opened are counted and marked, accepted ones apart`() {
    var screen = Sample.screen(80, 24)
    #expect(!text(screen).contains { $0.contains("looked at") })
    _ = screen.press(.enter, .character("n"), .escape)
    #expect(text(screen).contains { $0.contains(" 2 of 4 looked at ") })
    #expect(text(screen).contains { $0.hasPrefix(" .critical") })
    _ = screen.press(.end, .enter, .escape)
    #expect(text(screen).contains { $0.contains(" 2 of 4 looked at ") })
    _ = screen.press(.tab)
    #expect(!text(screen).contains { $0.contains("looked at") })
  }
}
