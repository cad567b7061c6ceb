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

  @Test func `each loss and scenario is shown in turn, and today comes again`() throws {
    var screen = try screen("Growth")
    let today = screen.rows
    var names: [String] = []
    repeat {
      _ = screen.press(.character("x"))
      names.append(screen.rows[0].message)
    } while screen.rows != today && names.count < 20
    for name in [
      "one replica less each", "without zone east", "caches cold", "without payments",
      "scenario open-air",
    ] { #expect(names.contains { $0.contains(name) }, "\(name)") }
    _ = screen.press(.character("X"))
    #expect(screen.rows[0].message.contains("scenario open-air"))
    _ = screen.press(.escape)
    #expect(screen.rows == today)
  }

  @Test func `a review in which the variant is gone shows today`() throws {
    var screen = try screen("Growth", .character("X"))
    var contents = Sample.contents
    contents.outline = nil
    _ = screen.update(.reloaded(contents))
    #expect(screen.rows.isEmpty)
    _ = screen.press(.character("]"), .character("+"), .character("x"), .enter)
    #expect(screen.frame(80, 24).text[3].contains("no limit is known"))
  }
}
