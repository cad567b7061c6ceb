import Findings
import Foundation
import Growth
import Reports
import Review
import Rules
import TestSupport
import Testing

/// What a meeting reads first: it stands before every section of the document.
@Suite struct DocumentFirstPageTests {
  static let sample = review(DocumentTests.sample)

  /// What stands before the first section.
  func firstPage(_ review: Review) -> String {
    ReportFormat.markdown.text([review], isComplete: true).components(separatedBy: "\n## ")[0]
      .replacing("\\", with: "")
  }

  @Test func `it says what breaks first, at what load, and when`() throws {
    let page = firstPage(Self.sample)
    let headroom = try #require(Self.sample.headroom)
    #expect(page.contains("\(Unit.carried(headroom.multiple, isAtMost: headroom.isAtMost))x"))
    #expect(page.contains("of today's peak; target 10x in 18 months"))
    #expect(page.contains("bank saturates first"))
    #expect(page.contains("Months until then"))
  }

  @Test func `bars are sorted by headroom, what saturates first on top, and few`() throws {
    let text = try Repository.text("samples/ticket-shop-repaired.tenfold.yaml")
    let page = firstPage(review(text))
    let table = try #require(page.components(separatedBy: "| Component |").last)
    let rows = table.components(separatedBy: "\n\n")[0].split(separator: "\n").dropFirst(2)
    #expect((2...12).contains(rows.count), "\(table)")
  }

  @Test func `it says what to decide, the gravest first, and at most three`() throws {
    let text = try Repository.text("samples/ticket-shop.tenfold.yaml")
    let page = firstPage(review(text))
    #expect(page.contains("Decide first (open findings: "))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| **") }
    #expect(rows.count == 3 && rows[0].hasPrefix("| **critical**"), "\(rows)")
  }

  @Test func `it says what is unknown`() throws {
    let found = review(
      """
      system: Unknown
      journeys: { j: { calls: a, rate: 10/s } }
      components: { a: { kind: service, calls: b }, b: { kind: external } }
      """)
    let page = firstPage(found)
    #expect(!found.questions.isEmpty && page.contains("unknown"))
    let asked = found.questions.count { page.contains($0.question) }
    #expect((1...3).contains(asked), "\(page)")
  }

  @Test func `it says the revision that it is given, and no other`() throws {
    var settings = ReportSettings(count: 1, rules: .builtIn, isComplete: true)
    #expect(!firstPage(Self.sample).contains("revision"))
    settings.revision = "revision 3f2a1c9 of 2026-11-16 by A. Author"
    let report = try #require(ReportFormat.markdown.sink(settings).stream)
    let pieces = report.pieces(ReportSubject(Self.sample, growth: nil, number: 0))
    #expect(pieces.map(\.text).joined().contains("of 2026-11-16 by A. Author"))
  }
}
