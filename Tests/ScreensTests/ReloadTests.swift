import Findings
import Screens
import SourceText
import Testing

struct ReloadTests {
  private func broken() -> Contents {
    var contents = Contents(path: Sample.path)
    contents.problems = [
      Problem(
        .error, "syntax", "a mapping does not end here", place: Sample.place(12, 3, "  x", 1),
        path: Sample.path)
    ]
    return contents
  }

  @Test func `the selection stays with its finding`() {
    var screen = Sample.screen(80, 24, keys: .down, .down)
    var contents = Sample.contents
    contents.findings.removeFirst()
    _ = screen.update(.reloaded(contents))
    #expect(screen.selected?.message == Sample.sessions.message)
    #expect(screen.notice == "1 fixed: \(Sample.lease.rule) on mailer consumes order-placed")
  }

  @Test func `the selection of a hidden list stays, too`() {
    var screen = Sample.screen(80, 24, keys: .down, .down, .tab)
    var contents = Sample.contents
    contents.findings.removeFirst()
    _ = screen.update(.reloaded(contents))
    _ = screen.press(.backTab)
    #expect(screen.selected?.message == Sample.sessions.message)
  }

  @Test func `what changed is said and what is new is marked`() {
    var screen = Sample.screen(80, 24)
    var contents = Sample.contents
    contents.findings = [Sample.lease, Sample.warning]
    _ = screen.update(.reloaded(contents))
    #expect(
      screen.notice
        == "2 fixed: queues/no-dlq on order-placed, statefulness/in-memory-session on api")
    contents.headroom = "2.5x"
    contents.findings.insert(Sample.sessions, at: 1)
    _ = screen.update(.reloaded(contents))
    #expect(
      screen.notice
        == "headroom 2.5x, was 0.25x; 1 new: statefulness/in-memory-session on api")
    #expect(screen.frame(80, 24).text[4].hasPrefix(" +high"))
    _ = screen.update(.reloaded(contents))
    #expect(screen.notice == "nothing changed")
  }

  @Test func `of many changes two are named`() {
    var screen = Sample.screen(80, 24)
    var contents = Sample.contents
    contents.findings = []
    _ = screen.update(.reloaded(contents))
    #expect(
      screen.notice == "4 fixed: queues/visibility-shorter-than-work on mailer consumes "
        + "order-placed, queues/no-dlq on order-placed and 2 more")
  }

  @Test func `answered questions and mended problems are said, too`() {
    var screen = Sample.screen(80, 24)
    var contents = Sample.contents
    contents.questions = []
    contents.problems = []
    _ = screen.update(.reloaded(contents))
    #expect(
      screen.notice == "2 answered: replicas of mailer, resharding of orders-db; "
        + "1 mended: a component has no key `replica`")
  }

  @Test func `an accepted finding is not called fixed`() {
    var screen = Sample.screen(80, 24)
    var contents = Sample.contents
    contents.findings[2].accepted = Sample.accepted.accepted
    _ = screen.update(.reloaded(contents))
    #expect(screen.notice == "1 accepted: statefulness/in-memory-session on api")
  }

  @Test func `a broken description keeps the findings and shows a banner`() {
    var screen = Sample.screen(80, 24, keys: .down)
    _ = screen.update(.reloaded(broken()))
    let frame = screen.frame(80, 24)
    #expect(screen.rows.count == 5)
    #expect(frame.text[2].hasPrefix(" 12:3: a mapping does not end here"))
    #expect(Set(frame.row(2).map(\.role)) == [.banner])
    // The editor opens where the selection is: at the finding, or at the mistake.
    #expect(
      screen.press(.character("e"))
        == [.edit(path: Sample.path, line: Sample.explained.place.start.line)])
    var problems = screen
    _ = problems.press(.backTab)
    #expect(problems.press(.character("e")) == [.edit(path: Sample.path, line: 12)])
    #expect(screen.frame(40, 10).text[2].hasPrefix(" 12:3: a mapping"))
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.banner == nil)
    #expect(screen.notice == "1 mended: a mapping does not end here")
  }

  @Test func `a description that stays broken keeps the findings, with the mistakes of now`() {
    var screen = Sample.screen(80, 24, keys: .down)
    _ = screen.update(.reloaded(broken()))
    var again = broken()
    again.problems.insert(
      Problem(
        .error, "syntax", "a key is missing", place: Sample.place(9, 1, "", 1),
        path: Sample.path), at: 0)
    _ = screen.update(.reloaded(again))
    #expect(screen.rows.count == 5)
    #expect(screen.selected?.message == Sample.explained.message)
    #expect(screen.banner?.message == "a key is missing")
    _ = screen.press(.backTab)
    #expect(screen.rows.count == 2)
  }

  @Test func `a description that is broken from the start opens with its problems`() {
    var screen = ReviewScreen(path: Sample.path)
    _ = screen.update(.reloaded(broken()))
    #expect(screen.view.title == "Problems")
    #expect(screen.selected?.message == "a mapping does not end here")
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.view.title == "Findings")
  }

  @Test func `a text whose finding is fixed closes`() {
    var screen = Sample.screen(80, 24, keys: .enter)
    var contents = Sample.contents
    contents.findings.removeFirst()
    _ = screen.update(.reloaded(contents))
    #expect(screen.mode == .list)
  }
}
