import Description
import Growth
import Review

/// Files that the program writes about the small description, to read damaged again.
enum SampleTexts {
  /// Where the small description is.
  static let path = "small.tenfold.yaml"
  static let files = FileAccess.memory([path: Array(SeedTexts.small.utf8)])

  /// A baseline.
  static let baseline = Array(
    Baseline([Review.make(path: path, files: files, rules: .builtIn)]).text.utf8)

  /// Simulated runs.
  static let runs: [UInt8] = {
    let reading = DescriptionReader.read(
      path: path, files: files, catalogue: RuleSet.builtInCatalogue)
    return Array((reading.architecture.map(SmallSimulation.text) ?? "").utf8)
  }()
}
