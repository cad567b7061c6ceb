import Review
import Screens
import SourceText
import Testing

struct VerdictTests {
  private static let verdict = GrowthVerdict(
    element: "orders-db", limit: "single writer", carried: "3.8x", isAtMost: true, months: 10.4,
    target: .init(multiple: "10x", time: "18 months"))

  @Test(arguments: [
    (100, "orders-db (single writer) saturates first: at most 3.8x, in 10 months; target"),
    (60, "orders-db at most 3.8x, in 10 months; target 10x"),
    (39, "orders-db <=3.8x, 10 months; target 10x"), (38, "orders-db <=3.8x, in 10 months"),
    (25, "orders-db <=3.8x"), (5, "orders-db <=3.8x"),
  ])
  func `the name stands first, and what has no room goes from the end`(
    columns: Int, words: String
  ) {
    #expect(Self.verdict.words(columns: columns).hasPrefix(words))
  }

  @Test func `every form says less than the one before and fits`() {
    var last = Int.max
    for columns in (16...120).reversed() {
      let words = Self.verdict.words(columns: columns)
      #expect(words.columns <= columns && words.columns <= last)
      #expect(words.hasPrefix("orders-db ") && words.contains("3.8x"))
      last = words.columns
    }
  }

  @Test(arguments: [(40, 10), (60, 24), (80, 24), (120, 40), (200, 60)])
  func `the verdict never leaves`(width: Int, height: Int) {
    let keys: [[Key]] = [
      [], [.enter], [.enter, .character("m")], [.character("?")], [.tab], [.tab, .tab, .enter],
      [.character("/"), .character("x")], [.end, .enter],
    ]
    for keys in keys {
      var screen = Sample.screen(width, height)
      for key in keys { _ = screen.press(key) }
      let top = screen.frame(width, height).text[0]
      #expect(top.hasPrefix(" payments ") && top.contains("0.25x") && top.contains(", now"))
      #expect(top.contains("target 10x"))
    }
  }

  @Test func `where no limit is known the top row says so`() {
    var screen = Sample.screen(40, 10)
    var contents = Sample.contents
    contents.verdict = nil
    _ = screen.update(.reloaded(contents))
    #expect(screen.frame(40, 10).text[0] == " what saturates first is unknown")
  }

  @Test func `the tab that is shown is on the screen`() {
    for count in 0..<Views.all.count {
      var screen = Sample.screen(40, 10)
      for _ in 0..<count { _ = screen.press(.tab) }
      let words = "[\(screen.view.title)"
      #expect(screen.frame(40, 10).text[1].contains(words))
    }
  }
}
