import Architecture
import Description
import Findings
import Review
import Screens
import SourceText
import Testing

/// The screen against a revision.
struct AgainstRevisionTests {
  static func review(limit: String) -> Review {
    let text = """
      tenfold: 1
      system: Shop
      journeys:
        buy: { from: shopper, calls: api, rate: 40/s, peak: 400/s }
      components:
        shopper: { kind: client }
        api: { kind: service, replicas: 4, calls: payments }
        payments: { kind: external, limit: \(limit) }
      """
    let path = Sample.path
    return Review.make(
      path: path, files: .memory([path: Array(text.utf8)]),
      rules: .builtIn)
  }

  private func text(_ screen: ReviewScreen) -> String {
    screen.frame(screen.width, screen.height).text.joined(separator: "\n")
  }

  @Test func `d asks for a revision, which is the one checked out unless it is said`() {
    var screen = Sample.screen(80, 24, keys: .character("d"))
    #expect(screen.mode == .input)
    #expect(text(screen).contains("compare with revision: HEAD"))
    _ = screen.press(.control("u"))
    screen.type("v1")
    #expect(screen.press(.enter) == [.differ(from: "v1")])
    #expect(screen.notice == "reviewing ticket.tenfold.yaml at v1 ...")
    _ = screen.press(.character("d"))
    #expect(text(screen).contains("compare with revision: v1"))
  }

  @Test func `what is new and what is fixed is named, and follows the file`() {
    var screen = Sample.screen(100, 40, keys: .character("d"), .enter)
    let (few, many) = (Self.review(limit: "100/s"), Self.review(limit: "100k/s"))
    let (worse, better) = (ReviewDiff(old: many, new: few), ReviewDiff(old: few, new: many))
    _ = screen.update(.differs(from: "HEAD", .success(worse)))
    let finding = worse.findings("new").first?.message.prefix(40) ?? "?"
    #expect(text(screen).contains("> Against HEAD") && text(screen).contains(finding))
    #expect(text(screen).contains("0 fixed"))
    #expect(screen.update(.reloaded(Sample.contents)).contains(.differ(from: "HEAD")))
    _ = screen.update(.differs(from: "HEAD", .success(better)))
    #expect(text(screen).contains(" 0 new, "))
    #expect(text(screen).contains(" \(better.fixed.count) fixed"))
    _ = screen.press(.escape)
    #expect(screen.mode == .list)
  }

  @Test func `why there is nothing to compare with is said`() {
    var screen = Sample.screen(80, 24, keys: .character("d"), .enter)
    let refusal = DescriptionChange.Refusal("git reads no repository in `.`")
    _ = screen.update(.differs(from: "HEAD", .failure(refusal)))
    #expect(screen.notice == "git reads no repository in `.`" && screen.mode == .list)
    _ = screen.press(.character("d"), .control("u"))
    screen.type("nosuch")
    _ = screen.press(.enter)
    _ = screen.update(.differs(from: "nosuch", .failure(refusal)))
    _ = screen.press(.character("d"))
    #expect(text(screen).contains("compare with revision: HEAD"))
  }

  @Test func `Enter goes to the list, whose rows are marked`() {
    let (less, least) = (Self.review(limit: "200/s"), Self.review(limit: "100/s"))
    var screen = Sample.screen(80, 24)
    _ = screen.update(.reloaded(Contents(least)))
    _ = screen.press(.tab, .character("d"), .enter)
    _ = screen.update(.differs(from: "HEAD", .success(ReviewDiff(old: less, new: least))))
    _ = screen.press(.enter)
    #expect(screen.mode == .list && screen.view.title == "Findings")
    #expect(screen.selected?.mark == "^")
  }

  @Test func `what is worse or better says from what to what`() {
    var screen = Sample.screen(100, 40, keys: .character("d"), .enter)
    let (less, least) = (Self.review(limit: "200/s"), Self.review(limit: "100/s"))
    for (old, new, words) in [
      (less, least, "its headroom was 0.5x and is 0.25x"),
      (least, less, "its headroom was 0.25x and is 0.5x"),
    ] {
      _ = screen.update(.differs(from: "HEAD", .success(ReviewDiff(old: old, new: new))))
      #expect(text(screen).contains(words))
    }
  }

  @Test func `what is accepted stays accepted, whatever the revision said of it`() throws {
    let (old, new) = (Self.review(limit: "100k/s"), Self.review(limit: "100/s"))
    var contents = Contents(new)
    contents.findings[0].accepted = AcceptedRisk(place: contents.findings[0].place)
    var screen = ReviewScreen(path: Sample.path, width: 100, height: 30)
    _ = screen.update(.reloaded(contents))
    let accepted = screen.rows.count { $0.isAccepted }
    #expect(accepted == 1)
    _ = screen.press(.character("d"), .enter)
    _ = screen.update(.differs(from: "HEAD", .success(ReviewDiff(old: old, new: new))))
    _ = screen.press(.escape)
    #expect(screen.rows.count { $0.isAccepted } == accepted + (screen.contents?.fixed.count ?? 0))
    #expect(text(screen).contains("1 accepted"))
  }
}
