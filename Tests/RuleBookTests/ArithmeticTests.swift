import Findings
import Review
import Rules
import Testing
import TestSupport

/// A reader can do the arithmetic of every finding again: each number is shown, or the formula computes it.
@Suite struct ArithmeticTests {
  /// Rules that say a number which their evidence does not lead to, each with what is missing.
  static let open = [
    "chains/hidden-third-party": "hops are counted along the journey, which the message names",
    "chains/latency-budget": "p99 and mean are answers of the queueing model, which no line shows",
    "coupling/shared-database": "components and owners are counted, and the message names them",
  ]

  @Test(arguments: Repository.files("samples", ".tenfold.yaml").filter { !$0.contains("broken") })
  func `each number is shown or computed`(_ path: String) throws {
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
      let formula = WrittenNumber.parts(of: finding.arithmetic ?? "", without: names)
      let sentence = WrittenNumber.all(in: finding.message, without: names)
      let loose = shown.take(formula) + shown.missing(in: sentence)
      #expect(
        loose.isEmpty,
        "\(finding.rule): \(loose.map(\.text)) of \(finding.message) = \(finding.arithmetic ?? "")")
    }
  }
}
