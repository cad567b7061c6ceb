import Description
import Review
import TestSupport
import Testing

/// Fixes that are made one after the other.
struct FixedReviewTests {
  /// Files of samples that are read together with what they include.
  private static let parts: [String: [UInt8]] = {
    let paths = Repository.files("samples", ".yaml")
    return Dictionary(
      uniqueKeysWithValues: paths.map { ($0, (try? Repository.bytes($0)) ?? []) })
  }()

  private static func fixed(_ path: String, _ files: [String: [UInt8]]) -> FixedReview {
    func make(_ texts: [String: String]) -> Review {
      let new = files.merging(texts.mapValues { Array($0.utf8) }) { _, new in new }
      return Review.make(path: path, files: .memory(new), rules: .builtIn)
    }
    let review = make([:])
    return FixedReview(review, review.open, making: make)
  }

  @Test(arguments: [
    "ticket-shop", "fintech-weekend", "first", "seed-startup", "marketplace/marketplace",
  ])
  func `fixes of samples end their findings and bring nothing graver`(_ name: String) {
    let result = Self.fixed("samples/\(name).tenfold.yaml", Self.parts)
    #expect(result.after.problems.map(\.message) == result.before.problems.map(\.message))
    let there = Set(result.after.open.map(\.fingerprint))
    for finding in result.fixed {
      #expect(!there.contains(finding.fingerprint), "\(finding.message)")
    }
    let refused = result.left.filter { !$0.finding.fix.isEmpty }
    #expect(
      Double(refused.count) <= 0.05 * Double(result.fixed.count + refused.count) + 1,
      "\(refused.map { ($0.finding.message, $0.reason) })")
    let graver = result.after.open.filter { new in
      !result.before.findings.contains { $0.fingerprint == new.fingerprint }
        && new.severity >= .high
    }
    #expect(graver.map(\.message).isEmpty)
  }

  private static let shop = """
    tenfold: 1
    system: shop
    stage: growth   # since spring
    journeys:
      buy: { from: shopper, calls: api, critical: true, rate: 20/s, peak: 40/s }
    components:
      shopper: { kind: client }
      api: { kind: service, replicas: 3, sessions: memory, publishes: { to: orders, via: outbox } }
      orders: { kind: queue, technology: sqs }   # all orders
      mailer: { kind: worker, replicas: 2, consumes: { from: orders, takes: 50ms } }
    """

  @Test func `everything outside the lines of a fix stays as it is`() throws {
    let result = Self.fixed("shop.tenfold.yaml", ["shop.tenfold.yaml": Array(Self.shop.utf8)])
    let change = try #require(result.changes.first)
    #expect(!result.fixed.isEmpty)
    for words in ["stage: growth   # since spring", "# all orders", "  shopper: { kind: client }"] {
      #expect(change.new.contains(words))
    }
  }

  @Test func `what a person has to decide is left, and said`() {
    let result = Self.fixed("samples/ticket-shop.tenfold.yaml", Self.parts)
    #expect(result.changes.contains { $0.new.contains("visibility: 40s }") })
    #expect(result.left.contains { $0.reason == "a person has to decide" })
  }
}
