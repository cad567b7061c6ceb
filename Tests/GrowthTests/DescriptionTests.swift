import Description
import Foundation
import Growth
import Reports
import Review
import Testing
import TestSupport

/// The JSON report of a description, as a user's program reads it.
func grow(
  _ description: String, at multiples: [Double] = [1], set changes: [String] = []
) throws -> [String: Any] {
  let data = Data(growText(description, .json, at: multiples, set: changes).utf8)
  return try forecast(in: data)
}

/// How much a number of a report, which has six digits, may be off, as a share of it.
let reported = 5e-6

/// The only forecast of a report.
func forecast(in data: Data) throws -> [String: Any] {
  let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
  return try #require((document?["reviews"] as? [[String: Any]])?.first)
}

/// A report of a description.
func growText(
  _ description: String, _ format: GrowthFormat, at multiples: [Double] = [1],
  set changes: [String] = [], whatIf: WhatIf = WhatIf(), isUnicode: Bool = true
) -> String {
  var settings = GrowthReview.Settings()
  settings.whatIf = whatIf
  settings.whatIf.changes += changes.compactMap(Change.init)
  settings.multiples = multiples
  let review = GrowthReview.make(
    path: "test.tenfold.yaml", files: .memory(["test.tenfold.yaml": Array(description.utf8)]),
    catalogue: RuleSet.builtInCatalogue, settings: settings)
  return format.render(GrowthReportInput(review: review, isUnicode: isUnicode))
}

/// A number of the report.
func number(_ report: [String: Any], _ place: PublishedCase.Place) -> Double? {
  func first(_ list: Any?, _ key: String, _ name: String) -> [String: Any]? {
    (list as? [[String: Any]])?.first { $0[key] as? String == name }
  }
  let point = (report["multiples"] as? [[String: Any]])?.first
  return switch place {
  case .element(let name, let key):
    first(point?["elements"], "element", name)?[key] as? Double
  case .journey(let key): first(point?["journeys"], "journey", "j")?[key] as? Double
  case .limit(let name, let key): first(report["limits"], "element", name)?[key] as? Double
  case .retry(let name, let key): first(report["retries"], "element", name)?[key] as? Double
  }
}

/// Published numbers, reproduced through a description.
@Suite struct PublishedTests {
  @Test(arguments: PublishedCase.all)
  func `a published system`(_ published: PublishedCase) throws {
    let report = try grow(published.description)
    #expect((report["problems"] as? [Any])?.count == 0)
    for (place, value, tolerance) in published.expected {
      let found = try #require(number(report, place), "\(place)")
      let most = max(tolerance, reported) * abs(value)
      #expect(abs(found - value) <= most, "\(place): \(found), not \(value)")
    }
  }

  /// Services behind a gateway, with the numbers that a test varies.
  func shop(
    replicas: Int = 4, takes: String = "20ms", rate: String = "50/s", more: String = ""
  ) -> String {
    """
    system: shop
    growth: 10x in 18 months
    journeys:
      j: { calls: api, rate: \(rate) }
    components:
      api:
        kind: service
        replicas: \(replicas)
        concurrency: 8
        takes: \(takes)
        calls: [{ to: stock, timeout: 1s }, { to: pay, per-request: 0.2 }]
      stock: { kind: service, replicas: 2, concurrency: 10, takes: 15ms, takes-p99: 90ms }
      pay: { kind: external, limit: 100/s, takes: 300ms }
    \(more)
    """
  }

  func headroom(_ report: [String: Any], _ key: String = "multiple") -> Any? {
    (report["headroom"] as? [String: Any])?[key]
  }

  @Test func `more replicas never carry less`() throws {
    var last = 0.0
    for replicas in [1, 2, 3, 5, 8, 13, 100, 100_000] {
      let carried = try #require(headroom(try grow(shop(replicas: replicas))) as? Double)
      #expect(carried >= last)
      last = carried
    }
  }

  @Test func `the same system in other units has the same numbers`() throws {
    let seconds = try grow(shop(), at: [1, 3])
    let others = try grow(shop(takes: "0.02s", rate: "3k/min"), at: [1, 3])
    #expect(NSDictionary(dictionary: seconds) == NSDictionary(dictionary: others))
  }

  @Test func `a service split in two leaves the first to break where it is`() throws {
    let whole = try grow(shop())
    let split = try grow(
      shop().replacingOccurrences(of: "{ to: stock, timeout: 1s }", with: "near, far")
        + """
          near: { kind: service, replicas: 1, concurrency: 10, takes: 15ms, takes-p99: 90ms }
          far: { kind: service, replicas: 1, concurrency: 10, takes: 15ms, takes-p99: 90ms }
        """)
    #expect(headroom(whole, "element") as? String == headroom(split, "element") as? String)
  }

  @Test func `saying less is said, and asks for what is missing`() throws {
    let silent = try grow(shop().replacingOccurrences(of: ", takes: 300ms", with: ""))
    let limits = try #require(silent["limits"] as? [[String: Any]])
    let api = try #require(limits.first { $0["element"] as? String == "api" })
    #expect(api["at_most"] as? Bool == true)
    #expect(number(silent, .journey("p99_s")) == nil)
    let questions = try #require(silent["questions"] as? [[String: Any]])
    #expect(
      questions.contains {
        $0["element"] as? String == "pay" && $0["property"] as? String == "takes"
      })
  }

  @Test(arguments: [
    "components: { a: { kind: service } }", "system: nothing", "",
    "journeys: { j: { calls: a, rate: 0/s } }\ncomponents: { a: { kind: service, takes: 1s, replicas: 1, concurrency: 1 } }",
    "journeys: { j: { calls: a, rate: 5/s } }\ncomponents: { a: { kind: service, takes: 0s, replicas: 1, concurrency: 1 } }",
    "journeys: { j: { calls: a, rate: 5/s } }\ncomponents: { a: { kind: external, limit: 0/s } }",
    "journeys: { j: { calls: a, rate: 5/s } }\ncomponents: { a: { kind: service, takes: 1s, replicas: unlimited, concurrency: unlimited, calls: a } }",
    "journeys: { j: { calls: a } }\ncomponents: { a: { kind: service, calls: b, takes: 1s, replicas: 1, concurrency: 1 }, b: { kind: service, calls: a, takes: 1s } }",
    "journeys: { j: { calls: a, rate: 1e9/s, peak: 900000000000/s } }\ncomponents: { a: { kind: service, takes: 9 years, replicas: 1..999999999, concurrency: 999999999, queue: 999999999 } }",
    "journeys: { j: { calls: a, rate: 10/s } }\ncomponents: { a: { kind: service, takes: 100ms, takes-p99: 1us, replicas: 1, concurrency: 1, queue: none } }",
    "journeys: { j: { calls: a, rate: 10/s } }\ncomponents: { a: { kind: service, publishes: q }, q: { kind: queue, max-length: 0 }, w: { kind: worker, consumes: q, takes: 1s, replicas: 1, concurrency: 1 } }",
  ])
  func `nonsense gets an honest answer`(_ description: String) throws {
    for format in GrowthFormat.allCases {
      let text = growText(description, format, at: GrowthForecast.usualMultiples)
      let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
      #expect(words.isDisjoint(with: ["nan", "inf", "infinity"]), "\(text)")
    }
    _ = try grow(description, at: GrowthForecast.usualMultiples)
  }
}
