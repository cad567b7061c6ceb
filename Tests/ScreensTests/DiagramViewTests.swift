import Findings
import Review
import Screens
import SourceText
import Testing

struct DiagramViewTests {
  private func screen(_ width: Int = 120, _ height: Int = 40, keys: Key...) -> ReviewScreen {
    var screen = ReviewScreen(path: Sample.path, width: width, height: height)
    _ = screen.update(.reloaded(Sample.contents))
    while screen.view.title != "Diagram" { _ = screen.press(.tab) }
    for key in keys { _ = screen.press(key) }
    return screen
  }

  private func text(_ screen: ReviewScreen) -> String {
    screen.frame(screen.width, screen.height).text.joined(separator: "\n")
  }

  private func select(_ name: String, in screen: inout ReviewScreen) {
    screen.type("/" + name)
    _ = screen.press(.enter, .escape)
  }

  @Test func `everything is drawn where it fits, with headroom and findings`() {
    let text = text(screen())
    for words in ["all 7", "shopper", "payments", "0.25x", "rw>", "╌"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the arrows go along the lines`() {
    var screen = screen()
    #expect(screen.selected?.label == "payments")
    _ = screen.press(.left)
    #expect(screen.selected?.label == "api")
    _ = screen.press(.left)
    #expect(screen.selected?.label == "shopper")
    _ = screen.press(.left)
    #expect(screen.selected?.label == "shopper")
    #expect(screen.notice == "nothing that is drawn calls it")
    _ = screen.press(.right, .right)
    #expect(screen.selected?.label != "api")
    _ = screen.press(.enter)
    #expect(screen.mode == .detail)
  }

  @Test func `a few hops leave out the rest and say so`() {
    var screen = screen(keys: .character("1"))
    #expect(text(screen).contains("1 hop around payments: 2 of 7"))
    #expect(text(screen).contains("+4"))
    _ = screen.press(.escape)
    #expect(text(screen).contains("all 7"))
  }

  @Test func `teams are boxes of their own`() {
    let screen = screen(keys: .character("b"), .character("b"))
    #expect(screen.notice == "grouped by team")
    let text = text(screen)
    #expect(text.contains("checkout") && text.contains("storage") && text.contains("all 3"))
  }

  @Test func `the tree goes into nothing twice`() {
    var screen = screen(keys: .character("t"), .left)
    #expect(screen.selected?.label == "api")
    #expect(text(screen).contains("called by shopper"))
    #expect(text(screen).contains("─ payments 0.25x  call"))
    _ = screen.press(.character("t"))
    #expect(text(screen).contains("all 7"))
  }

  @Test func `the selection stays with its component over a reload`() {
    var screen = screen()
    select("mailer", in: &screen)
    #expect(screen.selected?.label == "mailer")
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.selected?.label == "mailer")
    #expect(screen.frame(120, 40).text.contains { $0.contains("mailer:") })
  }

  @Test func `layers that are too wide side by side go down, and so do the arrows`() {
    let names = (0..<5).map { "a-service-with-a-name-\($0)" }
    let lines = names.indices.map { number in
      "  \(names[number]): { kind: service"
        + (number < 4 ? ", calls: \(names[number + 1])" : "") + " }\n"
    }
    var screen = ReviewScreen(path: "chain.tenfold.yaml", width: 80, height: 24)
    _ = screen.update(.reloaded(contents(lines.joined(), path: "chain.tenfold.yaml")))
    while screen.view.title != "Diagram" { _ = screen.press(.tab) }
    #expect(text(screen).contains("all 5") && text(screen).contains("rwv read, write"))
    for _ in names { _ = screen.press(.up) }
    #expect(screen.notice == "nothing that is drawn calls it")
    #expect(screen.selected?.label == names[0])
    _ = screen.press(.down)
    #expect(screen.selected?.label == names[1])
    _ = screen.press(.left)
    #expect(screen.notice == "this is the leftmost one of its layer")
    _ = screen.update(.resize(width: 200, height: 24))
    _ = screen.press(.right)
    #expect(screen.selected?.label == names[2])
  }

  @Test func `all of what does not fit is narrowed, and says so`() {
    var screen = ReviewScreen(path: "large.tenfold.yaml", width: 80, height: 24)
    _ = screen.update(.reloaded(large(100)))
    while screen.view.title != "Diagram" { _ = screen.press(.tab) }
    _ = screen.press(.character("0"))
    #expect(text(screen).contains("all do not fit, narrowed to "))
    #expect(text(screen).contains(" around \(screen.selected?.label ?? "?"): "))
  }

  @Test func `a group keeps what was selected in sight and names its components`() {
    var screen = screen()
    select("events-cache", in: &screen)
    _ = screen.press(.character("b"))
    #expect(screen.selected?.label == "look-around")
    _ = screen.press(.enter)
    #expect(text(screen).contains("- events-cache: "))
  }

  /// A system of layers in which each component calls a few of the next one.
  private func large(_ count: Int) -> Contents {
    let lines = (0..<count).map { number -> String in
      let callees = [number * 3 + 1, number * 3 + 2, number * 3 + 5].filter { $0 < count }
      let names = callees.map { "s\($0)" }.joined(separator: ", ")
      let calls = callees.isEmpty ? "" : ", calls: [\(names)]"
      return "  s\(number): { kind: service\(calls) }\n"
    }
    return contents(lines.joined(), path: "large.tenfold.yaml")
  }

  private func contents(_ components: String, path: String) -> Contents {
    let text = "tenfold: 1\nsystem: Large\ncomponents:\n" + components
    let review = Review.make(
      path: path, files: .memory([path: Array(text.utf8)]),
      rules: RuleSet(pages: [], areKnownRight: true))
    return Contents(review)
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40), (200, 60)])
  func `walking never leaves what is drawn`(width: Int, height: Int) {
    var screen = ReviewScreen(path: "large.tenfold.yaml", width: width, height: height)
    _ = screen.update(.reloaded(large(300)))
    while screen.view.title != "Diagram" { _ = screen.press(.tab) }
    let ways: [Key] = [.right, .down, .right, .up, .left, .down, .down, .left, .right, .up, .up]
    for step in 0..<60 {
      _ = screen.press(ways[step % ways.count])
      let frame = screen.frame(width, height)
      let isDrawn = (0..<height).contains { frame.row($0).contains { $0.role == .selected } }
      #expect(isDrawn, "step \(step)")
      let name = screen.selected?.label ?? "?"
      #expect(frame.text.contains { $0.contains("[\(name)") || $0.contains("│ \(name)") })
    }
  }
}
