import Reports
import Review
import Testing
import TestSupport

/// Every report of one sample, whole, so that a change of any is seen; UPDATE_GOLDEN=1 writes them
/// anew.
@Suite struct GoldenReportTests {
  static let path = "samples/ticket-shop.tenfold.yaml"
  /// A few rules, so that a new page changes no report.
  static let rules = RuleSet.builtIn.only { rule in
    [
      "statefulness/in-memory-session", "queues/no-dlq", "chains/hidden-third-party",
      "idempotency/retried-side-effect", "sharding/low-cardinality-key", "capacity/quota-headroom",
    ].contains(rule.id)
  }

  static func review() throws -> Review {
    let text = try Repository.bytes(path)
    return Review.make(path: path, files: .memory([path: text]), rules: rules).judged()
  }

  private func check(_ text: String, _ name: String) throws {
    // The digest of all pages changes with each of them.
    let text = text.replacing(/rule book [0-9a-f]{64}/, with: "rule book DIGEST")
    let difference = try Golden.difference(text, from: "Reports/ticket-shop.\(name)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: ReportFormat.texts)
  func `a report is what it was`(_ format: ReportFormat) throws {
    try check(format.text([try Self.review()], by: Self.rules), "check.\(format.rawValue)")
  }

  @Test func `the document as Markdown is what it was`() throws {
    try check(
      ReportFormat.markdown.text([try Self.review()], by: Self.rules, isComplete: true),
      "document.md")
  }

  @Test(arguments: GrowthFormat.allCases)
  func `a report of growth is what it was`(_ format: GrowthFormat) throws {
    let text = try Repository.bytes(Self.path)
    let review = GrowthReview.make(
      path: Self.path, files: .memory([Self.path: text]), catalogue: Self.rules.catalogue)
    try check(format.render(GrowthReportInput(review: review)), "grow.\(format.rawValue)")
  }
}
