import Description
import Foundation
import Reports
import Review
import TestSupport
import Testing

/// Scenarios, losses and cold caches, from the description and the flags to the report.
@Suite struct WhatIfTests {
  func report(_ description: String, _ whatIf: WhatIf) throws -> [String: Any] {
    let text = growText(description, .json, whatIf: whatIf)
    return try forecast(in: Data(text.utf8))
  }

  func what(
    if scenarios: [String] = [], set changes: [String] = [], lose losses: [String] = [],
    cold isCold: Bool = false
  ) -> WhatIf {
    var whatIf = WhatIf()
    whatIf.scenarios = scenarios
    whatIf.changes = changes.compactMap(Change.init)
    whatIf.losses = losses
    whatIf.isCacheCold = isCold
    return whatIf
  }

  @Test func `what is lost hides no target that is missed`() throws {
    let description = """
      journeys:
        report: { calls: portal, rate: 1/s, peak: 4/s, target: { p99: 5s } }
        pay: { calls: api, rate: 1/s, peak: 4/s }
      components:
        portal: { kind: service, replicas: 1, concurrency: 8, takes: 1s }
        api: { kind: service, replicas: 2, concurrency: 8, takes: 10ms, calls: bank }
        bank: { kind: external, limit: 100/s }
      """
    let today = try #require(headroom(try report(description, what())))
    #expect(today.element == "portal" && today.multiple > 1)
    let lost = try #require(headroom(try report(description, what(lose: ["bank"]))))
    #expect(lost.multiple == 0)
    #expect(growText(description, .json, whatIf: what(lose: ["bank"])).contains("latency target"))
  }

