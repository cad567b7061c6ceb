import Description
import Findings
import Screens
import SourceText
import TestSupport
import Testing

/// Values that are looked at in place of those in the file, and what is written there.
struct WhatIfTests {
  /// The page of the component that keeps 4 replicas, its first value selected.
  private static func page() -> ReviewScreen {
    var screen = Sample.screen(80, 24, keys: .tab)
    while screen.selected?.label != "api" { _ = screen.press(.down) }
    _ = screen.press(.right)
    return screen
  }

  /// Goes to a value of the page by its name and supposes more of it.
  private static func more(of name: String, _ screen: inout ReviewScreen) -> [Effect] {
    for _ in 0..<30 {
      _ = screen.press(.tab)
      let row = screen.frame(80, 24).text.first { $0.hasPrefix(">") } ?? ""
      if row.contains(name) { return screen.press(.character("+")) }
    }
    return []
  }

  @Test func `plus on a value asks for a review with more of it`() throws {
    var screen = Self.page()
    let change = try #require(Change("components.api.replicas=5"))
    #expect(Self.more(of: "replicas", &screen) == [.suppose([change])])
    #expect(screen.frame(80, 24).text[0].hasPrefix(" what if, 0.25x in the file: "))
    // A second step goes on from the first, although no review knows it yet.
    let more = try #require(Change("components.api.replicas=6"))
    #expect(screen.press(.character("+")) == [.suppose([more])])
    #expect(screen.press(.character("u")) == [.suppose([change])])
    #expect(screen.press(.character("u")) == [.reload])
    #expect(screen.press(.control("r")) == [.suppose([change])])
    #expect(screen.press(.character("=")) == [])
    _ = screen.press(.control("u"))
    screen.type("6")
    #expect(screen.press(.enter) == [.suppose([more])])
  }

  @Test func `what is supposed is written once its lines were shown`() throws {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    let edit = DescriptionEdit("api", property: "replicas", to: "5")
    #expect(screen.press(.character("W")) == [.compare([edit])])
    _ = screen.update(.compared(.success("shop\n@@ line 3 @@\n-replicas: 4\n+replicas: 5\n")))
    #expect(screen.frame(80, 24).text.contains { $0.contains("+replicas: 5") })
    #expect(screen.press(.character("y")) == [.write([edit], then: .forget)])
    _ = screen.update(.written(failure: nil, .forget))
    #expect(screen.press(.character("u")) == [])
    #expect(screen.notice == "nothing is supposed")
  }

  @Test func `what is supposed can be kept as a scenario`() {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    _ = screen.press(.character("S"))
    screen.type("more")
    let edit = DescriptionEdit(
      nil, ["scenarios", "more", "set", "components.api.replicas"], to: "5")
    #expect(screen.press(.enter) == [.write([edit], then: .keep(scenario: "more"))])
  }

  @Test func `a scenario that is kept is told by its line, and marks nothing as new`() {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    _ = screen.update(.written(failure: nil, .keep(scenario: "open-air")))
    var contents = Sample.contents
    contents.findings.insert(contents.findings[0], at: 0)
    contents.findings[0] = JudgedFinding(
      Finding(
        rule: "model/x", title: "X", severity: .low, element: "api", message: "x",
        place: Sample.place(1, 1, "", 1), advice: "", fingerprint: "another"))
    for _ in 0..<2 {
      _ = screen.update(.reloaded(contents))
      #expect(screen.notice == "scenario open-air written, ticket.tenfold.yaml:28")
    }
    _ = screen.press(.escape, .backTab)
    #expect(!screen.frame(80, 24).text.contains { $0.dropFirst().hasPrefix("+") })
  }

  @Test func `what is taken back is shown as the file says it, without waiting`() throws {
    var screen = Self.page()
    let top = screen.frame(80, 24).text[0]
    _ = Self.more(of: "replicas", &screen)
    _ = screen.press(.character("u"))
    #expect(screen.frame(80, 24).text[0] == top)
    _ = screen.press(.control("r"))
    #expect(screen.frame(80, 24).text[0].hasPrefix(" what if, 0.25x in the file: "))
  }

