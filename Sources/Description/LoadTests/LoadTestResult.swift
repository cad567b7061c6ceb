import Architecture
import Findings
import SourceText
import YAML

/// A file with what a load test measured, as the description names it.
struct LoadTestResult {
  let yaml: YAMLReader
  let text: SourceText
  /// Where the whole text is.
  let span: SourceSpan
  /// Which of several requests is meant; nil for all together.
  let request: String?

  /// Its rows as comma-separated values.
  var rows: [[CommaSeparated.Cell]] { CommaSeparated(text, source: Int(span.source)).rows }

  /// Says what is wrong with the file: "`load.csv` holds no measurements".
  func complain(_ code: String, _ words: String, _ remedy: String, weight: Problem.Weight = .error)
  {
    yaml.complain(
      code, "`\(text.path)` \(words)", remedy,
      at: SourceSpan(source: Int(span.source), 0..<0), weight: weight)
  }

  /// Share of failed requests from which measured times are not those of work alone.
  private static let mostFailed = 0.01

  /// Says where many requests of a run failed, since its times count them or leave them out.
  func check(failed: Double, of requests: Double) {
    guard requests > 0, failed / requests > Self.mostFailed else { return }
    complain(
      "failed-requests",
      "measured \(Unit.ratio.format(RiskLevel.twoDigits(failed / requests, .toNearestOrEven))) "
        + "of its requests as failed, and their times are not those of the work",
      "measure below the load at which requests fail", weight: .warning)
  }
}
