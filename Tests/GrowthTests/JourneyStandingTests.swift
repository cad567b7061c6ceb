import Foundation
import TestSupport
import Testing

/// What each journey carries by itself, what ends it, and what it survives.
@Suite struct JourneyStandingTests {
  private let shop = """
    system: Shop
    journeys:
      browse: { from: user, calls: web.show, rate: 100/s }
      buy: { from: user, calls: web.buy, rate: 10/s, critical: yes, target: { p99: 1s } }
      upload: { from: user, calls: web.upload, rate: 1/s }
    components:
      user: { kind: client }
      web:
        kind: service
        replicas: 4
        concurrency: 50
        zones: [west-1, west-2]
        operations:
          show: { takes: 20ms }
          buy: { takes: 20ms, calls: bank }
          upload: { takes: 20ms, publishes: jobs }
      bank: { kind: external, limit: 30/s, takes: 50ms }
      jobs: { kind: queue }
      worker: { kind: worker, replicas: 1, concurrency: 1, takes: 500ms, consumes: jobs }

    """

  private func journeys(_ description: String) throws -> [String: [String: Any]] {
    let all = try #require(try grow(description)["journeys"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: all.map { ($0["journey"] as? String ?? "", $0) })
  }

  private func end(_ journey: [String: Any]?, _ key: String = "ends") throws -> (String, Double) {
    let end = try #require(journey?[key] as? [String: Any])
    return (
      try #require(end["element"] as? String), try #require(end["headroom"] as? Double)
    )
  }

  @Test func `each journey ends at what it needs itself`() throws {
    let journeys = try journeys(shop)
    #expect(try end(journeys["buy"]) == ("bank", 3))
    #expect(try end(journeys["browse"]).0 == "web")
    #expect(try end(journeys["upload"], "ends_later") == ("worker", 2))
    #expect(journeys["browse"]?["ends_later"] is NSNull)
  }

  @Test func `a lost dependency takes only those that need it`() throws {
    let journeys = try journeys(shop)
    let losses = try #require(journeys["buy"]?["losses"] as? [[String: Any]])
    let bank = try #require(losses.first { $0["kind"] as? String == "dependency" })
    #expect(bank["lost"] as? String == "bank" && bank["served"] as? Double == 0)
    #expect((journeys["browse"]?["survives"] as? [String])?.contains("replica") == true)
    #expect((journeys["buy"]?["survives"] as? [String])?.contains("zone") == true)
  }

  @Test func `with a zone lost the other has to carry all`() throws {
    let busy = shop.replacing("rate: 100/s", with: "rate: 7000/s")
    let losses = try #require(try journeys(busy)["browse"]?["losses"] as? [[String: Any]])
    let zone = try #require(losses.first { $0["kind"] as? String == "zone" })
    let served = try #require(zone["served"] as? Double)
    #expect(abs(served - 100 / (7011 * 0.02 + 10 * 0.05)) < 0.01)
  }

  @Test func `critical journeys stand first in text`() throws {
    let text = growText(shop, .text)
    let table = try #require(text.components(separatedBy: "  Journeys").last)
    let lines = table.split(separator: "\n")
    #expect(lines[1].contains("buy") && lines[2].contains("browse"))
    #expect(text.contains("critical: buy"))
    #expect(text.contains("without bank: 0 % of buy"))
    #expect(text.contains("saturates at 2x, at worker (consumers)"))
  }

  @Test func `no row is wider than a terminal`() throws {
    let vast = shop.replacing("rate: 100/s", with: "rate: 123456789/s").replacing(
      "concurrency: 50", with: "concurrency: 1, scaling: { on: cpu }"
    ).replacing(
      "replicas: 4", with: "replicas: 245..100000")
    let samples = try Repository.files("samples", ".tenfold.yaml").filter {
      !$0.contains("broken")
    }.map { try Repository.text($0) }
    for description in [shop, vast] + samples {
      for line in growText(description, .text, at: [1, 2, 5, 10, 20, 50, 100]).split(
        separator: "\n")
      {
        #expect(line.count <= 80 || line.contains("error") || line.contains("|"), "\(line)")
      }
    }
  }

  @Test func `what saturates first in time is named where it is another than in load`() {
    let text = growText(
      """
      growth: 2x in 12 months
      journeys:
        a: { from: user, calls: s, rate: 100/s, growth: 10x in 12 months }
        b: { from: user, calls: t, rate: 100/s }
      components:
        user: { kind: client }
        s: { kind: service, replicas: 40, concurrency: 1, takes: 100ms }
        t: { kind: service, replicas: 30, concurrency: 1, takes: 100ms }
      """, .text
    ).replacing("\n", with: " ")
    #expect(text.contains("t saturates first"))
    #expect(text.contains("earliest in time, s (servers) reaches its limit in 7.2 months"))
  }

  @Test func `a plan that is empty says why`() {
    #expect(growText("components: { a: { kind: service } }", .text).contains("no limit is known"))
    let ample = shop.replacing("limit: 30/s", with: "limit: 3000/s").replacing(
      "takes: 500ms", with: "takes: 5ms")
    #expect(growText(ample, .text).contains("no change is needed"))
  }

  /// 100/s against 80/s: 20/s x 3600 s x 40 EUR; against 150/s, at 1.5 x 1.5 = 2.3 times the peak.
  @Test(
    arguments: [
      ("80/s", "", 1.0, 20.0, 2_880_000.0), ("150/s", "", 2.3, 80, 11_520_000),
      ("150/s", "growth: 4x in 1 year\n", 4, 250, 36_000_000),
    ]) func `what is rejected beyond the end is told in money`(
      _ limit: String, _ growth: String, _ multiple: Double, _ rate: Double, _ worth: Double
    ) throws
  {
    let text =
      growth + """
        journeys: { buy: { calls: bank, rate: 40/s, peak: 100/s, value: 40 EUR } }
        components: { bank: { kind: external, limit: \(limit) } }
        """
    let rejected = try #require(try journeys(text)["buy"]?["rejected"] as? [String: Any])
    #expect(rejected["multiple"] as? Double == multiple)
    #expect((rejected["per_second"] as? Double).map { abs($0 - rate) < 1e-9 } == true)
    #expect((rejected["worth_per_hour"] as? Double).map { abs($0 - worth) < 1e-3 } == true)
    #expect(rejected["currency"] as? String == "EUR")
    let free = text.replacing(", value: 40 EUR", with: "")
    #expect(try journeys(free)["buy"]?["rejected"] is NSNull)
  }
}
