import Findings
import Screens
import Testing

struct ReviewScreenTests {
  @Test func `before the first review the screen says what it reads`() {
    let screen = ReviewScreen(path: Sample.path)
    #expect(screen.frame(80, 24).text.contains { $0.contains("reading ticket.tenfold.yaml ...") })
  }

  @Test func `severities and the selection have roles of their own`() {
    let frame = Sample.screen(80, 24, keys: .down).frame(80, 24)
    #expect(frame.row(3).dropFirst(2).first?.role == .critical)
    #expect(Set(frame.row(4).map(\.role)) == [.selected])
    #expect(frame.row(5).dropFirst(2).first?.role == .high)
    #expect(frame.row(7).dropFirst(2).first?.role == .dim)
  }

  @Test func `the filter works while it is typed and Esc restores what was before`() {
    var screen = Sample.screen(80, 24, keys: .down, .down)
    screen.type("/LEASE")
    #expect(screen.rows.isEmpty)
    for _ in 0..<4 { _ = screen.press(.backspace) }
    screen.type("\u{65}ns")
    #expect(screen.press(.control("u")).isEmpty)
    screen.type("no-dlq")
    #expect(screen.rows.map(\.message) == [Sample.explained.message])
    #expect(screen.frame(80, 24).text.contains { $0.contains("/no-dlq 1/5") })
    _ = screen.press(.escape)
    #expect(screen.rows.count == 5)
    #expect(screen.selected?.message == Sample.sessions.message)
  }

  @Test func `a kept filter marks what it matches and Esc in the list drops it`() {
    var screen = Sample.screen(80, 24)
    screen.type("/order")
    _ = screen.press(.enter)
    #expect(screen.mode == .list)
    let roles = screen.frame(80, 24).row(4).map(\.role)
    #expect(roles.count { $0 == .match } == 5)
    _ = screen.press(.escape)
    #expect(screen.rows.count == 5)
  }

  @Test func `s goes through the severities`() {
    var screen = Sample.screen(80, 24)
    let counts = (0..<4).map { _ in
      _ = screen.press(.character("s"))
      return screen.rows.count
    }
    #expect(counts == [1, 3, 4, 5])
  }

  @Test func `Esc and q go back, and q quits at the top`() {
    var screen = Sample.screen(80, 24, keys: .enter, .character("m"))
    #expect(screen.mode == .manual)
    #expect(screen.press(.escape).isEmpty && screen.mode == .detail)
    #expect(screen.press(.character("q")).isEmpty && screen.mode == .list)
    #expect(screen.press(.escape).isEmpty && screen.notice == "q quits")
    #expect(screen.press(.character("q")) == [.quit])
    #expect(Sample.screen(80, 24, keys: .enter).mode == .detail)
  }

  @Test func `Ctrl-C quits from anywhere`() {
    for keys: [Key] in [[], [.enter], [.character("/")], [.character("?")]] {
      var screen = Sample.screen(80, 24)
      for key in keys { _ = screen.update(.key(key)) }
      #expect(screen.press(.control("c")) == [.quit])
    }
  }

  @Test func `n and N go to the neighbours and stop at the ends`() {
    var screen = Sample.screen(80, 24, keys: .enter, .character("n"))
    #expect(screen.selected?.message == Sample.explained.message)
    _ = screen.press(.character("N"), .character("N"))
    #expect(screen.selected?.message == Sample.lease.message)
    #expect(screen.notice == "this is the first one")
  }

  @Test func `an unknown key is answered`() {
    var screen = Sample.screen(80, 24)
    #expect(screen.press(.character("x")).isEmpty)
    #expect(screen.frame(80, 24).text.contains { $0.contains("unknown key, ? for help") })
    _ = screen.press(.down)
    #expect(screen.notice == nil)
  }

  @Test func `e edits the line of the row`() {
    var screen = Sample.screen(80, 24)
    #expect(screen.press(.character("e")) == [.edit(path: Sample.path, line: 33)])
  }

  @Test func `control characters of the description show as text`() {
    let text = Sample.screen(80, 24).frame(80, 24).text
    #expect(text.contains { $0.contains("日本語\\u{1b}[31m") })
  }

  @Test(arguments: [(39, 24), (80, 9), (1, 1), (0, 0), (20, 5)])
  func `a screen that is too small says so`(width: Int, height: Int) {
    let words = "\(width)x\(height): needs 40x10"
    let text = Sample.screen(width, height).frame(width, height).text
    #expect(text.first.map { words.hasPrefix($0) } ?? true)
  }

  @Test func `no key has two meanings`() {
    for view in Views.all {
      let screen = ReviewScreen(path: Sample.path, views: [view])
      for mode in Mode.allCases {
        let keys = screen.keys.filter { $0.modes.contains(mode) }.flatMap(\.keys)
        #expect(Set(keys).count == keys.count, "\(view.title), \(mode)")
      }
    }
  }

  @Test func `the help names every key`() {
    let text = Sample.screen(120, 80, keys: .character("?")).frame(120, 80).text
    for key in KeyBinding.all.flatMap(\.keys) where key != .character(" ") {
      #expect(text.contains { $0.contains(key.name) }, "\(key.name)")
    }
  }
}
