import Architecture
import Findings
import Growth
import Review
import SourceText

extension Review: JSONShaped {
  /// One description, reviewed.
  static let shape = JSONShape<Self>(
    "review", "The review of one description.",
    [
      .text("path", "The description's path as named in the call") { $0.path },
      .text("system", "The system's name", null: "when nothing could be read") { $0.system },
      .texts("changes", "What was supposed in place of what the description says") {
        $0.supposed
      },
      .object("checks", "How complete the review is") { $0.checks },
      .object("headroom", "What saturates first", null: "when it is unknown") { $0.headroom },
      .object(
        "earlier_headroom", "The same at the revision compared with",
        null: "without one, or when it is unknown"
      ) { $0.earlierHeadroom },
      .list("gates", "The gates that look at more than single findings") { $0.gates },
      .list("findings", "What was found, most important first, accepted ones included") {
        $0.findings
      },
      .list("decisions", "What was decided, held against the model") { $0.decisions },
      .list("fixed", "Known findings that are gone", null: "without a comparison") { $0.fixed },
      .list(
        "undecided", "Known findings that can no longer be evaluated", null: "without a comparison"
      ) { $0.isCompared ? $0.undecided : nil },
      .list("questions", "What is undeclared and decides something, most decisive first") {
        $0.questions
      },
      .list("problems", "What is wrong with the description") { $0.problems },
      .list("imports", "What was read in the formats of other tools, input by input") {
        $0.imports
      },
    ])
}

extension JudgedDecision: JSONShaped {
  static let shape = JSONShape<Self>(
    "design_decision", "A decision of the description.",
    [
      .text("name", "Its name") { $0.decision.name },
      .word("verdict", "Whether it still holds", of: Verdict.allCases.map(\.rawValue)) {
        $0.verdict.rawValue
      },
      .text("actual", "Its conditions with the numbers of today, or which fact decides") {
        $0.words
      },
      .text("because", "Why it was made") { $0.decision.because },
      .text("owner", "Who answers for it", null: "when unnamed") { $0.decision.owner },
      .text("review", "The last day until it is looked at, YYYY-MM-DD", null: "when unsaid") {
        $0.decision.review?.text
      },
    ])
}

extension GateOutcome: JSONShaped {
  static let shape = JSONShape<Self>(
    "gate", "The outcome of a gate.",
    [
      .text("gate", "The gate with its limit, and the file that sets it") { $0.name },
      .flag("passed", "Whether the review passes") { $0.isPassed },
      .text("message", "Why it fails, or what a pass rests on", null: "where that is nothing") {
        $0.words
      },
    ])
}

extension Review.Checks: JSONShaped {
  static let shape = JSONShape<Self>(
    "checks", "How many checks were decidable. Those that do not apply are not counted.",
    [
      .integer("made", "Checks that were decided") { $0.made },
      .integer("of", "Checks that apply") { $0.of },
    ])
}
