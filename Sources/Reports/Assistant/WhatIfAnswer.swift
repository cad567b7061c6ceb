import Findings
import Growth
package import Review
package import SourceText

/// What changes when something about a system changes, or its demand multiplies: headroom before
/// and after, what breaks first, and the findings that go and come.
package struct WhatIfAnswer: Answer {
  private let growth: GrowthReview
  private let diff: ReviewDiff
  private let arithmetic: HeadroomArithmetic?
  private let arithmeticBefore: HeadroomArithmetic?
  private var after: Review { diff.new }
  private var before: Review { diff.old }
  /// Most findings of one list.
  private static let most = 30

  /// The answer from the forecast and from the reviews without and with the change.
  package init(_ growth: GrowthReview, before: Review, after: Review) {
    let diff = ReviewDiff(old: before, new: after)
    (self.growth, self.diff) = (growth, diff)
    let (old, new) = (diff.old, diff.new)
    arithmetic = HeadroomArithmetic(
      growth.forecast, new.headroom, new.architecture, new.sources)
    arithmeticBefore = HeadroomArithmetic(
      growth.today ?? growth.forecast, old.headroom, old.architecture, old.sources)
  }

  static let shape = JSONShape<Self>(
    "tenfold-what-if", "What a change does to a system.",
    [
      .texts("changes", "What differs from today; empty where only demand does") {
        $0.growth.changes
      },
      .text("summary", "What saturates first, in sentences", null: "when nothing could be read") {
        $0.summary
      },
      .object("headroom_before", "What saturates first today", null: "when it is unknown") {
        $0.before.headroom
      },
      .object("headroom_after", "What does so with the change", null: "when it is unknown") {
        $0.after.headroom
      },
      .object("arithmetic_before", "How the first is computed", null: "when it is unknown") {
        $0.arithmeticBefore
      },
      .object("arithmetic_after", "How the second is computed", null: "when it is unknown") {
        $0.arithmetic
      },
      .list("multiples", "What is reached at multiples of today's peak, with the change") {
        $0.growth.forecast.map(ReachedMultiple.all) ?? []
      },
      .list("fixed", "Findings that are gone") { Array($0.diff.fixed.prefix(most)) },
      .list("new", "Findings that were not there") { $0.findings("new") },
      .list("worse", "Findings that are worse") { $0.findings("worse") },
      .list("better", "Findings that are better") { $0.findings("better") },
      .integer("unchanged", "Findings that are what they were") {
        $0.diff.findings("unchanged").count
      },
      .list("ask_first", "The questions whose answers decide most; ask them, assume nothing") {
        $0.after.questions.opening
      },
      .list("remedies", "Changes that reach the target, in order") {
        $0.growth.forecast?.remedies.steps ?? []
      },
      .list("problems", "What is wrong with the description, or with the change") {
        $0.growth.problems
      },
    ])

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }

  private func findings(_ standing: String) -> [JudgedFinding] {
    Array(diff.findings(standing).prefix(Self.most))
  }

  private var summary: String? {
    guard let system = growth.system, let forecast = growth.forecast else { return nil }
    return GrowthHeadline(system: system, forecast: forecast).text
  }

  /// The answer for people.
  package var text: String {
    var lines: [String] = []
    if !growth.changes.isEmpty {
      lines.append(
        "Before: \(before.headroom?.phrase ?? "not known"); "
          + "after: \(after.headroom?.phrase ?? "not known")")
      lines += arithmeticBefore.map { ["Before, " + $0.words] } ?? []
    }
    lines += (arithmetic?.lines ?? []) + [""]
    let forecast = GrowthTextReport(GrowthReportInput(review: growth)).render()
    let changed = changedFindings
    return lines.map { $0 + "\n" }.joined() + forecast
      + (changed.isEmpty ? "" : "\n") + changed.map { $0 + "\n" }.joined()
  }

  /// A line per finding that goes, comes or changes.
  private var changedFindings: [String] {
    let fixed = diff.fixed.prefix(Self.most).map { ("fixed", $0) }
    let others = ["new", "worse", "better"].flatMap { word in findings(word).map { (word, $0) } }
    return (fixed + others).map { word, finding in
      "\(word): \(finding.severity.word) \(finding.message) (\(finding.rule))".printable
    }
  }
}
