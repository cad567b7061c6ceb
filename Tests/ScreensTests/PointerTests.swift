import Screens
import SourceText
import Testing

/// What the mouse does, by the cells that are drawn.
struct PointerTests {
  /// Presses where a text is drawn, on its cell of some number.
  private func click(_ text: String, in screen: inout ReviewScreen) throws {
    let rows = screen.frame(screen.width, screen.height).text
    let row = try #require(rows.dropFirst().firstIndex { $0.contains(text) })
    let start = try #require(rows[row].firstRange(of: text)?.lowerBound)
    let column = String(rows[row][..<start]).columns
    _ = screen.update(.pointer(Pointer(.press, column: column, row: row)))
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func `a click selects a tab and a row`(width: Int, height: Int) throws {
    var screen = Sample.screen(width, height)
    try click("Components", in: &screen)
    #expect(screen.view.title == "Components")
    try click("mailer", in: &screen)
    #expect(screen.selected?.label == "mailer")
    try click("Findings", in: &screen)
    #expect(screen.view.title == "Findings")
  }

  @Test func `a click selects a box of the diagram, and a line of the tree`() throws {
    var screen = Sample.screen(120, 40)
    try click("Diagram", in: &screen)
    for name in ["mailer", "shopper", "orders-db"] {
      try click(name, in: &screen)
      #expect(screen.selected?.label == name)
    }
    try click("api", in: &screen)
    _ = screen.press(.character("t"))
    try click("payments", in: &screen)
    #expect(screen.selected?.label == "payments")
  }

  @Test func `the wheel scrolls the pane that it is over`() {
    var screen = Sample.screen(120, 40)
    _ = screen.update(.pointer(Pointer(.wheelDown, column: 3, row: 9)))
    #expect(screen.selected?.message == Sample.warning.message)
    _ = screen.update(.pointer(Pointer(.wheelUp, column: 3, row: 9)))
    #expect(screen.selected?.message == Sample.lease.message)
    var low = Sample.screen(40, 10, keys: .enter)
    let before = low.frame(40, 10)
    _ = low.update(.pointer(Pointer(.wheelDown, column: 3, row: 5)))
    #expect(low.frame(40, 10) != before && low.selected?.message == Sample.lease.message)
    _ = low.update(.pointer(Pointer(.wheelUp, column: 3, row: 5)))
    #expect(low.frame(40, 10) == before)
  }

  @Test(arguments: [(1, 1), (40, 10), (80, 24), (120, 40)])
  func `no cell of any view does harm`(width: Int, height: Int) {
    for view in GoldenTests.views {
      var screen = Sample.screen(width, height)
      for key in view.keys { _ = screen.press(key) }
      for row in [0, 1, 2, 5, height - 2, height - 1, height, 10_000] {
        for column in stride(from: 0, through: width + 7, by: 7) {
          for act in [Pointer.Act.press, .wheelUp, .wheelDown] {
            let effects = screen.update(.pointer(Pointer(act, column: column, row: row)))
            #expect(effects.isEmpty)
          }
        }
      }
      _ = screen.frame(width, height)
    }
  }

  @Test func `M takes the mouse and gives it back`() {
    var screen = Sample.screen(80, 24)
    #expect(!screen.hasMouse)
    #expect(screen.press(.character("M")) == [.mouse(true)])
    #expect(screen.press(.character("M")) == [.mouse(false)])
    var start = ScreenStart()
    start.hasMouse = true
    #expect(ReviewScreen(path: Sample.path, start: start).hasMouse)
  }
}
