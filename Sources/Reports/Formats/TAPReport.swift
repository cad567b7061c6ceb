import Findings
import Review
import Rules
import SourceText

/// The Test Anything Protocol, version 13, which all harnesses know: a test point per rule and
/// description.
///
/// A rule passes when its checks were made and found nothing that counts for the run's exit status;
/// one that waits for an answer is skipped with the question, one that does not apply is no point,
/// and accepted and known findings are `# TODO`, which no harness counts as a
/// failure.
struct TAPReport: Report {
  let rules: [Rule]

  init(rules: [Rule]) { self.rules = rules }

  func head(_ run: RunSummary) -> String { "TAP version 13\n" }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    let points = review.entries.map(point) + review.gates.map(point) + silent(review)
    return points.map { ReportPiece($0 + "\n") }
  }

  /// The plan may stand at the end.
  func tail(_ run: RunSummary, written: Int, left: Int) -> String { "1..\(written)\n" }

  private func point(_ entry: ReportEntry) -> String {
    let subject = entry.finding.map { "\($0.element), " } ?? ""
    let title = inert("\(entry.rule) \(subject)\(entry.position)")
    if entry.isQuiet { return "not ok - \(title) # TODO \(inert(entry.remark))" }
    let remark = entry.remark.isEmpty ? "" : entry.remark + ". "
    return """
      \(entry.isGating ? "not ok" : "ok") - \(title)
        ---
        severity: \(entry.severity)
        message: \(JSONValue.quoted((remark + entry.message).printable))
        advice: \(JSONValue.quoted(entry.advice.printable))
        at:
          file: \(JSONValue.quoted(entry.path.printable))
          line: \(entry.line)
          column: \(entry.column)
        ...
      """
  }

  /// A gate; a pass says what it rests on.
  private func point(_ gate: GateOutcome) -> String {
    let line = "\(gate.isPassed ? "ok" : "not ok") - \(inert("gate \(gate.name)"))"
    guard let words = gate.words else { return line }
    return "\(line)\n  ---\n  message: \(JSONValue.quoted(words.printable))\n  ..."
  }

  private func silent(_ review: Review) -> [String] {
    RuleTest.all(of: review, by: rules).map { test in
      let skipped = test.question.map { " # SKIP \(inert($0))" } ?? ""
      return "ok - \(inert("\(test.rule.id) \(review.path)"))\(skipped)"
    }
  }

  /// A description in which `#` starts no directive.
  private func inert(_ text: String) -> String {
    text.printable.escaped { ["\\", "#"].contains($0) ? "\\\($0)" : nil }
  }
}
