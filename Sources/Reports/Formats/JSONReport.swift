import Findings
import Review
import SourceText

/// The machine-readable report; its shape is a public interface.
///
/// One description gives one object; several give `{ "tool", "reviews": [...], "overview" }`.
struct JSONReport: Report {
  private let isAlone: Bool

  init(_ settings: ReportSettings) { isAlone = settings.count == 1 }

  var separator: String { isAlone ? "" : ",\n    " }

  func head(_ run: RunSummary) -> String { isAlone ? "" : frame(run).head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    [ReportPiece(object(subject.review).text(indent: isAlone ? 0 : 2))]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    isAlone ? "\n" : frame(run).tail
  }

  private func frame(_ run: RunSummary) -> (head: String, tail: String) {
    Placeholder.parts(
      of: JSONValue.members([
        "tool": .tool, "reviews": .array([.placeholder]), "overview": .overview(run),
      ]).text)
  }

  private func object(_ review: Review) -> JSONValue {
    .members([
      "tool": isAlone ? .tool : nil,
      "path": .string(review.path),
      "system": .optional(review.system),
      "checks": .checks(review.checks),
      "headroom": review.headroom.map(JSONValue.headroom) ?? .null,
      "gates": .array(review.gates.map(gate)),
      "earlier_headroom": review.earlierHeadroom.map(JSONValue.headroom),
      "findings": .array(review.findings.map(finding)),
      "fixed": review.fixed.map { .array($0.map(known)) },
      "undecided": review.isCompared ? .array(review.undecided.map(known)) : nil,
      "questions": .array(review.questions.map(question)),
      "problems": .array(review.problems.map(JSONValue.problem)),
    ])
  }

  private func finding(_ finding: JudgedFinding) -> JSONValue {
    .members([
      "rule": .string(finding.rule), "title": .string(finding.title),
      "severity": .string(finding.severity.word),
      "severity_reason": .string(finding.severityReason), "element": .string(finding.element),
      "message": .string(finding.message), "arithmetic": .optional(finding.arithmetic),
      "path": .string(finding.place.path), "line": .integer(finding.place.start.line),
      "column": .integer(finding.place.start.column),
      "end_line": .integer(finding.place.end.line),
      "end_column": .integer(finding.place.end.column),
      "steps": finding.steps.isEmpty
        ? nil
        : .array(
          finding.steps.map {
            .members([
              "element": .string($0.element), "path": .string($0.place.path),
              "line": .integer($0.place.start.line),
            ])
          }),
      "confidence": .string(finding.confidence.word),
      "evidence": .array(finding.evidence.map(evidence)), "advice": .string(finding.advice),
      "fingerprint": .string(finding.fingerprint),
      "explained_by": .optional(finding.explainedBy),
      "headroom": finding.level.headroom.map(JSONValue.number) ?? .null,
      "accepted": finding.accepted.map(decision) ?? .null,
      "standing": finding.standing.map { .string($0.word) },
      "standing_reason": finding.standing?.reason.map(JSONValue.string),
      "reopened": finding.reopened.map { .string($0.why) },
      "reopened_decision": finding.reopened.map { decision($0.risk) },
    ])
  }

  private func gate(_ gate: GateOutcome) -> JSONValue {
    .members([
      "gate": .string(gate.name), "passed": .bool(gate.isPassed),
      "message": .optional(gate.words),
    ])
  }

  private func known(_ risk: KnownRisk) -> JSONValue {
    .members([
      "rule": .string(risk.rule), "element": .string(risk.element),
      "fingerprint": .string(risk.fingerprint),
    ])
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    .members([
      "name": .string(evidence.name), "value": .value(evidence.value),
      "unit": .optional(JSONValue.unit(evidence.value)), "origin": .string(evidence.origin.word),
      "path": .optional(evidence.place?.path),
      "line": evidence.place.map { .integer($0.start.line) } ?? .null,
      "source": .optional(evidence.source),
    ])
  }

  private func decision(_ risk: AcceptedRisk) -> JSONValue {
    .members([
      "reason": .string(risk.reason), "owner": .optional(risk.owner),
      "until": .optional(risk.until?.text), "ticket": .optional(risk.ticket),
    ])
  }

  private func question(_ question: Question) -> JSONValue {
    .members([
      "element": .string(question.element), "property": .string(question.property),
      "question": .string(question.question),
      "rules": .array(question.rules.map(JSONValue.string)),
      "topic": .string(question.stake.topic.rawValue), "example": .string(question.example),
      "form": .string(question.form), "checks": .integer(question.stake.checks),
      "severe_checks": .integer(question.stake.severeChecks),
      "assumed": .optional(question.assumed),
      "decides_headroom": .bool(question.stake.decidesHeadroom),
      "path": .string(question.place.path), "line": .integer(question.place.start.line),
      "column": .integer(question.place.start.column),
    ])
  }
}
