import Findings
import Growth
import Reports
import Review
import SourceText
import Terminal

/// `tenfold grow FILE`: what breaks first when demand multiplies.
struct GrowCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard let path = arguments.operands.first.map(DescriptionSearch.only),
      options.merges || arguments.operands.count == 1
    else { throw UsageError(message: "missing description: \(Command.grow.usage)") }
    let formats = try options.reports(GrowthFormat.self, usual: .text)
    var settings = options.growth
    settings.simulation.merged = try merged()
    let progress = Progress(of: 100, "percent simulated")
    settings.simulation.isStopped = { Interrupt.isAsked }
    settings.simulation.progress = { progress.reach(Int($0 * 100)) }
    Interrupt.catchFirst()
    let review = GrowthReview.make(
      path: path, files: GuardedFiles.access(around: path),
      catalogue: try RuleFolders.catalogue(options.ruleFolders), settings: settings)
    progress.finish()
    guard review.refusals.isEmpty else {
      Output.complain(review.problems.filter { $0.weight == .error })
      Output.complain("tenfold: the what-if was not applied, so there is no report\n")
      return 2
    }
    if let failure = review.mergeFailure {
      Output.complain("tenfold: \(failure)\n")
      return 2
    }
    if let failure = try save(review) {
      Output.complain("tenfold: \(failure.printable)\n")
      return 2
    }
    guard write(review, formats), !review.isBroken else { return 2 }
    return try judge(review, of: path)
  }

  /// The exit status by the gates of the call and of the project, whose mistakes are said.
  private func judge(_ review: GrowthReview, of path: String) throws(UsageError) -> Int32 {
    let project = Configuration.read(
      for: path, try options.rules(), above: options.settingsFile)
    let problems = project.settings.problems.filter { $0.weight == .error }
    Output.complain(problems)
    guard problems.isEmpty else { return 2 }
    let outcomes = options.gates.over(project.gates).outcomes(ofHeadroom: review.headroom)
    Output.complain(outcomes)
    return outcomes.allSatisfy(\.isPassed) ? 0 : 1
  }

  /// Writes every report; whether all could be written.
  private func write(
    _ review: GrowthReview, _ formats: [(format: GrowthFormat, file: String?)]
  ) -> Bool {
    Output.save(
      formats.map { format, file in
        let input = GrowthReportInput(
          review: review, isColoured: file == nil && options.isColoured,
          isUnicode: Codeset.isUnicode(), isComplete: options.isComplete)
        return (format.render(input), file)
      })
  }

  /// The texts of the runs to merge.
  private func merged() throws(UsageError) -> [(path: String, text: String)] {
    guard options.merges else { return [] }
    let usage = "tenfold grow --merge FILE RUNS..., each written by --simulate --output"
    guard arguments.operands.count > 1 else {
      throw UsageError(message: "missing runs to merge: \(usage)")
    }
    let first = arguments.operands[0]
    if first != "-", Files.isRegular(first),
      SimulationFile.isBegun(by: try GuardedFiles.namedText(first, ""))
    {
      throw UsageError(
        message: "`\(first.printable)` holds runs; name the description before them: \(usage)")
    }
    return try arguments.operands.dropFirst().map { (path) throws(UsageError) in
      (path, try GuardedFiles.namedText(path, "the runs in"))
    }
  }

  /// Writes the runs; what is wrong, if that cannot be done.
  private func save(_ review: GrowthReview) throws(UsageError) -> String? {
    guard let output = options.output else { return nil }
    guard !review.simulations.isEmpty else {
      throw UsageError(message: "--output has nothing to write; add --simulate")
    }
    return Output.save(SimulationFile.text(review.simulations), as: output)
  }
}
