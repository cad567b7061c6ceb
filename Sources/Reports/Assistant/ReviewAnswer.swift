import Findings
import Growth
package import Review
package import SourceText

/// The review of a description as an assistant receives it: the verdict with its arithmetic, the
/// three questions that decide most, and findings with evidence.
package struct ReviewAnswer: Answer {
  private let review: Review
  private let rules: RuleSet
  private let arithmetic: HeadroomArithmetic?
  /// Most findings listed in full.
  private let most: Int
  /// Most questions listed beside them.
  private static let questions = 40

  /// The answer about a review by some rules, with so many findings in full.
  package init(_ review: Review, by rules: RuleSet, findings most: Int) {
    (self.review, self.rules, self.most) = (review, rules, most)
    arithmetic = HeadroomArithmetic(
      review.growth.map { GrowthForecast($0) }, review.headroom, review.architecture,
      review.sources)
  }

  /// The review with its lists cut to what is shown.
  private var told: Review {
    var told = review
    told.findings = Array(review.findings.prefix(most))
    told.questions = Array(review.questions.prefix(Self.questions))
    return told
  }

  static let shape = JSONShape<Self>(
    "tenfold-review", "A review with what to say and to ask first.",
    [
      .text("summary", "The verdict in a sentence", null: "when nothing could be read") {
        $0.summary
      },
      .object("arithmetic", "How the headroom is computed", null: "when it is unknown") {
        $0.arithmetic
      },
      .list("ask_first", "The questions whose answers decide most; ask them, assume nothing") {
        $0.review.questions.opening
      },
      .integer("findings_in_all", "Findings, those that are left out of the list included") {
        $0.review.findings.count
      },
      .integer("questions_in_all", "Questions, those that are left out of the list included") {
        $0.review.questions.count
      },
      .object("review", "What `tenfold check --format json` writes of a description") { $0.told },
    ])

  /// The JSON Schema of the answer.
  package static var schema: JSONValue { shape.schema }
  /// The answer for programs.
  package var json: JSONValue { Self.shape.value(of: self) }

  private var summary: String? {
    review.system.map { TextReport(settings).summary(review, $0) }
  }

  private var settings: ReportSettings {
    var settings = ReportSettings(count: 1, rules: rules)
    settings.shownInFull = most
    settings.hints = ReportSettings.Hints(
      findings: "ask for more `findings`", questions: "`questions` of the answer has the lines")
    return settings
  }

  /// The answer for people.
  package var text: String {
    let arithmetic = (arithmetic?.lines ?? []).map { $0 + "\n" }.joined()
    let report = TextReport(settings).pieces(ReportSubject(review, growth: nil, number: 0))
    return arithmetic + (arithmetic.isEmpty ? "" : "\n") + report.map(\.text).joined()
  }
}
