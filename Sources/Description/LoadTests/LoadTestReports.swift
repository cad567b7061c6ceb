import Architecture
import SourceText
import YAML

/// The reports that are read, the first that knows a text first.
enum LoadTestReports {
  private static let all: [any LoadTestReport.Type] = [
    K6Summary.self, LocustTable.self, WrkOutput.self, MeasurementTable.self,
  ]

  /// The measurements in a file; what is none of the reports may be anything, and is not quoted.
  static func read(
    _ yaml: YAMLReader, path: String, bytes: [UInt8], request: String?
  ) -> [Measurement] {
    let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
    guard let report = all.first(where: { $0.recognises(text) }) else {
      complain(of: text, yaml)
      return []
    }
    let span = yaml.addPlain(text)
    yaml.complain(of: flaws, in: Int(span.source))
    return report.read(LoadTestResult(yaml: yaml, text: text, span: span, request: request))
  }

  private static func complain(of text: SourceText, _ yaml: YAMLReader) {
    let span = yaml.addEmpty(text.path)
    let remedy = "start a table with the headings load,mean,p99,used"
    guard text.bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
      return yaml.complain(
        "empty-table", "`\(text.path)` holds no measurements", remedy, at: span)
    }
    yaml.complain(
      "unrecognised-file",
      "`\(text.path)` is no table with a column `load`, no summary of k6, no table of Locust "
        + "and no output of wrk", remedy, at: span)
  }
}
