import Findings
import Review
import Rules
import SourceText

/// The Test Anything Protocol, version 13, which all harnesses know: a test point per rule and
/// description.
///
/// A rule passes when it found nothing that counts for the run's exit status; one that waits for an
/// answer is skipped, and accepted and known findings are `# TODO`, which no harness counts as a
/// failure.
struct TAPReport: Report {
  let rules: [Rule]

  init(rules: [Rule]) { self.rules = rules }

  func head(_ run: RunSummary) -> String { "TAP version 13\n" }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    let points =
      review.entries.map(point) + review.gates.map(point)
      + (review.system == nil ? [] : silent(review))
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
    let found = Set(review.findings.map(\.rule))
    let asked = Set(review.questions.flatMap(\.rules))
    return rules.filter { !found.contains($0.id) }.map { rule in
      let skipped = asked.contains(rule.id) ? " # SKIP waits for an answer" : ""
      return "ok - \(inert("\(rule.id) \(review.path)"))\(skipped)"
    }
  }

  /// A description in which `#` starts no directive.
  private func inert(_ text: String) -> String {
    text.printable.escaped { ["\\", "#"].contains($0) ? "\\\($0)" : nil }
  }
}
