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

  /// Lines of a text with some of them replaced, as formats do it.
  private static func applied(_ edit: FixEdit, to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = edit.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    lines.replaceSubrange(edit.line - 1..<edit.line - 1 + edit.removed, with: new.map(String.init))
    return lines.joined(separator: "\n")
  }

  @Test func `the lines that reports carry are those that fix writes`() throws {
    let path = "shop.tenfold.yaml"
    for text in [Self.shop + "\n", try Repository.text("samples/ticket-shop.tenfold.yaml")] {
      let review = Review.make(
        path: path, files: .memory([path: Array(text.utf8)]), rules: .builtIn)
      let edits = review.fixEdits
      #expect(!edits.isEmpty)
      for finding in review.open {
        let fixed = FixedReview(review, [finding]) { texts in
          Review.make(
            path: path, files: .memory([path: Array((texts[path] ?? text).utf8)]), rules: .builtIn)
        }
        guard let change = fixed.changes.first, let own = edits[finding.fingerprint] else {
          continue
        }
        // From the last one to the first one, so that lines keep their numbers.
        let written = own.reversed().reduce(text) { Self.applied($1, to: $0) }
        #expect(written == change.new, "\(own)")
        #expect(own.allSatisfy { $0.removed >= 1 && $0.path == path })
      }
    }
  }
}
