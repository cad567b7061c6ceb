import Architecture
import Description
import Review
import SourceText

/// A description that a comparison names: a file, or `REVISION:PATH` when there is no such file.
struct NamedDescription {
  /// How the user named it.
  let operand: String
  /// What its project says today.
  let project: Configuration
  private let path: String
  private let files: FileAccess
  private let settings: ReviewSettings

  /// Fails when git knows no such revision, or no such file in it.
  init(_ operand: String, _ rules: RuleSet, _ options: Options) throws(UsageError) {
    self.operand = operand
    guard !Files.isThere(operand), operand != "-", let (revision, path) = Git.parts(of: operand)
    else {
      project = Configuration.read(for: operand, rules, options)
      (self.path, files) = (operand, GuardedFiles.access(around: operand))
      settings = project.settings
      return
    }
    let git = try Git(in: ".", at: .exact(revision))
    (self.path, files) = try git.description(called: path)
    let file = git.root + "/" + self.path
    project = Configuration.read(for: file, rules, options)
    settings = git.settings(project.settings, of: file)
  }

  /// The names of its scenarios, in their order.
  func scenarios(_ catalogue: Catalogue) -> [String] {
    DescriptionReader.read(path: path, files: files, catalogue: catalogue).scenarios.map(\.name)
  }

  /// Its review, under some scenarios of its own.
  func review(by rules: RuleSet, under scenarios: [String] = []) -> Review {
    var settings = settings
    settings.whatIf.scenarios = scenarios
    return Review.make(path: path, files: files, rules: rules, settings: settings)
  }
}
