import Description
import Facts
import Findings
import Reports
import Review
import Rules
import SourceText

/// `tenfold check`: reviews descriptions and writes reports.
struct CheckCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    let formats = try options.reports(ReportFormat.self, usual: .text)
    let paths = try descriptions()
    if options.ruleFolders.isEmpty { FactBase.trustQueries() }
    let rules = try RuleFolders.rules(options.ruleFolders)
    let comparison = try Comparison(options, rules)
    let isLight = paths.count > 1 && !formats.contains { $0.format.needsModel }
    let progress = Progress(of: paths.count)
    let results = inParallel(paths) { path in
      var result = review(path, rules, comparison)
      if isLight { result.review = result.review.withoutModel }
      progress.advance()
      return result
    }
    progress.finish()
    let reviews = results.map(\.review)
    let failures = results.flatMap { result in
      result.tripped.map { paths.count > 1 ? "\($0) in \(result.review.path)" : $0 }
    }
    let isSaved = comparison.save(reviews)
    guard write(reviews, rules, formats), isSaved else { return 2 }
    for failure in failures { Output.complain("tenfold: failed by \(failure.printable)\n") }
    if reviews.contains(where: \.isBroken) || !rules.problems.isEmpty { return 2 }
    return failures.isEmpty ? 0 : 1
  }

  /// The review of one description, with the gates that it does not pass.
  private func review(
    _ path: String, _ rules: RuleSet, _ comparison: Comparison
  ) -> (review: Review, tripped: [String]) {
    let configuration = Configuration.read(for: path, rules)
    var settings = configuration.settings
    settings.ignoresAccepted = options.ignoresAccepted
    var review = Review.make(
      path: path, files: Files.access(around: path), rules: rules, settings: settings)
    comparison.compare(&review, settings)
    let gates = options.gates.over(configuration.gates)
    return (review, gates.tripped(by: review, settings.rules))
  }

  /// The descriptions that the operands name: files as they are, folders by what they hold.
  func descriptions() throws(UsageError) -> [String] {
    let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
    var paths: [String] = []
    for operand in operands {
      guard operand != "-", Files.isDirectory(operand) else {
        paths.append(operand)
        continue
      }
      let found = Files.find(
        under: operand, suffixes: [".tenfold.yaml", ".tenfold.yml", ".tenfold.json"])
      guard !found.isEmpty else {
        throw UsageError(
          message:
            "no *.tenfold.yaml in `\(operand.printable)`; name a file, or a folder that holds some")
      }
      paths += found
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// Writes every report; whether all could be written.
  private func write(
    _ reviews: [Review], _ rules: RuleSet, _ formats: [(format: ReportFormat, file: String?)]
  ) -> Bool {
    Output.complain(rules.problems)
    return Output.write(formats) { (format, isScreen) throws(QueryFailure) in
      try format.render(
        ReportInput(
          reviews: reviews, rules: rules.rules, isColoured: isScreen && options.isColoured,
          isComplete: options.isComplete, catalogue: format.isText ? nil : rules.catalogue))
    }
  }
}
