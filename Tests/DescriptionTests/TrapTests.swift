import Architecture
import Findings
import Testing
import TestSupport

/// What is legal and surely not meant is a warning, and what is meant is none.
@Suite struct TrapTests {
  private func warnings(_ components: String) -> [String] {
    reading("components:\n" + components).problems.map {
      "\($0.weight.rawValue) \($0.message); \($0.remedy ?? "")"
    }
  }

  @Test func `hit belongs to the arrow that a hit saves`() {
    let stores = "  c: { kind: cache }\n  d: { kind: database }"
    #expect(
      warnings("  a: { kind: service, reads: [{ from: c, hit: 95% }, d] }\n" + stores) == [
        "warning `hit` is on the arrow to the cache `c` itself: only 5 % of the requests reach it, "
          + "and all of them `d`; move `hit: 95 %` to the arrow to `d`, which a hit saves"
      ])
    #expect(warnings("  a: { kind: service, reads: [c, { from: d, hit: 95% }] }\n" + stores) == [])
    // One cache before another: a hit in the process saves the look into the shared one.
    #expect(
      warnings(
        "  a: { kind: service, reads: [{ from: c, hit: 50% }, { from: d, hit: 95% }] }\n" + stores)
        == [])
  }

  @Test(arguments: [
    (
      "replicas: 3, scaling: { on: cpu }",
      "warning `scaling` has no effect: `replicas: 3` is fixed"
    ),
    ("availability: 0.9995%", "warning `availability` of 0.9995 % means that most requests fail"),
    (
      "tenants: { count: 400, top-share: 0.1% }",
      "warning `tenants.top-share` of 0.1 % is less than an even share of the 400 of `tenants.count`"
    ),
  ])
  func `values that cannot be meant are said`(_ line: String, _ warning: String) {
    let found = warnings("  a: { kind: service, \(line) }")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(warning) == true)
  }

  @Test func `backoff without a retry is said`() {
    let calls = { (keys: String) in
      "  a: { kind: service, calls: { to: b, \(keys) } }\n  b: { kind: service }"
    }
    #expect(warnings(calls("attempts: 1, backoff: jittered")).count == 1)
    #expect(warnings(calls("attempts: 2, backoff: jittered")) == [])
    #expect(warnings(calls("attempts: 1, backoff: none")) == [])
  }

  @Test(arguments: [
    "replicas: 3..12, scaling: { on: cpu }", "availability: 99.95%",
    "tenants: { count: 400, top-share: 0.25% }",
  ])
  func `what can be meant is not said`(_ line: String) {
    #expect(warnings("  a: { kind: service, \(line) }") == [])
  }
}
