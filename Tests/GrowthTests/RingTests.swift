import Growth
import Testing

/// Rings of calls: exact answers, however slowly they settle and however long they are.
@Suite struct RingTests {
  @Test(arguments: [0.5, 0.9, 0.99, 0.9999])
  func `a ring that settles slowly has an answer`(_ share: Double) throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 4/s } }
      components:
        a: { kind: service, replicas: 1, concurrency: 9, takes: 1us, calls: b }
        b: { kind: service, replicas: 1, concurrency: 9, takes: 1us, calls: { to: a, per-request: \(share) } }
      """)
    #expect((report["divergent"] as? [Any])?.count ?? 0 == 0)
    let rate = try #require(number(report, .element("a", "arrival_rate_per_s")))
    #expect(abs(rate * (1 - share) / 4 - 1) < 1e-9)
  }

  @Test(arguments: [1, 1.0001, 3])
  func `a ring that amplifies has none`(_ share: Double) throws {
    let report = try grow(
      """
      journeys: { j: { calls: a, rate: 4/s } }
      components:
        a: { kind: service, calls: b }
        b: { kind: service, calls: { to: a, per-request: \(share) } }
      """)
    #expect((report["divergent"] as? [Any])?.count == 1)
  }

  @Test(arguments: [450, 1200])
  func `a ring longer than its rounds has an answer`(_ count: Int) throws {
    let components = (0..<count).map { index in
      "  c\(index): { kind: service, limit: 1k/s, calls: { to: c\((index + 1) % count), per-request: "
        + "\(index == 0 ? 0.5 : 1) } }"
    }
    let report = try grow(
      "journeys: { j: { calls: c0, rate: 4/s } }\ncomponents:\n"
        + components.joined(separator: "\n"))
    let rate = try #require(number(report, .element("c0", "arrival_rate_per_s")))
    #expect(abs(rate / 8 - 1) < 1e-9)
  }

  @Test func `what comes through queues into a ring is levelled as before it`() throws {
    let report = try grow(
      """
      journeys: { j: { calls: p, rate: 10/s, peak: 100/s } }
      components:
        p: { kind: gateway, publishes: q }
        q: { kind: queue }
        w: { kind: worker, replicas: 1, concurrency: 1, takes: 50ms, consumes: q, calls: a }
        a: { kind: service, limit: 1k/s, calls: b }
        b: { kind: service, limit: 1k/s, calls: { to: a, per-request: 0.5 } }
      """)
    // The worker takes 20/s at most, of which the ring makes twice as many.
    let rate = try #require(number(report, .element("a", "arrival_rate_per_s")))
    #expect(abs(rate / 40 - 1) < 1e-9)
  }

  /// Components of which each calls all others.
  @Test func `a dense ring is what its symmetry says`() throws {
    let (count, use) = (60, 0.004)
    let components = (0..<count).map { index in
      let calls = (0..<count).filter { $0 != index }.map {
        "{ to: c\($0), per-request: \(use), timeout: 1s, attempts: 3 }"
      }
      return "  c\(index): { kind: service, takes: 1ms, replicas: 40, concurrency: 64, calls: "
        + "[\(calls.joined(separator: ", "))] }"
    }
    let report = try grow(
      "journeys: { j: { calls: [\((0..<count).map { "c\($0)" }.joined(separator: ", "))], "
        + "rate: 10/s } }\ncomponents:\n" + components.joined(separator: "\n"))
    let amplified = 1 / (1 - use * Double(count - 1))
    let rate = try #require(number(report, .element("c7", "arrival_rate_per_s")))
    #expect(abs(rate / (10 * amplified) - 1) < reported)
    let mean = try #require(number(report, .element("c7", "mean_s")))
    #expect(abs(mean / (0.001 * amplified) - 1) < 1e-6)
  }
}
