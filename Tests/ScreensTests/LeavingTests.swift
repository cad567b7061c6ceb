import Screens
import Testing

/// What leaves the screen: copied texts and files; and why a number is what it is.
struct LeavingTests {
  private static func tabs(to title: String) -> [Key] {
    Array(repeating: .tab, count: Views.all.firstIndex { $0.title == title } ?? 0)
  }

  private func screen(_ title: String, _ keys: Key...) -> ReviewScreen {
    var screen = Sample.screen(100, 40)
    for key in Self.tabs(to: title) + keys { _ = screen.press(key) }
    return screen
  }

  private func text(_ screen: ReviewScreen) -> String {
    screen.frame(100, 40).text.joined(separator: "\n")
  }

  @Test(arguments: ["Findings", "Components", "Questions"])
  func `c copies the row on one line, without control characters`(title: String) throws {
    for keys in [[Key.home], [.end], [.up]] {
      var screen = screen(title)
      for key in keys { _ = screen.press(key) }
      let effects = screen.press(.character("c"))
      guard case .copy(let text)? = effects.first else {
        Issue.record("nothing was copied")
        return
      }
      #expect(effects.count == 1 && text.unicodeScalars.allSatisfy { $0.value >= 32 })
      #expect(screen.notice == "copied: \(text)")
    }
  }

  @Test func `c copies the text that is open, whatever the width`() {
    var wide = screen("Findings", .enter)
    let copied = wide.press(.character("c"))
    #expect(wide.notice?.hasPrefix("copied: ") == true && wide.notice?.hasSuffix(" lines") == true)
    _ = wide.update(.resize(width: 40, height: 10))
    #expect(wide.press(.character("c")) == copied)
    guard case .copy(let text)? = copied.first else { return }
    #expect(text.contains("10 x 4 s = 40 s > 30 s") && text.contains("What to do"))
  }

  @Test func `E writes the rows that pass the filter, in their order`() {
    var screen = screen("Findings")
    for key in "/order".map(Key.character) + [.enter] { _ = screen.press(key) }
    let shown = screen.rows.map(\.message)
    _ = screen.press(.character("E"))
    screen.type("open.csv")
    let effects = screen.press(.enter)
    guard case .save(let rows, "open.csv", false)? = effects.first else {
      Issue.record("nothing was written")
      return
    }
    #expect(rows[0] == ["severity", "rule", "element", "message", "place"])
    #expect(rows.dropFirst().map { $0[3] } == shown)
    _ = screen.update(.written(failure: "the disk is full", .nothing))
    #expect(screen.notice == "the disk is full" && screen.mode == .input)
    guard case .save(_, "open.csv", true)? = screen.press(.enter).first else {
      Issue.record("it is not overwritten when that is asked for again")
      return
    }
    _ = screen.update(.written(failure: nil, .nothing))
    #expect(screen.notice == "written" && screen.mode == .list)
  }

  @Test(arguments: [("growth", "Growth"), ("losses", "Growth"), ("diagram", "Diagram")])
  func `the palette knows views and their keys by name`(words: String, title: String) {
    var screen = screen("Findings", .character(":"))
    screen.type(words)
    _ = screen.press(.enter)
    #expect(screen.view.title == title && screen.mode == .list)
    #expect(screen.rows.contains { $0.message.hasPrefix("zone east lost") } == (words == "losses"))
  }

  @Test func `the palette exports`() {
    var screen = screen("Findings", .character(":"))
    screen.type("export")
    #expect(screen.rows.count == 2)
    _ = screen.press(.enter)
    #expect(screen.mode == .input)
  }

  @Test func `D asks for the file of the document`() {
    var screen = screen("Growth", .character("D"))
    screen.type("review.html")
    #expect(screen.press(.enter) == [.document(path: "review.html")])
  }

  @Test func `w shows the formula of a headroom, and its values with origins and lines`() {
    let text = text(screen("Components", .character("w")))
    #expect(text.contains("payments: headroom 0.25x (rate limit)"))
    #expect(text.contains("= 100/s that it handles of today's mix / 400/s at today's peak"))
    #expect(text.contains("limit of payments: 100/s (line 26)"))
    #expect(text.contains("peak of journey buy-ticket: 400/s (line 5)"))
  }

  @Test func `w takes the time that holds a server apart`() {
    var screen = screen("Components")
    while screen.selected?.label != "api", screen.press(.down).isEmpty {}
    _ = screen.press(.character("w"))
    #expect(text(screen).contains(" = 256 at a time / "))
    #expect(text(screen).contains("api.list-events: 10 ms = 10 ms of its own"))
  }

  @Test func `Enter on a value below a number goes to its line`() {
    var screen = screen("Components", .character("w"), .tab)
    #expect(screen.press(.enter) == [.edit(path: Sample.path, line: 26)])
  }

  @Test func `w on a journey explains what limits it, and on a finding its arithmetic`() {
    #expect(text(screen("Growth", .down, .character("w"))).contains("payments: headroom 0.25x"))
    let finding = text(screen("Findings", .character("w")))
    #expect(finding.contains("= 10 x 4 s = 40 s > 30 s") && finding.contains("Amazon SQS"))
  }

  @Test func `w on a value of a text names the limits that rest on it`() {
    let screen = screen("Components", .enter, .tab, .character("w"))
    #expect(text(screen).contains("Limits that rest on it"))
  }

  @Test func `w says where there is no number`() {
    #expect(screen("Questions", .character("w")).notice == "there is no number here")
  }
}
