import Screens
import Testing

/// Texts on one line, and keys as words.
struct TypingTests {
  @Test func `a text is typed, moved in and erased as shells do it`() {
    var screen = Sample.screen(80, 24, keys: .character("/"))
    screen.type("orders pay")
    func press(_ keys: Key...) -> String? {
      for key in keys { _ = screen.press(key) }
      return screen.prompt?.field.text
    }
    #expect(press(.control("w")) == "orders ")
    #expect(press(.control("a"), .character("x")) == "xorders ")
    #expect(press(.right, .right, .control("k")) == "xor")
    #expect(press(.left, .delete) == "xo")
    #expect(press(.home, .delete) == "o")
    #expect(press(.end, .backspace) == "")
    screen.type("日本")
    #expect(press(.left, .character("é")) == "日é本")
    #expect(press(.control("u")) == "本")
  }

  @Test func `keys are words, and other words are typed`() {
    let keys: [Key] = [
      .character("j"), .enter, .control("p"), .backTab, .character("/"), .character("p"),
      .character("a"), .character(" "), .escape,
    ]
    #expect(KeyScript.keys("j Enter C-p S-Tab /pa Space esc") == keys)
    #expect(KeyScript.keys("  ") == [])
  }

  @Test func `the screen begins where it is told`() {
    var start = ScreenStart()
    start.view = "growth"
    start.multiple = 25
    start.selection = "api"
    var screen = ReviewScreen(path: Sample.path, start: start)
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.view.title == "Growth")
    #expect(screen.selected?.label == "api")
    #expect(screen.frame(80, 24).text.contains { $0.contains("25x: ") })
    // Only once.
    _ = screen.press(.up)
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.selected?.label != "api")
  }

  @Test func `the palette leads to a row of any view and does what a key does`() {
    var screen = Sample.screen(80, 24, keys: .control("p"))
    #expect(screen.mode == .palette)
    screen.type("component orders-db")
    #expect(!screen.rows.isEmpty)
    // The list of components comes before their picture.
    _ = screen.press(.enter)
    #expect(screen.view.title == "Components")
    #expect(screen.selected?.label == "orders-db")
    _ = screen.press(.character(":"))
    screen.type("paint anew")
    #expect(screen.press(.enter) == [.repaint])
    _ = screen.press(.control("p"), .escape)
    #expect(screen.mode == .list)
    #expect(screen.selected?.label == "orders-db")
  }

  @Test func `a reload below the palette is seen in it and after it`() {
    var screen = Sample.screen(80, 24, keys: .end, .control("p"))
    var fewer = Sample.contents
    fewer.findings.removeLast(3)
    _ = screen.update(.reloaded(fewer))
    _ = screen.frame(80, 24)
    screen.type("finding")
    #expect(screen.rows.count { $0.label == "finding" } == 2)
    _ = screen.press(.escape)
    _ = screen.frame(80, 24)
    #expect(screen.rows.count == 2)
  }
}
