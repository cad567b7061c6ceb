import Architecture
import SourceText
import YAML

/// The summary that k6 writes at the end of a run: one load.
///
/// It comes from `--summary-export` or `handleSummary`; times are in milliseconds.
/// Source: k6's documentation, "End of test" and "Custom summary".
enum K6Summary: LoadTestReport {
  static func recognises(_ text: SourceText) -> Bool {
    text.bytes.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "{")
      && ["\"metrics\"", "http_req"].allSatisfy(
        String(decoding: text.bytes, as: UTF8.self).contains)
  }

  static func read(_ result: LoadTestResult) -> [Measurement] {
    let parsed = ParsedText(result.text)
    let metrics = parsed.documents.first?.first { $0.key == "metrics" }?.value
    guard let metrics, let summary = Summary(parsed.tree, metrics, result.request) else {
      if let failure = parsed.failure {
        result.complain("no-summary", "is no JSON: \(failure.message)", "export the summary again")
      } else {
        result.complain(
          "no-summary",
          "is no summary of k6 with `http_reqs` and `http_req_duration`"
            + (result.request.map { " of `\($0)`" } ?? ""),
          result.request == nil
            ? "write it with `k6 run --summary-export FILE`"
            : "k6 tells one request apart where both metrics have a threshold on its tag")
      }
      return []
    }
    result.check(failed: summary.failed, of: 1)
    return [Measurement(load: summary.rate, mean: summary.mean, p99: summary.p99)]
  }

  private struct Summary {
    let rate: Double
    let mean: Double
    let p99: Double?
    let failed: Double

    /// The numbers of a request, or of all; nil where rate or mean is missing.
    init?(_ tree: SourceTree, _ metrics: Int, _ request: String?) {
      let pairs = tree.pairs(metrics).map { (name: tree.text($0.key), value: $0.value) }
      /// The numbers of a metric, which stand below `values` in a custom summary.
      func numbers(_ metric: String) -> [(name: String, number: Double)] {
        let node = pairs.first { pair in
          guard let request else { return pair.name == metric }
          return pair.name.hasPrefix(metric + "{") && pair.name.dropLast().hasSuffix(":" + request)
        }?.value
        guard let node else { return [] }
        let inner = tree.pairs(node).first { tree.text($0.key) == "values" }?.value ?? node
        return tree.pairs(inner).compactMap { pair in
          guard tree.kind(pair.value) == .scalar, let number = Double(tree.text(pair.value)),
            number.isFinite, number >= 0
          else { return nil }
          return (tree.text(pair.key), number)
        }
      }
      func number(_ metric: String, _ names: String...) -> Double? {
        let all = numbers(metric)
        return names.lazy.compactMap { name in all.first { $0.name == name }?.number }.first
      }
      guard let rate = number("http_reqs", "rate"), rate > 0,
        let mean = number("http_req_duration", "avg"), mean > 0
      else { return nil }
      self.rate = rate
      self.mean = mean / 1000
      p99 = number("http_req_duration", "p(99)").map { $0 / 1000 }
      failed = number("http_req_failed", "rate", "value") ?? 0
    }
  }
}
