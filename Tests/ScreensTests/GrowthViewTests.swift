import Findings
import Review
import Screens
import SourceText
import Testing

/// The views that show how far components carry, and what becomes of them as demand grows.
struct GrowthViewTests {
  private func screen(_ title: String, _ keys: Key...) throws -> ReviewScreen {
    let tabs = try #require(Views.all.firstIndex { $0.title == title })
    var screen = Sample.screen(120, 40)
    for _ in 0..<tabs { _ = screen.press(.tab) }
    for key in keys { _ = screen.press(key) }
    return screen
  }

  private func row(_ label: String, in screen: ReviewScreen) throws -> Entry {
    try #require(screen.rows.first { $0.label == label })
  }

  @Test func `components stand in the order in which they break`() throws {
    let screen = try screen("Components")
    #expect(screen.selected?.label == "payments")
    #expect(!screen.rows.contains { $0.label == "shopper" })
    let payments = try row("payments", in: screen)
    #expect(payments.message.hasPrefix("0.25x   400 %"))
    #expect(payments.bar?.role == .critical)
    #expect(try row("order-placed", in: screen).bar?.share == nil)
  }

  @Test func `findings are counted at both ends of an arrow`() throws {
    let screen = try screen("Components")
    #expect(try row("mailer", in: screen).message.contains("1 finding "))
    // The accepted one does not count.
    #expect(try row("order-placed", in: screen).message.contains("2 findings"))
  }

  @Test func `Right goes into a component and Left comes back to its row`() throws {
    var screen = try screen("Components", .down, .right)
    let label = try #require(screen.selected?.label)
    let text = screen.frame(120, 40).text.joined(separator: "\n")
    for heading in ["Limits", "Used by", "On the way of", "Facts"] {
      #expect(text.contains(heading))
    }
    _ = screen.press(.left)
    #expect(screen.mode == .list && screen.selected?.label == label)
  }

  @Test func `every order keeps the rows, and so does every grouping`() throws {
    var screen = try screen("Components")
    let names = Set(screen.rows.map(\.label))
    for _ in 0..<4 {
      _ = screen.press(.character("o"))
      #expect(Set(screen.rows.map(\.label)) == names)
    }
    for _ in 0..<4 {
      _ = screen.press(.character("b"))
      #expect(names.isSubset(of: screen.rows.map(\.label)))
      #expect(Set(screen.rows.map(\.id)).count == screen.rows.count)
    }
    _ = screen.press(.escape)
    #expect(Set(screen.rows.map(\.label)) == names)
  }

