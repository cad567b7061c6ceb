import Findings
import Review
import Rules
import SourceText

/// The Test Anything Protocol, version 14: a test point per rule and description.
///
/// A rule passes when it found nothing open; one that waits for an answer is skipped, and accepted
/// findings are `# TODO`, which no harness counts as a failure.
struct TAPReport {
  let input: ReportInput

  init(_ input: ReportInput) { self.input = input }

  func render() -> String {
    var lines: [String] = []
    for review in input.reviews {
      lines += review.problems.map { point(ReportEntry($0)) }
      lines += review.findings.map { point(ReportEntry($0)) }
      lines += review.system == nil ? [] : silent(review)
    }
    let numbered = lines.enumerated().map { number, line in
      line.replacing("ok -", with: "ok \(number + 1) -", maxReplacements: 1)
    }
    return (["TAP version 14", "1..\(lines.count)"] + numbered).map { $0 + "\n" }.joined()
  }

  private func point(_ entry: ReportEntry) -> String {
    let subject = entry.finding.map { "\($0.element), " } ?? ""
    let title = inert("\(entry.rule) \(subject)\(entry.position)")
    if entry.isAccepted {
      return "not ok - \(title) # TODO accepted: \(inert(entry.acceptance))"
    }
    let isFine = entry.finding == nil && entry.level != .error
    return """
      \(isFine ? "ok" : "not ok") - \(title)
        ---
        severity: \(entry.severity)
        message: \(JSONValue.quoted(entry.message.printable))
        advice: \(JSONValue.quoted(entry.advice.printable))
        at:
          file: \(JSONValue.quoted(entry.path.printable))
          line: \(entry.line)
          column: \(entry.column)
        ...
      """
  }

  private func silent(_ review: Review) -> [String] {
    let found = Set(review.findings.map(\.rule))
    let asked = Set(review.questions.flatMap(\.rules))
    return input.rules.filter { !found.contains($0.id) }.map { rule in
      let skipped = asked.contains(rule.id) ? " # SKIP waits for an answer" : ""
      return "ok - \(inert("\(rule.id) \(review.path)"))\(skipped)"
    }
  }

  /// A description in which `#` starts no directive.
  private func inert(_ text: String) -> String {
    text.printable.replacing("\\", with: "\\\\").replacing("#", with: "\\#")
  }
}
