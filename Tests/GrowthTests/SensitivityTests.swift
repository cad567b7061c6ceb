import Foundation
import TestSupport
import Testing

/// Assumptions, swept over their range.
@Suite struct SensitivityTests {
  func assumptions(_ description: String) throws -> [[String: Any]] {
    try #require(try grow(description)["assumptions"] as? [[String: Any]])
  }

  func assumption(_ description: String, about property: String) throws -> [String: Any] {
    try #require(try assumptions(description).first { $0["property"] as? String == property })
  }

  func system(_ components: String, growth: String = "growth: 3x in 1 year\n") -> String {
    growth + "journeys: { j: { calls: a, rate: 10/s, peak: 40/s } }\ncomponents:\n" + components
  }

  /// What the same description carries once somebody says the value.
  func said(_ description: String, _ change: String) throws -> Double? {
    let headroom = try grow(description, set: [change])["headroom"] as? [String: Any]
    return headroom?["multiple"] as? Double
  }

  @Test func `even keys are swept to a busy one, as if somebody had said so`() throws {
    let description = system(
      """
        a: { kind: service, writes: b }
        b: { kind: database, shards: { count: 16, writes: 10/s } }
      """)
    let keys = try assumption(description, about: "shards.top-share")
    #expect(keys["headroom_low"] as? Double == 4)
    let busy = try #require(try said(description, "components.b.shards.top-share=6.5%"))
    #expect(abs((keys["headroom_high"] as? Double ?? 0) - busy) < 1e-9)
    // From 4x to 2x: the target of 3x is no longer carried.
    #expect(keys["decides"] as? Bool == true)
  }

  @Test func `silent callees are swept to a seek or the way to another continent`() throws {
    func description(_ replicas: Int) -> String {
      system(
        """
          a: { kind: service, replicas: \(replicas), concurrency: 10, takes: 100ms, calls: b }
          b: { kind: external, limit: 200/s }
        """)
    }
    let few = try assumption(description(3), about: "takes")
    #expect(few["headroom_low"] as? Double == 5 && few["element_low"] as? String == "b")
    #expect(few["element_high"] as? String == "a" && few["decides"] as? Bool == true)
    let slow = try said(description(3), "components.b.takes=150ms")
    #expect(few["headroom_high"] as? Double == slow)
    let many = try assumption(description(30), about: "takes")
    #expect(many["decides"] as? Bool == false)
    #expect(many["headroom_high"] as? Double == 5)
    #expect(
      (try assumption(description(30), about: "takes")["range"] as? [String: Any])?["high"]
        as? String == "150 ms")
  }

  @Test func `silent pools are swept over what libraries do`() throws {
    let description = system(
      """
        a: { kind: service, replicas: 4, concurrency: 100, takes: 10ms, reads: b }
        b: { kind: database, max-connections: 100, takes: 1ms }
      """)
    let pools = try assumption(description, about: "pool")
    #expect(pools["element_low"] as? String == "a" && pools["element_high"] as? String == "b")
    #expect(pools["headroom_high"] as? Double == 0 && pools["decides"] as? Bool == true)
  }

  @Test func `distributions move times and not what is carried`() throws {
    let description = system(
      "  a: { kind: service, replicas: 2, concurrency: 4, takes: 100ms, takes-p99: 900ms, calls: b }\n"
        + "  b: { kind: service, replicas: 1, concurrency: 10, takes: 50ms }")
    let spread = try assumption(description, about: "variability")
    #expect(spread["headroom_low"] as? Double == spread["headroom_high"] as? Double)
    let (low, high) = (spread["p99_low_s"] as? Double, spread["p99_high_s"] as? Double)
    #expect(low ?? 9 < high ?? 0)
    #expect(spread["journey"] as? String == "j" && spread["decides"] as? Bool == false)
  }

  @Test func `what decides comes first, and has no range where none is honest`() throws {
    let description = system(
      "  a: { kind: function, technology: lambda, replicas: 3, takes: 10ms }")
    let all = try assumptions(description)
    #expect(all.first?["property"] as? String == "concurrency")
    #expect(all.first?["decides"] as? Bool == true && all.first?["range"] is NSNull)
    let order = all.map { $0["decides"] as? Bool == true ? 0 : $0["range"] is NSNull ? 2 : 1 }
    #expect(order == order.sorted())
    #expect(growText(description, .text).contains("This depends on an assumption"))
  }

  // Nothing, or the way to another continent: 40 servers held for 500 ms do 80/s, for 650 ms 62/s.
  @Test(arguments: [("2s", false), ("1600ms", false), ("1s", true), ("500ms", true)])
  func `what moves the headroom by more than a tenth decides`(
    _ takes: String, _ decides: Bool
  ) throws {
    let callee = try assumption(
      system(
        """
          a: { kind: service, replicas: 4, concurrency: 10, takes: \(takes), calls: b }
          b: { kind: external }
        """, growth: ""), about: "takes")
    #expect(callee["element_low"] as? String == "a" && callee["element_high"] as? String == "a")
    #expect(callee["decides"] as? Bool == decides)
  }
}
