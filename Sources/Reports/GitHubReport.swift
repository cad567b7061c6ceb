import Findings
import Review
import SourceText

/// Workflow commands of GitHub Actions, one line each, which show beside the changed lines.
struct GitHubReport {
  let input: ReportInput

  init(_ input: ReportInput) { self.input = input }

  func render() -> String {
    input.reviews.flatMap { review in
      review.problems.map(line) + review.open.map(line)
    }.map { $0 + "\n" }.joined()
  }

  private func line(_ finding: Finding) -> String {
    let command =
      switch finding.severity {
      case .critical, .high: "error"
      case .medium: "warning"
      case .low: "notice"
      }
    let arithmetic = finding.arithmetic.map { " (\($0))" } ?? ""
    return annotation(
      command, finding.place, title: "\(finding.severity.word): \(finding.title) [\(finding.rule)]",
      "\(finding.message)\(arithmetic). \(finding.advice)")
  }

  private func line(_ problem: Problem) -> String {
    let command = problem.weight == .error ? "error" : "warning"
    guard let place = problem.place else {
      return "::\(command) file=\(property(problem.path)),title=\(property(problem.code))::"
        + data(problem.sentence)
    }
    return annotation(command, place, title: problem.code, problem.sentence)
  }

  private func annotation(
    _ command: String, _ place: SourcePlace, title: String, _ message: String
  ) -> String {
    "::\(command) file=\(property(place.path)),line=\(place.start.line),"
      + "endLine=\(place.end.line),col=\(place.start.column),title=\(property(title))::"
      + data(message)
  }

  /// The runner's escapes for the text after `::`.
  private func data(_ text: String) -> String {
    text.printable.map { $0 == "%" ? "%25" : String($0) }.joined()
  }

  /// The runner's escapes for a property's value.
  private func property(_ text: String) -> String {
    data(text).map { character in
      switch character {
      case ":": "%3A"
      case ",": "%2C"
      default: String(character)
      }
    }.joined()
  }
}