  /// A part of a report as text, so that parts can be compared.
  func text(_ part: Any?) throws -> String {
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .fragmentsAllowed]
    let data = try JSONSerialization.data(withJSONObject: part ?? NSNull(), options: options)
    return String(decoding: data, as: UTF8.self)
  }

  func headroom(_ report: [String: Any]) -> (element: String, multiple: Double)? {
    guard let headroom = report["headroom"] as? [String: Any],
      let element = headroom["element"] as? String, let multiple = headroom["multiple"] as? Double
    else { return nil }
    return (element, multiple)
  }

  static let shop = """
    journeys:
      buy: { calls: { to: api, timeout: 2s }, rate: 10/s, peak: 40/s }
      look: { calls: web, rate: 10/s }
    components:
      web: { kind: service, replicas: 3, zones: [a, b, c], concurrency: 10, takes: 100ms,
        reads: { from: stock, timeout: 100ms, fallback: a page without stock } }
      api: { kind: service, replicas: 2..7, zones: [a, b, c], concurrency: 10, takes: 100ms,
        reads: [{ from: db, hit: 90% }, pages] }
      stock: { kind: external, limit: 500/s, takes: 10ms }
      pages: { kind: cache, read-capacity: 9k/s }
      db: { kind: database, read-capacity: 80/s, zones: a }
    scenarios:
      sale: { set: { journeys.buy.peak: 160/s, components.api.replicas: 4..14 } }
      busier-sale: { set: { journeys.buy.peak: 320/s } }
      zone: { lose: a }
      nothing-cached: { cold-cache: yes }
    """

  @Test func `a scenario does what its flags do`() throws {
    let flags: [(name: String, same: WhatIf)] = [
      ("sale", what(set: ["journeys.buy.peak=160/s", "components.api.replicas=4..14"])),
      ("zone", what(lose: ["a"])), ("nothing-cached", what(cold: true)),
    ]
    for (name, same) in flags {
      let left = try report(Self.shop, what(if: [name]))
      let right = try report(Self.shop, same)
      for key in ["limits", "multiples", "headroom", "headroom_unchanged", "remedies"] {
        #expect(try text(left[key]) == text(right[key]), "\(name) \(key)")
      }
      #expect((left["changes"] as? [String])?.first?.hasPrefix("scenario \(name) (") == true)
      let listed = try report(Self.shop, WhatIf())["scenarios"] as? [[String: Any]]
      let own = try #require(listed?.first { $0["scenario"] as? String == name })
      #expect(try text(own["headroom"]) == text(right["headroom"]))
    }
  }

  @Test func `scenarios are laid over each other, and flags over them`() throws {
    func peak(_ whatIf: WhatIf) throws -> Double? {
      let point = (try report(Self.shop, whatIf)["multiples"] as? [[String: Any]])?.first
      return (point?["journeys"] as? [[String: Any]])?.first?["rate_per_s"] as? Double
    }
    #expect(try peak(what(if: ["sale", "busier-sale"])) == 320)
    #expect(try peak(what(if: ["busier-sale", "sale"])) == 160)
    #expect(try peak(what(if: ["sale"], set: ["journeys.buy.peak=99/s"])) == 99)
  }

  @Test func `a zone takes its share of the replicas, the worse where they do not divide`() throws {
    let today = try report(Self.shop, what())
    #expect(number(today, .limit("api", "headroom")) == 17.5)
    // Of seven replicas in three zones three are in the zone that is lost.
    let lost = try report(Self.shop, what(set: ["components.db.zones=b"], lose: ["a"]))
    #expect(number(lost, .limit("api", "headroom")) == 10)
    #expect(number(lost, .limit("web", "headroom")) == 18.1818)
    #expect(number(today, .limit("api", "headroom_without_worst_zone")) == 10)
    let two = try report(Self.shop, what(set: ["components.db.zones=b"], lose: ["a", "c"]))
    // The law says 5; a little before, one caller in a hundred gives up.
    let carried = try #require(number(two, .limit("api", "headroom")))
    #expect(carried > 4.9 && carried <= 5)
  }

  @Test func `what stands in the lost zone alone carries nothing, and nothing needs it for free`()
    throws
  {
    let lost = try report(Self.shop, what(lose: ["a"]))
    #expect(headroom(lost).map { $0 == ("db", 0) } == true)
    let points = try #require((lost["multiples"] as? [[String: Any]])?.first)
    let journeys = try #require(points["journeys"] as? [[String: Any]])
    #expect(journeys.first?["goodput_per_s"] as? Double == 0)
    #expect(journeys.first?["bottleneck"] as? String == "db")
    // Looking needs no database.
    #expect(journeys.last?["goodput_per_s"] as? Double == 10)
    let today = try #require(try report(Self.shop, what())["without_worst_zone"] as? [String: Any])
    #expect(today["lost"] as? String == "a" && today["headroom"] as? Double == 0)
  }

  @Test func `a fallback holds its caller until the timeout, a breaker does not`() throws {
    let today = number(try report(Self.shop, what()), .limit("web", "headroom"))
    #expect(today == 27.2727)
    let lost = try report(Self.shop, what(lose: ["stock"]))
    #expect(headroom(lost)?.multiple ?? 0 > 0)
    #expect(number(lost, .limit("stock", "headroom")) == nil)
    #expect(number(lost, .limit("web", "headroom")) == 15)
    let broken = Self.shop.replacingOccurrences(
      of: "timeout: 100ms, fallback", with: "timeout: 100ms, breaker: true, fallback")
    #expect(number(try report(broken, what(lose: ["stock"])), .limit("web", "headroom")) == 30)
  }

  @Test func `a lost cache answers nothing, and its readers' hits are gone`() throws {
    let optional = Self.shop.replacingOccurrences(
      of: "pages]", with: "{ from: pages, fallback: the database }]")
    let lost = try report(optional, what(lose: ["pages"]))
    #expect(number(lost, .limit("db", "headroom")) == 2)
    #expect(number(try report(optional, what()), .limit("db", "headroom_cold_caches")) == 2)
  }

  @Test func `a lost worker lets its queue grow, and what it calls rests`() throws {
    let system = """
      journeys: { j: { calls: a, rate: 10/s } }
      components:
        a: { kind: service, publishes: q }
        q: { kind: queue }
        w: { kind: worker, replicas: 4, concurrency: 5, consumes: { from: q, takes: 1s }, calls: x }
        x: { kind: external, limit: 40/s }
      """
    let lost = try report(system, what(lose: ["w"]))
    #expect(headroom(lost).map { $0 == ("w", 0) } == true)
    #expect(number(lost, .limit("x", "headroom")) == nil)
    #expect(number(lost, .element("q", "backlog_growth_per_s")) == 10)
  }

  @Test func `mistakes in scenarios are found although nobody asks for them`() throws {
    let wrong =
      Self.shop + """

          typo: { set: { components.apy.replicas: 3 } }
          unit: { set: { journeys.buy.peak: 40 } }
          order: { set: { journeys.buy.peak: 1/s } }
          zones: { lose: [d] }
          keys: { cold-caches: yes, set: 3 }
        """
    let problems = reading(wrong).problems
    let lines = problems.map { "\($0.place?.start.line ?? 0) \($0.code)" }
    #expect(
      lines == [
        "17 unknown-path", "18 wrong-value", "19 contradiction", "20 unknown-loss",
        "21 unknown-key", "21 not-a-mapping",
      ])
    #expect(problems.first?.remedy?.contains("`api`") == true)
  }

  @Test func `names that do not exist are told where they stand`() throws {
    for (whatIf, near) in [
      (what(if: ["sal"]), "sale"), (what(lose: ["apy"]), "api"),
      (what(set: ["components.apy.replicas=3"]), "api"),
    ] {
      let problems = try #require(try report(Self.shop, whatIf)["problems"] as? [[String: Any]])
      #expect(problems.count == 1)
      #expect("\(problems)".contains("did you mean `\(near)`?"), "\(problems)")
    }
  }

  @Test(arguments: GrowthFormat.allCases)
  func `a loss of everything is said without nonsense`(_ format: GrowthFormat) {
    let all = ["web", "api", "stock", "pages", "db", "a", "b", "c"]
    for losses in [all, ["a", "b", "c"], ["db"]] {
      let text = growText(Self.shop, format, at: [1, 100], whatIf: what(lose: losses))
      let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
      #expect(words.isDisjoint(with: ["nan", "inf", "infinity"]), "\(text)")
    }
  }
}
