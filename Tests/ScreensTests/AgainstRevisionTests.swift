import Architecture
import Description
import Review
import Screens
import SourceText
import Testing

/// The screen against a revision.
struct AgainstRevisionTests {
  private static func review(limit: String) -> Review {
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
  }
}