  @Test func `] goes from break to break and says what, why and what moves it`() throws {
    var screen = try screen("Growth", .character("]"))
    var multiples: [String] = []
    for _ in 0..<3 {
      multiples.append(try #require(screen.rows.first).message)
      #expect(screen.selected?.message.contains("saturates at") == true)
      _ = screen.press(.character("]"))
    }
    #expect(Set(multiples).count == 3)
    #expect(screen.frame(120, 40).text.contains { $0.contains(" Why") })
  }

  @Test func `a journey that only reads does not run into a limit on writes`() throws {
    let screen = try screen("Growth")
    #expect(try row("look-around", in: screen).message.contains("read capacity"))
  }

  @Test func `a journey says its mean and its 99th percentile, or that it has none`() throws {
    var screen = try screen("Growth", .down, .down)
    #expect(screen.frame(120, 40).text.contains { $0.contains("p99") })
    for _ in 0..<40 { _ = screen.press(.character("+")) }
    #expect(screen.frame(120, 40).text.contains { $0.contains("requests wait ever longer") })
  }

  @Test func `[ comes back the way that ] went`() throws {
    var screen = try screen("Growth", .character("]"), .character("]"))
    let second = screen.selected?.label
    _ = screen.press(.character("]"), .character("["))
    #expect(screen.selected?.label == second)
  }

  @Test func `[ at today's peak names what is beyond its limit already`() throws {
    let screen = try screen("Growth", .character("["))
    #expect(screen.selected?.label == "payments")
    let words = "already today: payments saturates at 0.25x (rate limit)"
    #expect(screen.notice?.hasPrefix(words) == true, "\(screen.notice ?? "")")
  }

  @Test func `steps lead to round multiples`() throws {
    var screen = try screen("Growth")
    var words: [Substring] = []
    for _ in 0..<7 {
      _ = screen.press(.character("+"))
      words.append(try #require(screen.rows[0].message.split(separator: ":").first))
    }
    #expect(words == ["1.5x", "2x", "3x", "5x", "7x", "10x", "15x"])
    _ = screen.press(.character("-"), .character("-"))
    #expect(screen.rows[0].message.hasPrefix("7x:"))
  }

  @Test func `a break has the same figures in all its places`() throws {
    var screen = try screen("Growth")
    for _ in 0..<4 {
      _ = screen.press(.character("]"))
      let words = try #require(screen.selected?.message.split(separator: " ").last)
      let shown = try #require(screen.rows[0].message.split(separator: ":").first)
      #expect(words.drop { "<=".contains($0) } == shown)
    }
  }

  @Test func `a switch keeps the selection, on and off`() throws {
    var screen = try screen(losing: "zone east")
    let row = screen.selected?.id
    _ = screen.press(.character(" "))
    #expect(screen.selected?.id == row)
    _ = screen.press(.enter)
    #expect(screen.selected?.id == row)
  }

  @Test func `bars grow with the slider up to its end and shrink with it`() throws {
    var screen = try screen("Growth")
    var last = try #require(try row("orders-db", in: screen).bar?.share)
    let first = last
    for _ in 0..<70 {
      _ = screen.press(.character("+"))
      let share = try #require(try row("orders-db", in: screen).bar?.share)
      #expect(share >= last)
      last = share
    }
    #expect(screen.rows[0].message.hasPrefix("1000x"))
    for _ in 0..<70 { _ = screen.press(.character("-")) }
    #expect(try row("orders-db", in: screen).bar?.share == first)
  }

  /// A screen on which some switches are on, found by their words.
  private func screen(losing words: String...) throws -> ReviewScreen {
    var screen = try screen("Growth", .character("x"))
    for words in words {
      _ = screen.press(.home)
      while screen.selected?.message.hasPrefix(words) != true { _ = screen.press(.down) }
      _ = screen.press(.character(" "))
    }
    return screen
  }

  @Test func `x shows every loss and scenario as a switch, and hides them`() throws {
    var screen = try screen("Growth")
    let today = screen.rows
    _ = screen.press(.character("x"))
    #expect(screen.selected?.message.hasPrefix("a replica of each lost; alone: headroom") == true)
    for words in [
      "a replica of each lost", "zone east lost", "zone west lost", "caches cold",
      "payments lost", "scenario open-air",
    ] { #expect(screen.rows.contains { $0.message.hasPrefix(words) }, "\(words)") }
    _ = screen.press(.character("x"))
    #expect(screen.rows == today)
  }

  @Test func `losses are switched on together, and back`() throws {
    var screen = try screen(losing: "zone east", "caches cold")
    #expect(screen.rows[0].message.hasPrefix("1x with zone east lost and caches cold: "))
    let top = screen.frame(100, 24).text[0]
    #expect(top.hasPrefix(" with zone east lost and caches cold: "), "\(top)")
    #expect(screen.rows.filter { $0.label == "[x]" }.count == 2)
    _ = screen.press(.enter)
    #expect(screen.rows[0].message.hasPrefix("1x with zone east lost: "))
    _ = screen.press(.enter, .escape)
    #expect(screen.rows == (try self.screen("Growth").rows))
  }

  @Test func `losing two things is never better than losing one`() throws {
    let outline = try #require(Sample.outline)
    var both = outline
    both.keep(outline.solve(with: [.zone("east"), .coldCaches]))
    let together = try #require(both.variant(with: [.zone("east"), .coldCaches]))
    for one in [LossSwitch.zone("east"), .coldCaches] {
      let alone = try #require(outline.variant(with: [one]))
      #expect(
        alone.model.limits.map { $0.map(\.headroom) }
          != together.model.limits.map { $0.map(\.headroom) })
      for (more, less) in zip(alone.model.limits, together.model.limits) {
        #expect((less.first?.headroom ?? .infinity) <= (more.first?.headroom ?? .infinity))
      }
    }
  }

  @Test func `one scenario holds at a time, and losses beside it`() throws {
    let screen = try screen(losing: "scenario open-air", "payments lost")
    #expect(screen.rows[0].message.hasPrefix("1x scenario open-air with payments lost: "))
  }

  @Test func `what is lost stays lost after a review, which is solved anew`() throws {
    var screen = try screen(losing: "zone east", "zone west")
    var contents = Sample.contents
    contents.outline = Sample.outline
    let effects = screen.update(.reloaded(contents))
    #expect(effects == [.solve([.zone("east"), .zone("west")])])
    #expect(screen.rows[0].message.hasPrefix("1x with zone east and zone west lost, solving: "))
    let top = screen.frame(80, 24).text[0]
    #expect(top.hasPrefix(" with zone east and zone west lost, solving ..."), "\(top)")
  }

  @Test func `a review in which the variant is gone shows today`() throws {
    var screen = try screen(losing: "scenario")
    var contents = Sample.contents
    contents.outline = nil
    _ = screen.update(.reloaded(contents))
    #expect(screen.rows.isEmpty)
    _ = screen.press(.character("]"), .character("+"), .character("x"), .enter)
    #expect(screen.frame(80, 24).text[3].contains("no limit is known"))
  }
}
