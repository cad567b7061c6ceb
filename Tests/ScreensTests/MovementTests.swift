import Findings
import Screens
import Testing

struct MovementTests {
  @Test func `a page down or up keeps one line in sight`() {
    var screen = Sample.screen(40, 10, keys: .character("?"))
    let first = screen.frame(40, 10).text
    #expect(first[1].contains("1-6 of"))
    _ = screen.press(.pageDown)
    let second = screen.frame(40, 10).text
    #expect(second[1].contains("6-11 of") && second[2] == first[7])
    _ = screen.press(.pageUp)
    #expect(screen.frame(40, 10).text == first)
  }

  @Test func `a page down in a list stops at its last visible row`() {
    var contents = Sample.contents
    contents.findings = (0..<30).map { number in
      JudgedFinding(
        Finding(
          rule: "a/b", title: "", severity: .low, element: "a", message: "finding \(number)",
          place: Sample.place(1, 1, "", 1), advice: "", fingerprint: "\(number)"))
    }
    var screen = ReviewScreen(path: Sample.path, width: 40, height: 10)
    _ = screen.update(.reloaded(contents))
    #expect(screen.frame(40, 10).text[7].contains("finding 5"))
    _ = screen.press(.pageDown)
    #expect(screen.selected?.message == "finding 5")
    _ = screen.press(.end, .pageUp)
    #expect(screen.selected?.message == "finding 24")
  }

  @Test(arguments: [(59, true), (60, false)])
  func `places are left out below sixty columns`(width: Int, isNarrow: Bool) {
    let text = Sample.screen(width, 24).frame(width, 24).text
    #expect(text[3].hasSuffix(" 33:61") != isNarrow)
    #expect(text.contains { $0.contains("25/36 checks") } == isNarrow)
    #expect(text.contains { $0.contains("25 of 36 checks") } != isNarrow)
  }
}
