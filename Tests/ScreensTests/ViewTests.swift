import Screens
import SourceText
import Testing

/// A view as another one would be made: entries, a picture, a key, and a way back.
private struct LetterView: View {
  enum Action { case more }

  let title = "Letters"
  let noun = "Letter"
  let emptyWords = "no letters"
  var count = 2

  static let keys = [
    KeyCommand(Action.more, [.character("+")], in: [.list], "show more letters", footer: "more")
  ]

  func entries(of contents: Contents) -> [Entry] {
    "abcdef".prefix(count).enumerated().map { number, letter in
      Entry(
        id: "\(letter)", number: number, label: "letter", role: .dim, message: "\(letter)",
        place: nil, searching: ["\(letter)"])
    }
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    Lines(of: entry, about: "letter \(entry.number) of \(contents.path)", width: width)
  }

  func draw(_ entry: Entry, in contents: Contents, on pane: inout CellGrid, marks: Marks) {
    pane.write("\(marks.branch)[\(entry.message)] \(pane.width)x\(pane.height)", row: 1, column: 3)
  }

  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect] {
    switch action {
    case .more:
      count += 1
      context.notice = "\(count) letters, \(context.list.selected?.message ?? "none") before"
      return [.repaint]
    }
  }

  mutating func goBack() -> Bool {
    defer { count = 2 }
    return count > 2
  }
}

struct ViewTests {
  private func screen(_ views: [any View] = Views.all + [LetterView()]) -> ReviewScreen {
    var screen = ReviewScreen(path: Sample.path, views: views)
    _ = screen.update(.reloaded(Sample.contents))
    return screen
  }

  private func text(_ screen: ReviewScreen) -> String {
    screen.frame(80, 24).text.joined(separator: "\n")
  }

  @Test func `a view has a tab, rows, a picture and a text`() {
    var screen = screen()
    _ = screen.press(.backTab)
    #expect(screen.rows.map(\.message) == ["a", "b"])
    #expect(text(screen).contains("[Letters 2]"))
    #expect(text(screen).contains("   \u{2514} [a] 80x12"))
    #expect(screen.frame(80, 24, ascii: true).text.contains { $0.contains("   `- [a] 80x12") })
    _ = screen.press(.down, .enter)
    #expect(text(screen).contains("Ticket shop > Letter 2 of 2"))
    #expect(text(screen).contains("letter 1 of \(Sample.path)"))
  }

  @Test func `its keys work where it is shown, and stand in its footer and help`() {
    var screen = screen([LetterView()] + Views.all)
    #expect(text(screen).contains("+ more"))
    #expect(screen.press(.character("+")) == [.repaint])
    #expect(screen.notice == "3 letters, a before" && screen.rows.count == 3)
    _ = screen.press(.character("?"), .end)
    #expect(screen.frame(80, 160).text.contains { $0.contains("show more letters") })
    _ = screen.press(.escape, .tab, .character("+"))
    #expect(screen.notice == "unknown key, ? for help")
    #expect(!text(screen).contains("+ more"))
  }

  @Test func `back takes back the view's own change, then the filter`() {
    var screen = screen([LetterView()])
    _ = screen.press(.character("+"))
    screen.type("/c")
    _ = screen.press(.enter)
    #expect(screen.rows.map(\.message) == ["c"])
    _ = screen.press(.escape)
    #expect(screen.rows.isEmpty)
    #expect(text(screen).contains("nothing matches"))
    _ = screen.press(.escape)
    #expect(screen.rows.count == 2)
    #expect(screen.press(.escape).isEmpty && screen.notice == "q quits")
  }

  @Test func `the filter goes along to the next view`() {
    var screen = screen()
    screen.type("/mailer")
    _ = screen.press(.enter)
    #expect(screen.rows.count == 1)
    _ = screen.press(.tab)
    #expect(screen.rows.map(\.label) == ["mailer"])
    _ = screen.press(.escape, .backTab)
    #expect(screen.rows.count == 5)
  }
}
