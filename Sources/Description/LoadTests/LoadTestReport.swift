import Architecture
import SourceText

/// What a tool for load tests writes about its runs, as measurements: one for each load that it
/// held.
protocol LoadTestReport: Sendable {
  /// Whether a text is of this tool, by its contents; its name decides nothing.
  static func recognises(_ text: SourceText) -> Bool

  /// The measurements that it holds; what keeps them from being read is a problem in the result.
  static func read(_ result: LoadTestResult) -> [Measurement]
}
