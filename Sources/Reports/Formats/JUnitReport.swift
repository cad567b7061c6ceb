import Findings
import Review
import Rules
import SourceText

/// JUnit's XML, as Jenkins reads it (jenkinsci/xunit-plugin, junit-10.xsd).
///
/// A description is a suite. A rule whose checks were made without a finding is a passed test, one
/// that waits for an answer is skipped with the question, and one that does not apply is none. A
/// finding that counts for the run's exit status is a failure, one that
/// does not is passed and says so, an accepted or known one is skipped; a description that cannot
/// be read is an error.
struct JUnitReport: Report {
  let rules: [Rule]
  private let frame = Placeholder.parts(
    of: XMLElement("testsuites", ["name": Tool.name], [.placeholder]).document)

  init(rules: [Rule]) { self.rules = rules }

  func head(_ run: RunSummary) -> String { frame.head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    [ReportPiece(Suite(subject.review, rules).element.markup(indent: 1))]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String { frame.tail }
}

private struct Suite {
  let review: Review
  let cases: [XMLElement]

  init(_ review: Review, _ rules: [Rule]) {
    self.review = review
    cases =
      review.entries.map { Self.testCase($0, of: review) }
      + review.gates.map { Self.testCase($0, of: review) } + Self.silence(review, rules)
  }

  var failures: Int { count("failure") }
  var errors: Int { count("error") }

  private func count(_ outcome: String) -> Int {
    cases.count { $0.children.first?.name == outcome }
  }

  var element: XMLElement {
    XMLElement(
      "testsuite",
      [
        "name": review.title, "file": review.path, "tests": "\(cases.count)",
        "failures": "\(failures)", "errors": "\(errors)", "skipped": "\(count("skipped"))",
      ], cases)
  }

  /// The class of a test: readers know tests by it and by their name, over all suites.
  private static func className(_ subject: String, of review: Review) -> String {
    "\(review.identity): \(subject)"
  }

  private static func testCase(_ entry: ReportEntry, of review: Review) -> XMLElement {
    XMLElement(
      "testcase",
      [
        "classname": className(entry.rule, of: review),
        "name": entry.finding?.element ?? entry.position,
      ], [outcome(entry)])
  }

  /// A gate that is not passed fails, as it does the run; a pass says what it rests on.
  private static func testCase(_ gate: GateOutcome, of review: Review) -> XMLElement {
    let words = gate.words.map { words in
      gate.isPassed
        ? XMLElement("system-out", [:], text: words)
        : XMLElement("failure", ["type": "gate", "message": words], text: gate.sentence ?? words)
    }
    return XMLElement(
      "testcase", ["classname": className("gate", of: review), "name": gate.name],
      [words].compactMap(\.self))
  }

  private static func outcome(_ entry: ReportEntry) -> XMLElement {
    if entry.isQuiet {
      return skipped("\(entry.remark). \(entry.severity) at \(entry.position): \(entry.message)")
    }
    guard entry.isGating else {
      return XMLElement(
        "system-out", [:],
        text: "\(entry.position): \(entry.severity): \(entry.remarkedSentence)")
    }
    return XMLElement(
      entry.finding == nil ? "error" : "failure",
      ["type": entry.severity, "message": entry.message],
      text: "\(entry.position)\n\(entry.remarkedSentence)")
  }

  /// A test for each rule that was checked and found nothing, or that waits.
  private static func silence(_ review: Review, _ rules: [Rule]) -> [XMLElement] {
    RuleTest.all(of: review, by: rules).map { test in
      XMLElement(
        "testcase", ["classname": className(test.rule.id, of: review), "name": test.rule.title],
        test.question.map { [skipped($0)] } ?? [])
    }
  }

  private static func skipped(_ why: String) -> XMLElement {
    XMLElement("skipped", ["message": why])
  }
}
