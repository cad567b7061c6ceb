import Findings
import SourceText

extension JudgedFinding: JSONShaped {
  static let shape = JSONShape<Self>(
    "finding", "A rule's hit on an element.",
    [
      .text("rule", "The rule's id, `theme/smell`") { $0.rule },
      .text("title", "The smell in a few words") { $0.title },
      .word("severity", "How much it matters here", of: Severity.words) { $0.severity.word },
      .text("severity_reason", "The start of the severity and each step from there") {
        $0.severityReason
      },
      .text("element", "The element's name") { $0.element },
      .text("message", "The fault in one sentence with its numbers") { $0.message },
      .text("arithmetic", "The formula with its numbers", null: "where nothing is computed") {
        $0.arithmetic
      },
      .text("path", "The file") { $0.place.path },
      .integer("line", "One-based line") { $0.place.start.line },
      .integer("column", "One-based column in Unicode scalars") { $0.place.start.column },
      .integer("end_line", "One-based line of the end") { $0.place.end.line },
      .integer("end_column", "One-based column behind the end") { $0.place.end.column },
      .list("steps", "The elements of a chain or ring, in order") { $0.steps },
      .word("confidence", "The weakest origin among the evidence", of: Origin.words) {
        $0.confidence.word
      },
      .list("evidence", "The values that the rule read") { $0.evidence },
      .text("advice", "What to do") { $0.advice },
      .text("fingerprint", "Identity over edits, from system, rule and element") { $0.identity },
      .text("explained_by", "Fingerprint of its cause", null: "when it stands for itself") {
        $0.explainingIdentity
      },
      .number(
        "excess", "How many times as large as allowed it is", null: "where nothing is compared"
      ) { $0.level.excess },
      .number("headroom", "Times today's peak that the element handles", null: "when unknown") {
        $0.level.headroom
      },
      .object("accepted", "The decision to accept it", null: "when it is open") { $0.accepted },
      .word(
        "standing", "How it stands against the earlier review",
        of: ["new", "worse", "better", "unchanged"], null: "without one"
      ) { $0.standing?.word },
      .text("standing_reason", "Why it is worse", null: "when it is not") { $0.standing?.reason },
      .object("discussed", "What is being talked over about it", null: "when nothing is") {
        $0.discussed
      },
      .text("reopened", "Why its acceptance ended", null: "when none has") { $0.reopened?.why },
      .object("reopened_decision", "The acceptance that ended", null: "when none has") {
        $0.reopened?.risk
      },
    ])
}

extension Step: JSONShaped {
  static let shape = JSONShape<Self>(
    "step", "An element on the way of a finding.",
    [
      .text("element", "Its name") { $0.element },
      .text("path", "The file") { $0.place.path },
      .integer("line", "One-based line") { $0.place.start.line },
    ])
}

extension AcceptedRisk: JSONShaped {
  static let shape = JSONShape<Self>(
    "decision", "The decision to accept a risk.",
    [
      .word("status", "What was decided", of: RiskStatus.allCases.map(\.rawValue)) {
        $0.status.rawValue
      },
      .text("reason", "Why") { $0.reason },
      .text("owner", "Who answers for it", null: "when unnamed") { $0.owner },
      .text("until", "Its last day, YYYY-MM-DD", null: "when it does not expire") {
        $0.until?.text
      },
      .text("ticket", "Where it is followed up", null: "when nowhere") { $0.ticket },
    ])
}

extension KnownRisk: JSONShaped {
  static let shape = JSONShape<Self>(
    "known", "A finding of the earlier review.",
    [
      .text("rule", "The rule's id") { $0.rule },
      .text("element", "The element's name") { $0.element },
      .text("fingerprint", "Identity over edits") { $0.identity },
    ])
}

extension Severity {
  /// All words for a severity, the gravest first.
  static let words = allCases.reversed().map(\.word)
}