  @Test func `the top row says what if where nothing is known to saturate`() throws {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    var unknown = Sample.contents
    unknown.verdict = nil
    let change = try #require(Change("components.api.replicas=5"))
    _ = screen.update(.supposed(unknown, [change]))
    #expect(screen.frame(80, 24).text[0].hasPrefix(" what if, 0.25x in the file: what saturates"))
  }

  @Test func `a review of other values than those of now is not shown`() throws {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    var late = Sample.contents
    late.system = "Late"
    let old = try #require(Change("components.api.replicas=9"))
    _ = screen.update(.supposed(late, [old]))
    #expect(screen.contents?.system == "Ticket shop")
    let now = try #require(Change("components.api.replicas=5"))
    _ = screen.update(.supposed(late, [now]))
    #expect(screen.contents?.system == "Late")
  }

  @Test func `a value of a wrong form is asked for again, and nothing is supposed`() {
    var screen = Self.page()
    let top = screen.frame(80, 24).text[0]
    _ = Self.more(of: "replicas", &screen)
    _ = screen.press(.character("u"), .character("="), .control("u"))
    _ = screen.update(.reloaded(Sample.contents))
    _ = screen.press(.character("="), .control("u"))
    screen.type("many")
    #expect(screen.press(.enter) == [])
    #expect(screen.notice?.hasPrefix("`many` is no replicas; write ") == true)
    #expect(screen.mode == .input && screen.prompt?.field.text == "many")
    #expect(screen.frame(80, 24).text[0] == top)
  }

  @Test func `what cannot be supposed is supposed no longer`() throws {
    var screen = Self.page()
    let top = screen.frame(80, 24).text[0]
    _ = Self.more(of: "replicas", &screen)
    var broken = Sample.contents
    broken.problems = [
      Problem(.error, "no-room", "`5` is too many", remedy: "", place: nil, path: Sample.path)
    ]
    _ = screen.update(.supposed(broken, [try #require(Change("components.api.replicas=5"))]))
    #expect(screen.notice == "`5` is too many")
    #expect(screen.frame(80, 24).text[0] == top)
    _ = screen.press(.character("u"))
    #expect(screen.notice == "nothing is supposed")
  }

  @Test func `q asks once where something is supposed and not written`() {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    _ = screen.press(.escape)
    #expect(screen.press(.character("q")) == [])
    #expect(screen.notice?.hasPrefix("1 value is supposed and not written: ") == true)
    #expect(screen.press(.down, .character("q")) == [])
    #expect(screen.press(.character("q")) == [.quit])
  }

  @Test func `a finding is accepted with reason, owner and last day`() {
    var screen = Sample.screen(80, 24)
    _ = screen.press(.character("a"), .enter)
    #expect(screen.notice == "a decision needs a reason; Esc leaves")
    screen.type("the fleet is small")
    _ = screen.press(.enter)
    screen.type("Ada")
    _ = screen.press(.enter)
    screen.type("soon")
    _ = screen.press(.enter)
    #expect(screen.notice?.contains("is no day") == true)
    _ = screen.press(.control("u"))
    screen.type("2027-03-31")
    let effects = screen.press(.enter)
    guard case .accept(let decision)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(decision.fingerprint == "lease")
    #expect(decision.reason == "the fleet is small")
    #expect(decision.owner == "Ada")
    #expect(decision.until == "2027-03-31")
    _ = screen.update(.written(failure: nil, .nextRow))
    // The next decision begins with the same owner and day.
    _ = screen.press(.down, .character("a"))
    screen.type("x")
    _ = screen.press(.enter)
    #expect(screen.prompt?.field.text == "Ada")
  }

  @Test func `what was supposed and is kept is told against the file, not as a loss`() throws {
    var screen = Self.page()
    _ = Self.more(of: "replicas", &screen)
    var better = Sample.contents
    better.headroom = "9x"
    better.findings.removeFirst()
    let change = try #require(Change("components.api.replicas=5"))
    _ = screen.update(.supposed(better, [change]))
    _ = screen.update(.written(failure: nil, .forget))
    _ = screen.update(.reloaded(Sample.contents))
    #expect(screen.notice == "written", "\(screen.notice ?? "")")
    #expect(screen.rows.allSatisfy { $0.mark == nil })
  }
}
