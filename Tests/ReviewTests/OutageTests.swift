import Architecture
import Findings
import Growth
import Review
import TestSupport
import Testing

/// What `grow` calls an outage, `check` finds or asks about.
@Suite struct OutageTests {
  static let samples = Repository.files("samples", ".tenfold.yaml").filter {
    !$0.contains("broken")
  }

  /// Small systems, each with an outage of one kind.
  static let systems = [
    "a zone": """
    components:
      user: { kind: client }
      api: { kind: service, replicas: 6, zones: [a, b, c], concurrency: 10, takes: 100ms }
    """,
    "a replica": """
    components:
      user: { kind: client }
      api: { kind: service, replicas: 6, concurrency: 10, takes: 100ms, calls: edge }
      edge: { kind: service, replicas: 2, concurrency: 10, takes: 35ms }
    """,
    "one copy": """
    components:
      user: { kind: client }
      api: { kind: service, replicas: 9, concurrency: 10, takes: 100ms, writes: db }
      db: { kind: database, replicas: 1, write-capacity: 9k/s, disk: data }
    """,
    "cold caches": """
    components:
      user: { kind: client }
      api: { kind: service, reads: { from: db, hit: 95% } }
      db: { kind: database, managed: true, read-capacity: 200/s }
    """,
    "retries": """
    components:
      user: { kind: client }
      api: { kind: service, calls: { to: stock, timeout: 1s, attempts: 3 } }
      stock: { kind: service, replicas: 9, concurrency: 10, takes: 100ms }
    """,
    "a full queue": """
    components:
      user: { kind: client }
      api: { kind: service, replicas: 9, concurrency: 10, takes: 10ms, publishes: jobs }
      jobs: { kind: queue, max-length: 10k }
      worker: { kind: worker, replicas: 3, concurrency: 9, consumes: { from: jobs, takes: 90ms } }
    """,
    "more than it carries": """
    components:
      user: { kind: client }
      api: { kind: service, replicas: 3, concurrency: 10, takes: 100ms }
    """,
  ]

  @Test(arguments: samples) func `check speaks of every outage of a sample`(_ path: String) throws {
    let files = Repository.files("samples", ".yaml")
    let texts = try Dictionary(
      uniqueKeysWithValues: files.map { ($0, try Repository.bytes($0)) })
    expectWords(Review.make(path: path, files: .memory(texts), rules: .builtIn))
  }

  @Test(arguments: systems.sorted { $0.key < $1.key })
  func `check speaks of the outage of a small system`(_ name: String, _ components: String) {
    let review = review(
      """
      system: s
      stage: growth
      journeys: { buy: { from: user, calls: api, rate: 100/s, peak: 500/s } }
      \(components)
      """)
    #expect(!outages(review).isEmpty, "grow sees no outage by \(name)")
    expectWords(review)
  }

  private func expectWords(_ review: Review) {
    let told =
      review.findings.flatMap { [$0.element, $0.message] } + review.questions.map(\.element)
    for (element, what) in outages(review) {
      #expect(told.contains { $0.contains(element) }, "\(element): \(what)")
    }
  }

  /// The elements that go down at today's peak, and by what.
  private func outages(_ review: Review) -> [(element: String, what: String)] {
    guard let forecast = GrowthReview(review, simulation: .never).forecast else { return [] }
    var outages = forecast.retryRisks.filter { $0.multiple < 1 }.map { ($0.element, "retries") }
    let losses = review.architecture.map { JourneyLosses(GrowthModel($0)) }
    for loss in losses?.all(of: [.replica, .zone, .coldCache]) ?? [] where loss.served < 1 {
      outages.append((review.architecture?.components[loss.element].name ?? "", loss.lost))
    }
    for element in forecast.elements {
      guard let point = element.points.first else { continue }
      if point.verdict == .saturated { outages.append((element.name, "today's peak")) }
      if let backlog = point.backlog, let full = backlog.timeToOverflow, full < backlog.duration {
        outages.append((element.name, "overflow"))
      }
    }
    return outages
  }
}
