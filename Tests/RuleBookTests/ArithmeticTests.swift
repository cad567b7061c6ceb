import Findings
import Review
import Rules
import Testing
import TestSupport

/// A reader can do the arithmetic of every finding again: each number is shown, or follows.
@Suite struct ArithmeticTests {
  /// Rules that say a number which their evidence does not lead to, each with what is missing.
  static let open = [
    "chains/latency-budget": "p99 and mean are answers of the queueing model, which no line shows"
  ]

  @Test(arguments: Repository.files("samples", ".tenfold.yaml").filter { !$0.contains("broken") })
  func `each number is shown or follows`(_ path: String) throws {
    let bytes = try Repository.bytes(path)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var files = [path: bytes]
    for other in Repository.files(folder, ".yaml") { files[other] = try Repository.bytes(other) }
    let review = Review.make(path: path, files: .memory(files), rules: .builtIn)
    for finding in review.findings {
      guard let rule = RuleSet.builtIn[finding.rule], Self.open[finding.rule] == nil else {
        continue
      }
      var shown = ShownNumbers(finding, rule)
      let names = review.architecture?.components.map(\.name) ?? []
      let formula = WrittenNumber.all(in: finding.arithmetic ?? "", without: names)
      let sentence = WrittenNumber.all(in: finding.message, without: names)
      let loose = shown.take(formula) + shown.take(sentence)
      #expect(
        loose.isEmpty,
        "\(finding.rule): \(loose.map(\.text)) of \(finding.message) = \(finding.arithmetic ?? "")")
    }
  }
}
